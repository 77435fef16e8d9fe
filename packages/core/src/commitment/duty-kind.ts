import type { FindingBody } from '../document/finding.js'
import type { CommitmentKind } from './action.js'

/** The commitment a confirmed finding becomes; null for facts, done milestones and names, which stay facts. */
export function dutyKindOf(body: FindingBody): CommitmentKind | null {
  if (body.kind === 'quantity') return body.role === 'target' ? 'target' : null
  if (body.kind === 'milestone') return body.status === 'planned' ? 'milestone' : null
  return body.kind === 'action' ? 'action' : null
}
