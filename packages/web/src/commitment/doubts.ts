import type { CommitmentDetail } from '@gangmu/contract'
import { actionBodies, allocation, type Target, type Verb } from '@gangmu/core'
import type { Words } from '../words/words.js'
import { type ActDraft, numberOf } from './act-draft.js'

interface Seen {
  readonly commitment: { readonly target: Target | null }
  readonly below: readonly Pick<CommitmentDetail['below'][number], 'state' | 'target'>[]
  readonly history: readonly Pick<CommitmentDetail['history'][number], 'verb' | 'body'>[]
}

/**
 * What one should look at once more before an act is sent: allowed, and seldom meant. Each is said once; whoever
 * sends the same again means it.
 */
export function doubtsOf(verb: Verb, draft: ActDraft, detail: Seen, words: Words): readonly string[] {
  const { doubts } = words.commitment
  const open = detail.below.filter((it) => it.state !== 'closed' && it.state !== 'withdrawn').length
  switch (verb) {
    case 'report':
      return draft.done && draft.evidence.length === 0 ? [doubts.noEvidence] : []
    case 'check':
      return draft.result === 'pass'
        ? [
            ...(shownLast(detail) === 0 ? [doubts.nothingShown] : []),
            ...(open > 0 ? [doubts.openBelow(open)] : []),
          ]
        : []
    case 'close':
      return open > 0 ? [doubts.openBelow(open)] : []
    case 'cascade': {
      const over = handedOver(draft, detail)
      return over > 0 ? [doubts.overTarget(words.amount(over, detail.commitment.target?.unit ?? ''))] : []
    }
    default:
      return []
  }
}

/** Files of the last report; null where nothing was reported. */
export function shownLast(detail: Pick<Seen, 'history'>): number | null {
  const last = detail.history.findLast((it) => it.verb === 'report')
  const report = last === undefined ? null : actionBodies.report.safeParse(last.body)
  return report?.success === true ? report.data.evidence.length : null
}

/** By how much all that is handed down comes to more than the target. */
function handedOver(draft: ActDraft, detail: Seen): number {
  const before = detail.below
    .filter((it) => it.state !== 'withdrawn')
    .map((it) => ({ value: it.target?.value ?? null }))
  const now = draft.children.map((it) => ({ value: numberOf(it.value) ?? null }))
  return -(allocation(detail.commitment.target, [...before, ...now])?.unallocated ?? 0)
}
