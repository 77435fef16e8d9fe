import {
  type Refusal,
  type Result,
  type Subject,
  accepted,
  offices,
  possibility,
  refusal,
  refused,
  visible,
} from '@gangmu/core'
import {
  type StoredCommitment,
  type Writer,
  enterScope,
  everything,
  findCommitments,
  historyOf,
  holdMap,
  livingChildren,
  lockCommitment,
  newestOf,
} from '@gangmu/store'
import type { App } from '../app.js'
import { asked, standing, take } from '../request.js'
import { scopeOf, unfenced } from '../scope.js'
import { today } from '../today.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { type Change, type Occasion, append } from './append.js'
import { cascaded } from './cascade.js'
import { commitmentDetail } from './detail.js'
import { nfc } from './nfc.js'
import type { ActRequest, CommitmentDetail } from './reply.js'
import { checkBody } from './check-body.js'

/**
 * Takes one action. The same request again changes nothing and answers what stands now; whoever saw an older state
 * than the one that stands is refused with what happened since.
 */
export async function act(
  app: App,
  subject: Subject,
  input: { readonly id: string; readonly action: ActRequest },
): Promise<Result<CommitmentDetail>> {
  const request = asked(subject, input.action.request, { id: input.id, action: input.action })
  const action = nfc(input.action)
  return app.store.write(scopeOf(subject), async (db) => {
    await holdMap(db, 'shared')
    const register = await registerOn(app.store, db, today(app))
    const it = await lockCommitment(db, visible(subject), input.id)
    const before = await standing(db, request)
    if (before === 'done') return repeated(app, db, subject, input.id, register, request.id)
    if (before !== 'new') return refused(before)
    if (it === null) return refused(refusal('commitment.unknown', 'id', { id: input.id }))
    const ready = await readyFor(db, register, subject, it, action)
    if (!ready.ok) return ready
    const occasion = occasionOf(app, subject, action.request)
    const taken = await take(db, request, occasion.at)
    if (taken !== null) return refused(taken)
    if (action.verb === 'return') await keepInSight(db, subject, it)
    const { change, behalf } = ready.value
    const changes =
      action.verb === 'cascade'
        ? cascaded(app, it, ready.value, action.body.children)
        : [{ ...change, steps: [{ verb: action.verb, body: action.body, behalf }] }]
    await append(app, db, register, occasion, changes)
    return detailNow(app, db, subject, input.id, register)
  })
}

export interface Ready {
  readonly change: Omit<Change, 'steps'>
  readonly behalf: string
}

/** Whether an action may be taken on a locked commitment, and all that is needed to take it. */
export async function readyFor(
  db: Writer,
  register: RegisterOn,
  subject: Subject,
  it: StoredCommitment,
  action: Pick<ActRequest, 'seen' | 'verb'> & { readonly body: unknown },
): Promise<Result<Ready>> {
  const history = (await historyOf(db, it.id)).map((line) => line.action)
  if (action.seen !== it.seq) return refused(changedSince(it, history.at(-1)))
  const asker = { person: subject.person, offices: offices(subject) }
  const living = await unfenced(db, subject, () => livingChildren(db, it.id))
  const { behalf, refusal: why } = possibility(it, action.verb, asker, living)
  if (why !== null || behalf === null) return refused(why ?? refusal('access.denied', action.verb))
  const wrong = await checkBody(db, register, subject, it, action as ActRequest)
  if (wrong.length > 0) return refused(...wrong)
  const found = it.finding === null ? null : await newestOf(db, it.finding)
  return accepted({
    behalf,
    change: { id: it.id, before: history, document: it.document, quote: found?.anchor.quote ?? '' },
  })
}

export function occasionOf(app: App, subject: Subject, request: string): Occasion {
  const at = app.ports.clock()
  return { person: subject.person, name: subject.name, at, on: today(app, at), request }
}

/** What somebody else did in between, for the one who was late. */
function changedSince(
  it: StoredCommitment,
  last: { readonly byName: string; readonly verb: string; readonly at: string } | undefined,
): Refusal {
  return refusal('commitment.changed', 'seen', {
    seq: it.seq,
    by: last?.byName ?? '',
    verb: last?.verb ?? '',
    at: last?.at ?? '',
  })
}

/** A return takes a commitment out of the sight of who returned it; the database must still let the row pass. */
async function keepInSight(db: Writer, subject: Subject, it: StoredCommitment): Promise<void> {
  const scope = scopeOf(subject)
  if (scope.readOwners === 'all') return
  await enterScope(db, { ...scope, readOwners: [...scope.readOwners, it.issuer] })
}

/**
 * The answer to a request that was carried out before: what stands now. Whoever returned a duty does not see it any
 * more, and is answered as the first time as long as nothing followed.
 */
async function repeated(
  app: App,
  db: Writer,
  subject: Subject,
  id: string,
  register: RegisterOn,
  request: string,
): Promise<Result<CommitmentDetail>> {
  const [found] = await findCommitments(db, visible(subject), [id])
  if (found !== undefined) return accepted(await commitmentDetail(app, db, subject, found, register))
  await enterScope(db, { ...everything, write: [] })
  const last = (await historyOf(db, id)).at(-1)
  return last?.request === request
    ? detailNow(app, db, subject, id, register)
    : refused(refusal('commitment.unknown', 'id', { id }))
}

async function detailNow(
  app: App,
  db: Writer,
  subject: Subject,
  id: string,
  register: RegisterOn,
): Promise<Result<CommitmentDetail>> {
  const [found] = await findCommitments(db, { all: true }, [id])
  if (found === undefined) throw new Error('a commitment vanished from its own transaction')
  return accepted(await commitmentDetail(app, db, subject, found, register))
}
