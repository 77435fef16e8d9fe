import type { DocumentRow, DriftSideRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.js'
import { segmentsOf } from '../ui/segments.js'
import { useWords } from '../words/use-words.js'

interface Props {
  readonly side: DriftSideRow | null
  readonly document: DocumentRow
  readonly which: 'older' | 'newer'
}

/** One sentence, a link to its place, with the words that changed; and whether a person confirmed it. */
export function QuoteView({ side, document, which }: Props): ReactNode {
  const words = useWords()
  if (side === null) {
    const { unmentioned, notBefore } = words.drift
    return <span className="muted">{which === 'newer' ? unmentioned : notBefore}</span>
  }
  const { anchor, changed, confirmed, commitment } = side
  const marks = changed.map(([start, end]) => ({ id: String(start), start, end }))
  return (
    <div className="drift-quote">
      <Link
        to={placeOf(side, document)}
        data-place={which}
        title={words.drift.place(document.title || document.name)}
        lang="zh-CN"
      >
        {segmentsOf(marks, anchor.start, anchor.end).map((it) => {
          const text = anchor.quote.slice(it.start - anchor.start, it.end - anchor.start)
          return it.marks.length === 0 ? text : <mark key={it.start}>{text}</mark>
        })}
      </Link>
      <small className="muted">
        {confirmed ? `✓ ${words.drift.confirmed} ` : words.drift.unreviewed}
        {commitment !== null && <Link to={paths.commitment(commitment)}>{words.drift.commitment}</Link>}
      </small>
    </div>
  )
}

export function placeOf({ finding, anchor }: DriftSideRow, { id }: Pick<DocumentRow, 'id'>): string {
  return paths.document(id, finding ?? undefined, finding === null ? anchor.start : undefined)
}
