import type { FindingRow } from '@gangmu/contract'
import { measures } from '@gangmu/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'

/** Deliverable, target, date, owner: what is stated, and by name what is missing. */
export function MeasureChips({ of }: { readonly of: FindingRow['measurability'] }): ReactNode {
  const words = useWords()
  if (of === null) return null
  return (
    <ul className="chips" aria-label={words.document.measurability}>
      {measures.map((it) => (
        <li key={it} className={of[it] ? 'stated' : 'lacking'}>
          <span aria-hidden="true">{of[it] ? '✓' : '✗'}</span>
          {of[it] ? words.measures[it] : words.document.missing(words.measures[it])}
        </li>
      ))}
    </ul>
  )
}
