import type { DriftReply, DriftRow } from '@gangmu/contract'
import type { Column } from '../ui/data-table.js'
import type { Words } from '../words/words.js'
import { factTexts } from './fact-text.js'
import { KindMark } from './kind-mark.js'
import { QuoteView } from './quote-view.js'

export function driftColumns(words: Words, { older, newer }: DriftReply): readonly Column<DriftRow>[] {
  const { columns, certainty } = words.drift
  return [
    {
      key: 'kind',
      title: columns.kind,
      width: '104px',
      render: (row) => (
        <>
          <KindMark kind={row.kind} />
          {row.kind !== 'new' && certainty[row.certainty] !== '' && (
            <small className="drift-certainty">{certainty[row.certainty]}</small>
          )}
        </>
      ),
    },
    {
      key: 'pledge',
      title: columns.pledge,
      width: '27%',
      render: (row) => (
        <>
          <strong lang="zh-CN">{row.subject}</strong>{' '}
          {row.actor !== '' && (
            <small className="muted" lang="zh-CN">
              {row.actor}
            </small>
          )}
          <ul className="drift-facts">
            {factTexts(words, row.why).map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </>
      ),
    },
    {
      key: 'older',
      title: columns.older,
      render: (row) => <QuoteView side={row.older} document={older} which="older" />,
    },
    {
      key: 'newer',
      title: columns.newer,
      render: (row) => <QuoteView side={row.newer} document={newer} which="newer" />,
    },
  ]
}
