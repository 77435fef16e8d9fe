import {
  type DocumentFacts,
  type Edit,
  type ModelNote,
  type Reading,
  type Refusal,
  type Repair,
  type Restoration,
  sourceOf,
} from '@gangmu/core'
import { sql } from 'kysely'
import type { Reader, Writer } from '../store.js'

export interface Pending {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly receivedOn: string
  /** Claims that came to no end, this one with them. */
  readonly attempts: number
}

/** The oldest document that waits to be read, or whose reading came to no end; null where there is none. */
export async function nextPending(db: Reader, not: readonly string[]): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('state', 'in', ['received', 'reading'])
    .$if(not.length > 0, (query) => query.where('id', 'not in', not))
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Marks a document as being read; null where it waits no more. Who claims it holds its name alone meanwhile. */
export async function claimPending(db: Writer, id: string): Promise<Pending | null> {
  const row = await db
    .updateTable('document')
    .set((it) => ({ state: 'reading', attempts: it('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['received', 'reading'])
    .returning(['id', 'name', 'text', 'attempts', 'received_on as receivedOn'])
    .executeTakeFirst()
  return row ?? null
}

/** Gives a claim back that the text did not use up; it counts no more. */
export async function releaseClaim(db: Writer, id: string): Promise<void> {
  await sql`update document set attempts = greatest(attempts - 1, 0)
    where id = ${id} and state = 'reading'`.execute(db)
}

/** Lets a document whose reading was refused wait once more, as if new; false where it is in another state. */
export async function waitAgain(db: Writer, id: string): Promise<boolean> {
  const row = await db
    .updateTable('document')
    .set({ state: 'received', attempts: 0, refusal: null })
    .where('id', '=', id)
    .where('state', '=', 'refused')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Locks a claimed document until the end of the transaction; false where it was read, or claimed anew, meanwhile. */
export async function holdPending(db: Writer, it: Pick<Pending, 'id' | 'attempts'>): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('id', '=', it.id)
    .where('state', '=', 'reading')
    .where('attempts', '=', it.attempts)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function countPending(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('document')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('state', 'in', ['received', 'reading'])
    .executeTakeFirstOrThrow()
  return row.count
}

/** Locks a document until the end of the transaction; answers its state and its newest restoration. */
export async function lockDocument(
  db: Writer,
  id: string,
): Promise<{ readonly state: string; readonly restoration: string | null } | null> {
  const row = await db
    .selectFrom('document')
    .select(['state', 'restoration'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function markUnreadable(db: Writer, id: string, refusal: Refusal): Promise<void> {
  await db
    .updateTable('document')
    .set({ state: 'refused', refusal: JSON.stringify(refusal) })
    .where('id', '=', id)
    .execute()
}

export interface NewReading {
  readonly document: string
  readonly restorationId: string
  readonly restoration: Restoration
  /** Repairs a person refused, as they last stood. */
  readonly refused: readonly Repair[]
  readonly readingId: string
  readonly reading: Reading
  /** One for each finding of the reading, in order. */
  readonly findings: readonly { readonly id: string; readonly origin: string }[]
  /** What the document is called, where its words say so. */
  readonly title: string | null
  /** Duties of the reading that wait for a decision. */
  readonly open: number
  readonly at: string
}

/** Appends a restoration with its reading, and makes them the newest of their document. */
export async function insertReading(db: Writer, it: NewReading): Promise<void> {
  await db
    .insertInto('restoration')
    .values({
      id: it.restorationId,
      document: it.document,
      rules: it.restoration.rules,
      refused: JSON.stringify(it.refused),
      text: it.restoration.text,
      edits: JSON.stringify(it.restoration.edits),
      repairs: JSON.stringify(it.restoration.repairs),
      at: it.at,
    })
    .execute()
  await db
    .insertInto('reading')
    .values({
      id: it.readingId,
      document: it.document,
      restoration: it.restorationId,
      rules: it.reading.rules,
      facts: JSON.stringify(it.reading.facts),
      model: it.reading.model === undefined ? null : JSON.stringify(it.reading.model),
      at: it.at,
    })
    .execute()
  const rows = it.reading.findings.map((finding, index) => ({
    id: it.findings[index]?.id,
    origin: it.findings[index]?.origin,
    ordinal: finding.ordinal,
    rule: finding.rule,
    kind: finding.body.kind,
    anchor: finding.anchor,
    body: finding.body,
    source: sourceOf(finding),
    proposal: finding.proposal ?? null,
  }))
  await sql`
    insert into finding (id, document, reading, origin, ordinal, rule, kind, anchor, body, source, proposal)
    select id, ${it.document}, ${it.readingId}, origin, ordinal, rule, kind, anchor, body, source,
      nullif(proposal, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it(
      id uuid, origin uuid, ordinal integer, rule text, kind text, anchor jsonb, body jsonb,
      source text, proposal jsonb)`.execute(db)
  const { facts } = it.reading
  await db
    .updateTable('document')
    .set({
      state: 'read',
      refusal: null,
      restoration: it.restorationId,
      reading: it.readingId,
      title: it.title,
      open: it.open,
      dated: facts.date,
      publisher: facts.publisher,
    })
    .where('id', '=', it.document)
    .execute()
}

export interface RestorationRow {
  readonly id: string
  readonly text: string
  readonly edits: readonly Edit[]
  readonly repairs: readonly Repair[]
  readonly refused: readonly Repair[]
}

export async function getRestoration(db: Reader, id: string): Promise<RestorationRow> {
  return db
    .selectFrom('restoration')
    .select(['id', 'text', 'edits', 'repairs', 'refused'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Whether a restoration of the document gave exactly this text before. */
export async function restoredBefore(db: Reader, document: string, text: string): Promise<boolean> {
  const row = await db
    .selectFrom('restoration')
    .select('id')
    .where('document', '=', document)
    .where('text', '=', text)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function getReading(
  db: Reader,
  id: string,
): Promise<{
  readonly id: string
  readonly rules: string
  readonly at: string
  readonly facts: DocumentFacts
  readonly model: ModelNote | null
}> {
  return db
    .selectFrom('reading')
    .select(['id', 'rules', 'at', 'facts', 'model'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The newest restored texts that hold `words` where blanks are not counted. */
export async function textsWith(
  db: Reader,
  words: string,
): Promise<readonly { readonly document: string; readonly title: string; readonly text: string }[]> {
  const { rows } = await sql<{ document: string; title: string; text: string }>`
    select document.id as document, coalesce(document.title, document.name) as title, restoration.text
    from document join restoration on restoration.id = document.restoration
    where strpos(regexp_replace(restoration.text, '\\s', '', 'g'), ${words}) > 0
    order by document.received_at, document.id`.execute(db)
  return rows
}

/** The zones that the newest readings name, by id: known to the register, or by one of the given names. */
export async function unitsNamed(
  db: Reader,
  units: readonly { readonly unit: string; readonly names: readonly string[] }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ unit: string | null; name: string; canonical: string | null }>`
    select distinct body->>'unit' as unit, body->>'name' as name, body->>'canonical' as canonical
    from finding join document on document.reading = finding.reading
    where finding.kind = 'entity'`.execute(db)
  const said = new Set(rows.flatMap((it) => [it.name, ...(it.canonical === null ? [] : [it.canonical])]))
  const known = new Set(rows.map((it) => it.unit))
  return new Set(
    units.filter((it) => known.has(it.unit) || it.names.some((name) => said.has(name))).map((it) => it.unit),
  )
}

/** A person refused a repair, or took the refusal back. */
export async function insertRepairRefusal(
  db: Writer,
  it: {
    readonly document: string
    readonly key: string
    readonly refused: boolean
    readonly person: string
    readonly personName: string
    readonly at: string
    readonly request: string
    readonly entry: number
  },
): Promise<void> {
  const row = await db
    .selectFrom('repair_refusal')
    .select((query) => query.fn.max('seq').as('last'))
    .where('document', '=', it.document)
    .executeTakeFirst()
  await db
    .insertInto('repair_refusal')
    .values({
      document: it.document,
      seq: (row?.last ?? 0) + 1,
      key: it.key,
      refused: it.refused,
      by_person: it.person,
      by_name: it.personName,
      at: it.at,
      request: it.request,
      entry: it.entry,
    })
    .execute()
}
