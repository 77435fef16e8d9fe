import type { Commitment, Visible } from '@gangmu/core'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { slices } from '../slices.js'
import type { Reader, Writer } from '../store.js'
import { uuidsIn } from '../uuid.js'
import { visibleTo } from './skeleton.js'

/** A commitment as its history adds up to, with what only the register knows. */
export interface StoredCommitment extends Commitment {
  readonly id: string
  readonly document: string | null
  readonly createdAt: string
  readonly children: number
}

/** In the order of the ids; those that are not there, or not for the reader, are left out. */
export async function findCommitments(
  db: Reader,
  seen: Visible,
  ids: readonly string[],
): Promise<readonly StoredCommitment[]> {
  if (ids.length === 0) return []
  const rows = await selectCommitments(db)
    .where(visibleTo(seen))
    .where(sql<SqlBool>`commitment.id = any(${uuidsIn(ids)}::uuid[])`)
    .execute()
  const found = new Map(rows.map((it) => [it.id, it]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** As `findCommitments` for one, and nobody else changes it until the transaction ends. */
export async function lockCommitment(
  db: Writer,
  seen: Visible,
  id: string,
): Promise<StoredCommitment | null> {
  await db
    .selectFrom('commitment')
    .select('id')
    .where(visibleTo(seen))
    .where(sql<SqlBool>`id = any(${uuidsIn([id])}::uuid[])`)
    .forUpdate()
    .execute()
  // Read after the lock: what stood before may have changed while it was waited for.
  const [found] = await findCommitments(db, seen, [id])
  return found ?? null
}

export async function childrenOf(
  db: Reader,
  seen: Visible,
  parent: string,
): Promise<readonly StoredCommitment[]> {
  return selectCommitments(db)
    .where(visibleTo(seen))
    .where('parent', '=', parent)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Commitments not at an end that one of these units owes or handed out. Asked outside any reader's fence. */
export async function livingOf(db: Reader, units: readonly string[]): Promise<readonly StoredCommitment[]> {
  return selectCommitments(db)
    .where(sql<SqlBool>`(owner = any(${[...units]}::text[]) or issuer = any(${[...units]}::text[]))`)
    .where('state', 'not in', ['closed', 'withdrawn'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** How many of a commitment's children have not come to an end. */
export async function livingChildren(db: Reader, parent: string): Promise<number> {
  const { many } = await db
    .selectFrom('commitment')
    .select((it) => it.fn.countAll<string>().as('many'))
    .where('parent', '=', parent)
    .where('state', 'not in', ['closed', 'withdrawn'])
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** The targets of the children not withdrawn. Asked outside the reader's fence: a sum is the same for everybody. */
export async function childValues(
  db: Reader,
  parent: string,
): Promise<readonly { readonly value: number | null }[]> {
  const rows = await db
    .selectFrom('commitment')
    .select('target')
    .where('parent', '=', parent)
    .where('state', '!=', 'withdrawn')
    .execute()
  return rows.map((it) => ({ value: it.target?.value ?? null }))
}

/** From the root down to the parent; only ids. Asked outside the reader's fence, so that no hidden one ends the chain. */
export async function ancestorsOf(db: Reader, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select parent as id, 1 as depth from commitment where id = ${id} and parent is not null
      union all
      select it.parent, depth + 1 from above join commitment it on it.id = above.id
      where it.parent is not null and depth < 100
    )
    select id from above order by depth desc`.execute(db)
  return rows.map((it) => it.id)
}

export interface CommitmentCache {
  readonly id: string
  readonly state: Commitment
  readonly document: string | null
  readonly createdAt: string
  readonly titleKey: string
  readonly tokens: readonly string[]
}

/**
 * Writes what histories add up to, those in `isNew` for the first time. The ledger and the actions are the truth, this
 * is what screens read.
 */
export async function saveCommitments(
  db: Writer,
  caches: readonly CommitmentCache[],
  isNew: ReadonlySet<string>,
): Promise<void> {
  const fresh = caches.filter((it) => isNew.has(it.id))
  for (const some of slices(fresh)) {
    const rows = some.map((it) => ({
      id: it.id,
      document: it.document,
      created_at: it.createdAt,
      ...columns(it),
    }))
    await db.insertInto('commitment').values(rows).execute()
  }
  for (const it of caches.filter((one) => !isNew.has(one.id))) {
    const { numUpdatedRows } = await db
      .updateTable('commitment')
      .set(columns(it))
      .where('id', '=', it.id)
      .executeTakeFirstOrThrow()
    // The fence lets a row it hides pass by in silence; then the history would say more than the register.
    if (numUpdatedRows !== 1n) throw new Error(`commitment ${it.id} was not there to be changed`)
  }
}

function columns({ state, titleKey, tokens }: CommitmentCache) {
  const search: RawBuilder<unknown> = sql`array_to_tsvector(${[...tokens]}::text[])`
  return {
    kind: state.kind,
    title: state.title,
    theme: state.theme,
    state: state.state,
    resumes_as: state.resumesAs,
    issuer: state.issuer,
    owner: state.owner,
    charge: state.charge,
    due: state.due,
    target: state.target === null ? null : JSON.stringify(state.target),
    finding: state.finding,
    parent: state.parent,
    accepted_by_load: state.acceptedByLoad,
    assigned_on: state.assignedOn,
    last_report: state.lastReport === null ? null : JSON.stringify(state.lastReport),
    closed_on: state.closedOn,
    escalations: state.escalations,
    seq: state.seq,
    title_key: titleKey,
    search,
  }
}

function selectCommitments(db: Reader) {
  return db
    .selectFrom('commitment')
    .select(['id', 'kind', 'title', 'theme', 'state', 'resumes_as as resumesAs', 'issuer', 'owner', 'charge'])
    .select(['due', 'target', 'finding', 'document', 'parent', 'accepted_by_load as acceptedByLoad'])
    .select(['assigned_on as assignedOn', 'last_report as lastReport', 'closed_on as closedOn'])
    .select(['escalations', 'seq', 'created_at as createdAt'])
    .select(
      sql<number>`(select count(*) from commitment child where child.parent = commitment.id)`.as('children'),
    )
}

/** Every commitment in the scope: for comparing the cache with the ledger. */
export async function allCommitments(db: Reader): Promise<readonly StoredCommitment[]> {
  return selectCommitments(db).orderBy('id').execute()
}
