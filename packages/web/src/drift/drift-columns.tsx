import type { DriftReply, DriftRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
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
      width: '96px',
      render: (row) => <KindMark kind={row.kind} />,
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
          )}{' '}
          {row.kind !== 'new' && certainty[row.certainty] !== '' && (
            <small className="drift-certainty">{certainty[row.certainty]}</small>
          )}
          <Facts texts={factTexts(words, told(row))} />
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
      render: (row) => (
        <>
          <QuoteView side={row.newer} document={newer} which="newer" />
          {row.newer === null && <Facts muted texts={factTexts(words, row.why)} />}
        </>
      ),
    },
  ]
}

/** Why silence means something is said where the newer sentence would stand. */
function told(row: DriftRow): DriftRow['why'] {
  return row.newer === null ? [] : row.why
}

function Facts({
  texts,
  muted = false,
}: {
  readonly texts: readonly string[]
  readonly muted?: boolean
}): ReactNode {
  if (texts.length === 0) return null
  return (
    <ul className={muted ? 'drift-facts muted' : 'drift-facts'}>
      {texts.map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  )
}
