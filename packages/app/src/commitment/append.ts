import { type Action, type Commitment, type Verb, fold } from '@gangmu/core'
import {
  type StoredAction,
  type Writer,
  addDutyUnits,
  insertActions,
  insertEntries,
  saveCommitments,
} from '@gangmu/store'
import { sortKey, tokens } from '@gangmu/text'
import type { App } from '../app.js'
import { entryOf } from '../ledger/entry.js'
import type { RegisterOn } from '../unit/register.js'

/** Who acts, when, and in answer to which request. */
export interface Occasion {
  readonly person: string
  readonly name: string
  readonly at: string
  /** The day in the region's time zone. */
  readonly on: string
  readonly request: string
}

interface Step {
  readonly verb: Verb
  readonly body: unknown
  readonly behalf: string
}

/** What happens to one commitment; it is new where nothing happened before. */
export interface Change {
  readonly id: string
  readonly before: readonly Action[]
  readonly steps: readonly Step[]
  readonly document: string | null
  /** The sentence it goes back to, for the search. */
  readonly quote: string
}

/**
 * Appends the steps of all changes: an entry and an action each, and the caches they add up to. A parent stands before
 * its children. Answers the new states by id.
 */
export async function append(
  app: App,
  db: Writer,
  register: Pick<RegisterOn, 'nameOf'>,
  occasion: Occasion,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Commitment>> {
  const done = changes.map((change) => {
    const actions = change.steps.map((step, index) =>
      actionOf(occasion, step, change.before.length + index + 1),
    )
    return { change, actions, state: fold([...change.before, ...actions]) }
  })
  const caches = done.map(({ change, state }) => ({
    id: change.id,
    state,
    document: change.document,
    createdAt: change.before[0]?.at ?? occasion.at,
    ...searchOf(state, change.quote, register),
  }))
  await saveCommitments(
    db,
    caches,
    new Set(changes.filter((it) => it.before.length === 0).map((it) => it.id)),
  )
  const lines = done.flatMap(({ change, actions }) =>
    actions.map((action) => ({ commitment: change.id, action, request: occasion.request })),
  )
  const entries = await insertEntries(
    db,
    lines.map((it) => entryOf(app.ports, contentOf(it))),
  )
  await insertActions(
    db,
    lines.map((it, index) => ({ ...it, entry: entries[index] ?? 0 })),
  )
  await openDocuments(db, done)
  return new Map(done.map(({ change, state }) => [change.id, state]))
}

/** What the search finds it by, and what its title sorts by. */
function searchOf(state: Commitment, quote: string, register: Pick<RegisterOn, 'nameOf'>) {
  const names = [state.owner, state.issuer].map(register.nameOf)
  return {
    titleKey: sortKey(state.title.slice(0, 24)),
    tokens: tokens([state.title, quote, state.charge ?? '', ...names].join('\n')),
  }
}

/** The entry of an action holds all of it, so that the action can be made again from the entry. */
function contentOf({ commitment, action, request }: Omit<StoredAction, 'entry'>) {
  const { verb, at, by, behalf, seq, on, byName, body } = action
  return {
    kind: `commitment.${verb}`,
    subject: commitment,
    at,
    actor: by,
    behalf,
    body: { seq, on, byName, request, body },
  }
}

function actionOf(occasion: Occasion, step: Step, seq: number): Action {
  return {
    seq,
    at: occasion.at,
    on: occasion.on,
    by: occasion.person,
    byName: occasion.name,
    behalf: step.behalf,
    verb: step.verb,
    // The contract checked a request's body against the schema of its verb; ours are typed where they are made.
    body: step.body,
  } as Action
}

/** Whoever works under a sentence of a document may read it. */
async function openDocuments(
  db: Writer,
  done: readonly { readonly change: Change; readonly state: Commitment }[],
): Promise<void> {
  const units = new Map<string, Set<string>>()
  for (const { change, state } of done) {
    if (change.document === null) continue
    const of = units.get(change.document) ?? new Set<string>()
    units.set(change.document, of.add(state.owner).add(state.issuer))
  }
  for (const [document, of] of units) await addDutyUnits(db, document, [...of])
}
