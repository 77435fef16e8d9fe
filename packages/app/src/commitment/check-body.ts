import { type Refusal, type Subject, mayAssignTo, refusal } from '@gangmu/core'
import { type Reader, type StoredCommitment, evidenceOf, listThemes } from '@gangmu/store'
import type { RegisterOn } from '../unit/register.js'
import type { ActRequest } from './reply.js'

/** What of an action's body does not fit the commitment, the register or the evidence that was brought. */
export async function checkBody(
  db: Reader,
  register: RegisterOn,
  subject: Subject,
  it: StoredCommitment,
  action: ActRequest,
): Promise<readonly Refusal[]> {
  const below = (giver: string, owner: string, path: string): Refusal[] =>
    // A unit that ended a moment ago is still in the asker's scope.
    mayAssignTo(subject, giver, owner) && register.byId.has(owner)
      ? []
      : [
          refusal('commitment.not-below', path, {
            issuer: giver,
            issuerName: register.nameOf(giver),
            owner,
            ownerName: register.nameOf(owner),
          }),
        ]
  switch (action.verb) {
    case 'assign':
      return below(it.issuer, action.body.owner, 'body/owner')
    case 'transfer':
      return action.body.owner === it.owner
        ? [refusal('commitment.same-owner', 'body/owner', { owner: it.owner })]
        : below(it.issuer, action.body.owner, 'body/owner')
    case 'cascade':
      return action.body.children.flatMap((child, index) => [
        ...below(it.owner, child.owner, `body/children/${index}/owner`),
        ...(child.value !== null && it.target === null
          ? [refusal('commitment.no-target', `body/children/${index}/value`, { value: child.value })]
          : []),
      ])
    case 'report': {
      const named = action.body.evidence.map((one) => one.sha256)
      const brought = await evidenceOf(db, subject.person, named)
      return named.flatMap((sha256, index) =>
        brought.has(sha256)
          ? []
          : [refusal('commitment.unknown-evidence', `body/evidence/${index}`, { sha256 })],
      )
    }
    case 'adjust': {
      const { theme } = action.body
      if (theme === undefined || theme === null) return []
      const known = (await listThemes(db)).some((one) => one.id === theme)
      return known ? [] : [refusal('theme.unknown', 'body/theme', { theme })]
    }
    case 'accept':
    case 'return':
    case 'check':
    case 'close':
    case 'suspend':
    case 'resume':
    case 'withdraw':
    case 'escalate':
    case 'object':
      return []
  }
}
