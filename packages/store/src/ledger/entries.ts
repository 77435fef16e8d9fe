import { type SqlBool, sql } from 'kysely'
import { slices } from '../slices.js'
import type { Reader, Writer } from '../store.js'

export interface NewEntry {
  readonly at: string
  readonly kind: string
  readonly subject: string
  readonly actor: string
  /** RFC 8785 canonical JSON. */
  readonly content: string
  readonly nonce: Uint8Array
  readonly commit: Uint8Array
}

/** Appends one line, and asks the sequencer for its place in the tree. Answers its id. */
export async function insertEntry(db: Writer, entry: NewEntry): Promise<number> {
  const [id] = await insertEntries(db, [entry])
  if (id === undefined) throw new Error('an entry was written without an id')
  return id
}

/** As `insertEntry` for many: ids in the order given. */
export async function insertEntries(db: Writer, entries: readonly NewEntry[]): Promise<readonly number[]> {
  if (entries.length === 0) return []
  const ids: number[] = []
  for (const some of slices(entries)) {
    const rows = await db
      .insertInto('entry')
      .values([...some])
      .returning('id')
      .execute()
    const written = rows.map((it) => it.id).toSorted((a, b) => a - b)
    await db
      .insertInto('entry_pending')
      .values(written.map((entry) => ({ entry })))
      .execute()
    ids.push(...written)
  }
  return ids
}

export interface EntryRow {
  readonly id: number
  readonly at: string
  readonly kind: string
  readonly subject: string
  readonly actor: string
  /** Null where it was erased. */
  readonly content: string | null
  /** Lower-case hex. */
  readonly commit: string
}

/** Newest first, those before `before`. */
export async function listEntries(
  db: Reader,
  page: { readonly before: number | null; readonly limit: number },
): Promise<{ readonly entries: readonly EntryRow[]; readonly total: number }> {
  const entries = await db
    .selectFrom('entry')
    .select(['id', 'at', 'kind', 'subject', 'actor', 'content'])
    .select(sql<string>`encode(commit, 'hex')`.as('commit'))
    .$if(page.before !== null, (query) => query.where('id', '<', page.before))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
  const { total } = await db
    .selectFrom('entry')
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { entries, total }
}

/** Kinds that begin so, oldest first: what the tables the screens read are rebuilt from. */
export async function entriesOfKind(db: Reader, beginning: string): Promise<readonly EntryRow[]> {
  return db
    .selectFrom('entry')
    .select(['id', 'at', 'kind', 'subject', 'actor', 'content'])
    .select(sql<string>`encode(commit, 'hex')`.as('commit'))
    .where(sql<SqlBool>`starts_with(kind, ${beginning})`)
    .orderBy('id')
    .execute()
}
