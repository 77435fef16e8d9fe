import type { FindingRow } from '@gangmu/contract'
import type { Conflict } from '../outbox/pending.js'
import { deedsOf } from './foreseen.js'
import type { Wish } from './undone.js'

/**
 * Decides what a person wanted once more, on what stands now: what another closed is reopened first. The refused one
 * is forgotten only where `decide` took the new one, so that it is lost at no moment.
 */
export function insisting(
  { requests, wish }: Conflict,
  findings: readonly FindingRow[],
  decide: (wishes: readonly Wish[]) => boolean,
  discard: (requests: readonly string[]) => void,
): void {
  const finding = findings.find((it) => it.id === wish.finding)
  if (finding === undefined) return
  const mine: Wish = { finding, deed: wish.decision, body: wish.body, theme: wish.theme }
  const closed = deedsOf(finding).includes('reopen') && wish.decision !== 'reopen'
  if (decide(closed ? [{ finding, deed: 'reopen' }, mine] : [mine])) discard(requests)
}
