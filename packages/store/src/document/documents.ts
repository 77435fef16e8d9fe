import type { Refusal, Visible } from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../store.js'
import { visibleTo } from '../commitment/skeleton.js'
import { mayRead } from './may-read.js'
import { uuidsIn } from '../uuid.js'

export interface NewDocument {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly charset: string | null
  readonly receivedBy: string
  readonly receivedByPerson: string
  readonly receivedAt: string
  readonly receivedOn: string
  readonly text: string
}

/** What lists show of a document; the counts are of its newest reading. */
export interface DocumentSummary {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly receivedBy: string
  readonly receivedByPerson: string
  readonly receivedAt: string
  readonly receivedOn: string
  readonly state: 'received' | 'reading' | 'read' | 'refused'
  readonly refusal: Refusal | null
  readonly title: string | null
  readonly dated: string | null
  readonly publisher: string | null
  readonly restoration: string | null
  readonly reading: string | null
  readonly findings: number
  /** Duties nobody decided on yet. */
  readonly open: number
  readonly commitments: number
}

/** Null where the unit had received these bytes before. */
export async function insertDocument(db: Writer, it: NewDocument): Promise<string | null> {
  const row = await db
    .insertInto('document')
    .values({
      id: it.id,
      name: it.name,
      sha256: it.sha256,
      bytes: it.bytes,
      media_type: it.mediaType,
      charset: it.charset,
      received_by: it.receivedBy,
      received_by_person: it.receivedByPerson,
      received_at: it.receivedAt,
      received_on: it.receivedOn,
      text: it.text,
      state: 'received',
    })
    .onConflict((conflict) => conflict.columns(['received_by', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findDocumentByHash(
  db: Reader,
  receivedBy: string,
  sha256: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('received_by', '=', receivedBy)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Documents a reader may see, newest first; `like` is a pattern for name, title and publisher. */
export async function listDocuments(
  db: Reader,
  seen: Visible,
  filter: { readonly like?: string | undefined; readonly ids?: readonly string[]; readonly limit?: number },
): Promise<readonly DocumentSummary[]> {
  return selectSummaries(db, seen)
    .where(mayRead(seen))
    .$if(filter.like !== undefined, (query) =>
      query.where(sql<SqlBool>`concat_ws(' ', name, title, publisher) ilike ${filter.like}`),
    )
    .$if(filter.ids !== undefined, (query) =>
      query.where(sql<SqlBool>`document.id = any(${uuidsIn(filter.ids ?? [])}::uuid[])`),
    )
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .$if(filter.limit !== undefined, (query) => query.limit(filter.limit ?? 0))
    .execute()
}

export async function findDocument(db: Reader, seen: Visible, id: string): Promise<DocumentSummary | null> {
  const [found] = await listDocuments(db, seen, { ids: [id] })
  return found ?? null
}

/** Null where there is none, or none for the reader. */
export async function documentTitle(db: Reader, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select(['title', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : (row.title ?? row.name)
}

/** The text as it came in. */
export async function receivedText(db: Reader, id: string): Promise<string> {
  const row = await db.selectFrom('document').select('text').where('id', '=', id).executeTakeFirstOrThrow()
  return row.text
}

/** Keeps how many duties of a document wait for a decision. */
export async function setOpen(db: Writer, id: string, open: number): Promise<void> {
  await db.updateTable('document').set({ open }).where('id', '=', id).execute()
}

/** How many documents of these units wait for a decision. */
export async function countToReview(db: Reader, receivedBy: readonly string[]): Promise<number> {
  if (receivedBy.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from document
    where received_by = any(${[...receivedBy]}) and open > 0`.execute(db)
  return rows[0]?.count ?? 0
}

/** Opens a document to units that owe or handed out a duty from it. */
export async function addDutyUnits(db: Writer, id: string, units: readonly string[]): Promise<void> {
  await sql`
    update document set duty_units = array(
      select distinct it from unnest(duty_units || ${[...units]}::text[]) it order by it)
    where id = ${id} and not duty_units @> ${[...units]}::text[]`.execute(db)
}

function selectSummaries(db: Reader, seen: Visible) {
  return db
    .selectFrom('document')
    .select(['id', 'name', 'sha256', 'bytes', 'received_by as receivedBy', 'received_at as receivedAt'])
    .select(['received_by_person as receivedByPerson', 'received_on as receivedOn', 'state', 'refusal'])
    .select(['title', 'dated', 'publisher', 'restoration', 'reading', 'open'])
    .select([
      sql<number>`(select count(*) from finding where finding.reading = document.reading)`.as('findings'),
      // The scope says the same; as a condition of its own it is looked at first, and quicker.
      sql<number>`(select count(*) from commitment it
        where it.document = document.id and it.parent is null and ${visibleTo(seen)})`.as('commitments'),
    ])
}

/** How many documents each of these units received. */
export async function countReceivedBy(
  db: Reader,
  units: readonly string[],
): Promise<readonly { readonly unit: string; readonly count: number }[]> {
  return db
    .selectFrom('document')
    .select('received_by as unit')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where(sql<SqlBool>`received_by = any(${[...units]}::text[])`)
    .groupBy('received_by')
    .orderBy('received_by')
    .execute()
}

/** What a unit received is its heir's from now on, where the heir has not the same already. Answers how many. */
export async function passDocuments(
  db: Writer,
  { unit, heir }: { readonly unit: string; readonly heir: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update document set received_by = ${heir} where received_by = ${unit} and not exists (
      select 1 from document other where other.received_by = ${heir} and other.sha256 = document.sha256
    )`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
