import {
  type Result,
  type Subject,
  accepted,
  mayReadCommitment,
  refusal,
  refused,
  visible,
} from '@gangmu/core'
import { findCommitments } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { commitmentDetail } from './detail.js'
import type { CommitmentDetail } from './reply.js'

/** One commitment with its sentence, cascade, history and what may happen next. */
export async function getCommitment(
  app: App,
  subject: Subject,
  input: { readonly id: string },
): Promise<Result<CommitmentDetail>> {
  return app.store.read(scopeOf(subject), async (db) => {
    const [found] = await findCommitments(db, visible(subject), [input.id])
    if (found === undefined || !mayReadCommitment(subject, found)) {
      return refused(refusal('commitment.unknown', 'id', { id: input.id }))
    }
    const register = await registerOn(app.store, db, today(app))
    return accepted(await commitmentDetail(app, db, subject, found, register))
  })
}
