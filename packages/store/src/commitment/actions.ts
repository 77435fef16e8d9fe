import type { Action } from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import { slices } from '../slices.js'
import type { Reader, Writer } from '../store.js'

export interface StoredAction {
  readonly commitment: string
  readonly action: Action
  readonly request: string
  readonly entry: number
}

/** What was done to a commitment, in order. */
export async function historyOf(db: Reader, commitment: string): Promise<readonly StoredAction[]> {
  return toActions(await selectActions(db).where('commitment', '=', commitment).orderBy('seq').execute())
}

/** As `historyOf` for several, by commitment. */
export async function historiesOf(
  db: Reader,
  commitments: readonly string[],
): Promise<ReadonlyMap<string, readonly Action[]>> {
  const query = selectActions(db)
    .where(sql<SqlBool>`commitment = any(${[...commitments]}::uuid[])`)
    .orderBy('seq')
  const histories = new Map<string, Action[]>()
  for (const { commitment, action } of toActions(await query.execute())) {
    const history = histories.get(commitment)
    if (history) history.push(action)
    else histories.set(commitment, [action])
  }
  return histories
}

/** Every action there is, by commitment and in order: for rebuilding caches. */
export async function allActions(db: Reader): Promise<readonly StoredAction[]> {
  return toActions(await selectActions(db).orderBy('commitment').orderBy('seq').execute())
}

export async function insertActions(db: Writer, actions: readonly StoredAction[]): Promise<void> {
  if (actions.length === 0) return
  const rows = actions.map(({ commitment, action, request, entry }) => ({
    commitment,
    seq: action.seq,
    at: action.at,
    on_day: action.on,
    by_person: action.by,
    by_name: action.byName,
    behalf: action.behalf,
    verb: action.verb,
    body: JSON.stringify(action.body),
    request,
    entry,
  }))
  for (const some of slices(rows)) {
    await db
      .insertInto('commitment_action')
      .values([...some])
      .execute()
  }
}

/** The commitments a request touched first: where the answer to the same request again is read from. */
export async function commitmentsOfRequest(db: Reader, request: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('commitment_action')
    .select('commitment')
    .where('request', '=', request)
    .orderBy('entry')
    .execute()
  return [...new Set(rows.map((it) => it.commitment))]
}

function selectActions(db: Reader) {
  return db
    .selectFrom('commitment_action')
    .select(['commitment', 'seq', 'at', 'on_day', 'by_person', 'by_name', 'behalf', 'verb', 'body'])
    .select(['request', 'entry'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectActions>['execute']>>[number]

function toActions(rows: readonly Row[]): readonly StoredAction[] {
  return rows.map((it) => ({
    commitment: it.commitment,
    request: it.request,
    entry: it.entry,
    action: {
      seq: it.seq,
      at: it.at,
      on: it.on_day,
      by: it.by_person,
      byName: it.by_name,
      behalf: it.behalf,
      verb: it.verb,
      // Written from an action and checked by the schema of its verb then.
      body: it.body,
    } as Action,
  }))
}
