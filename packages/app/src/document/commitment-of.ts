import { type ActionBody, spanOf } from '@gangmu/core'
import type { DocumentSummary, FindingWithDecision } from '@gangmu/store'
import type { Proposal } from '../commitment/propose.js'

/** The first action of a commitment: the receiving unit holds it, and its sentence is the finding. */
export function createOf(
  proposal: Proposal,
  document: Pick<DocumentSummary, 'receivedBy'>,
  finding: Pick<FindingWithDecision, 'id'>,
  acceptedByLoad: boolean,
): ActionBody<'create'> {
  return { ...proposal, issuer: document.receivedBy, finding: finding.id, parent: null, acceptedByLoad }
}

/** The day a stated term counts from: the document's own date, else the day it was received. */
export function documentDay(document: Pick<DocumentSummary, 'dated' | 'receivedOn'>): string {
  return (document.dated === null ? null : spanOf(document.dated)?.start) ?? document.receivedOn
}
