import { type Refusal, type Result, type Subject, accepted, refusal, refused, visible } from '@gangmu/core'
import { type Writer, findCommitments, holdMap, lockCommitment } from '@gangmu/store'
import type { App } from '../app.js'
import { asked, standing, take } from '../request.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { occasionOf, readyFor } from './act.js'
import { type Change, append } from './append.js'
import { nfc } from './nfc.js'
import { commitmentRow } from './present.js'
import type { CommitmentRow, DispatchRequest } from './reply.js'

/** Assigns several commitments in one pass, all or none; each refusal names its place in the list. */
export async function dispatch(
  app: App,
  subject: Subject,
  input: DispatchRequest,
): Promise<Result<{ commitments: CommitmentRow[] }>> {
  const request = asked(subject, input.request, input)
  const assignments = nfc(input.assignments)
  const ids = assignments.map((it) => it.commitment)
  return app.store.write(scopeOf(subject), async (db) => {
    await holdMap(db, 'shared')
    const register = await registerOn(app.store, db, today(app))
    // In the order of ids, so that two who dispatch the same ones wait instead of blocking each other.
    const locked = new Map<string, Awaited<ReturnType<typeof lockCommitment>>>()
    for (const id of ids.toSorted()) locked.set(id, await lockCommitment(db, visible(subject), id))
    const before = await standing(db, request)
    if (before === 'done') return accepted({ commitments: await rows(app, db, subject, ids, register) })
    if (before !== 'new') return refused(before)
    const changes: Change[] = []
    const refusals: Refusal[] = []
    for (const [index, { commitment, seen, body }] of assignments.entries()) {
      const path = `assignments/${index}`
      const it = locked.get(commitment) ?? null
      if (it === null) refusals.push(refusal('commitment.unknown', path, { id: commitment }))
      else if (ids.indexOf(commitment) !== index) {
        refusals.push(refusal('commitment.twice', path, { id: commitment }))
      } else {
        const ready = await readyFor(db, register, subject, it, { verb: 'assign', seen, body })
        if (!ready.ok)
          refusals.push(...ready.refusals.map((why) => ({ ...why, path: `${path}/${why.path}` })))
        else {
          const { change, behalf } = ready.value
          changes.push({ ...change, steps: [{ verb: 'assign', body, behalf }] })
        }
      }
    }
    if (refusals.length > 0) return refused(...refusals)
    const occasion = occasionOf(app, subject, input.request)
    const taken = await take(db, request, occasion.at)
    if (taken !== null) return refused(taken)
    await append(app, db, register, occasion, changes)
    return accepted({ commitments: await rows(app, db, subject, ids, register) })
  })
}

async function rows(
  app: App,
  db: Writer,
  subject: Subject,
  ids: readonly string[],
  register: RegisterOn,
): Promise<CommitmentRow[]> {
  const found = await findCommitments(db, visible(subject), ids)
  return found.map((it) => commitmentRow(app, it, register))
}
