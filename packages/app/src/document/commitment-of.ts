import { type ActionBody, type PackTheme, spanOf } from '@gangmu/core'
import type { DocumentSummary, FindingWithDecision } from '@gangmu/store'
import { type Proposal, dueOf, propose } from '../commitment/propose.js'
import { type StandingDuty, bodyOf } from './duties.js'

/** The first action of a commitment: the receiving unit holds it, and its sentence is the finding. */
export function createOf(
  proposal: Proposal,
  document: Pick<DocumentSummary, 'receivedBy'>,
  finding: Pick<FindingWithDecision, 'id'>,
  acceptedByLoad: boolean,
): ActionBody<'create'> {
  return { ...proposal, issuer: document.receivedBy, finding: finding.id, parent: null, acceptedByLoad }
}

/**
 * The commitment a duty stands for, as its speaker says it, by the earliest day that any who say the same state, a
 * model's word left aside. A person's edit of the speaker says itself by when.
 */
export function proposeDuty(
  { speaker, echoes }: StandingDuty,
  themes: readonly PackTheme[],
  day: string,
): Proposal | null {
  const own = propose(bodyOf(speaker), speaker.anchor.quote, themes, day)
  if (own === null || (own.due !== null && speaker.decision?.body != null)) return own
  const stated = [
    own.due,
    ...echoes.filter((it) => it.source !== 'model').map((it) => dueOf(bodyOf(it), day)),
  ].filter((it) => it !== null)
  return { ...own, due: stated.toSorted()[0] ?? null }
}

/** The day a stated term counts from: the document's own date, else the day it was received. */
export function documentDay(document: Pick<DocumentSummary, 'dated' | 'receivedOn'>): string {
  return (document.dated === null ? null : spanOf(document.dated)?.start) ?? document.receivedOn
}
