import type { CommitmentRow } from '@gangmu/contract'
import { nextSteps, offices, type Subject } from '@gangmu/core'
import type { Words } from '../../words/words.js'

/**
 * Why a row cannot be among those assigned in one pass, by the same table the server asks; null for a reader who
 * acts for nobody, and then there is nothing to choose.
 */
export function dispatchBar(subject: Subject, words: Words): ((row: CommitmentRow) => string | null) | null {
  const mine = new Set(offices(subject))
  if (mine.size === 0) return null
  return (row) => {
    // What somebody has already is handed to another one by one, with eyes on it.
    const free = row.state === 'draft' || row.state === 'returned'
    const possible = free && nextSteps.assign.from.includes(row.state) && mine.has(row.issuer)
    return possible ? null : words.commitments.notDispatchable
  }
}
