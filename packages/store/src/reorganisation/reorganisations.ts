import { type DatedLineage, type Lineage, shareJson, shareOf, type StepInput } from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../store.js'
import { uuidsIn } from '../uuid.js'

/** Who did something, and when. */
export interface Deed {
  readonly person: string
  readonly name: string
  readonly at: string
}

export interface ReorganisationDraft {
  readonly title: string
  readonly reason: string
  /** The day it takes effect. */
  readonly on: string
  readonly steps: readonly StepInput[]
}

export interface StoredReorganisation extends ReorganisationDraft {
  readonly id: string
  readonly state: 'draft' | 'published' | 'undone'
  readonly seq: number
  readonly created: Deed
  readonly published: Deed | null
  /** When duties and posts of the units it ended went to their heirs. */
  readonly effectedAt: string | null
  readonly undone: Deed | null
  readonly touched: readonly string[]
}

/** Newest first. */
export async function allReorganisations(db: Reader): Promise<readonly StoredReorganisation[]> {
  const rows = await selectRows(db).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toStored)
}

export async function findReorganisation(db: Reader, id: string): Promise<StoredReorganisation | null> {
  const row = await selectRows(db)
    .where(sql<SqlBool>`id = any(${uuidsIn([id])}::uuid[])`)
    .executeTakeFirst()
  return row === undefined ? null : toStored(row)
}

/** As `findReorganisation`, and nobody else changes it until the transaction ends. */
export async function lockReorganisation(db: Writer, id: string): Promise<StoredReorganisation | null> {
  const row = await selectRows(db)
    .where(sql<SqlBool>`id = any(${uuidsIn([id])}::uuid[])`)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toStored(row)
}

/** Published ones whose day has come and that have not been carried out, the earliest day first. */
export async function dueReorganisations(db: Reader, day: string): Promise<readonly StoredReorganisation[]> {
  const rows = await selectRows(db)
    .where('state', '=', 'published')
    .where('effected_at', 'is', null)
    .where('on_day', '<=', day)
    .orderBy('on_day')
    .orderBy('published_at')
    .execute()
  return rows.map(toStored)
}

export async function insertReorganisation(
  db: Writer,
  it: ReorganisationDraft & { readonly id: string; readonly created: Deed },
): Promise<void> {
  await db
    .insertInto('reorganisation')
    .values({
      id: it.id,
      ...columns(it),
      state: 'draft',
      seq: 1,
      author: it.created.person,
      author_name: it.created.name,
      created_at: it.created.at,
      changed_at: it.created.at,
    })
    .execute()
}

export async function changeDraft(
  db: Writer,
  id: string,
  it: ReorganisationDraft,
  at: string,
): Promise<void> {
  await db
    .updateTable('reorganisation')
    .set((row) => ({ ...columns(it), changed_at: at, seq: row('seq', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markPublished(
  db: Writer,
  id: string,
  given: { readonly by: Deed; readonly touched: readonly string[]; readonly lineage: readonly Lineage[] },
): Promise<void> {
  const { on_day } = await db
    .updateTable('reorganisation')
    .set((row) => ({
      state: 'published' as const,
      published_by: given.by.person,
      published_by_name: given.by.name,
      published_at: given.by.at,
      changed_at: given.by.at,
      touched: [...given.touched],
      seq: row('seq', '+', 1),
    }))
    .where('id', '=', id)
    .returning('on_day')
    .executeTakeFirstOrThrow()
  if (given.lineage.length === 0) return
  const rows = given.lineage.map((it) => {
    const { part, whole } = shareJson(it.share)
    return {
      reorganisation: id,
      from_unit: it.from,
      to_unit: it.to,
      share_part: part,
      share_whole: whole,
      on_day,
    }
  })
  await db.insertInto('lineage').values(rows).execute()
}

export async function markUndone(db: Writer, id: string, by: Deed): Promise<void> {
  await db
    .updateTable('reorganisation')
    .set((row) => ({
      state: 'undone' as const,
      undone_by: by.person,
      undone_by_name: by.name,
      undone_at: by.at,
      changed_at: by.at,
      seq: row('seq', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function markEffected(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('reorganisation').set({ effected_at: at }).where('id', '=', id).execute()
}

export interface StoredLineage extends DatedLineage {
  readonly reorganisation: string
}

/** Where units came from, by what is published now. */
export async function lineageNow(db: Reader): Promise<readonly StoredLineage[]> {
  const rows = await db
    .selectFrom('lineage')
    .innerJoin('reorganisation', 'reorganisation.id', 'lineage.reorganisation')
    .where('reorganisation.state', '=', 'published')
    .select(['lineage.reorganisation', 'from_unit', 'to_unit', 'share_part', 'share_whole', 'lineage.on_day'])
    .orderBy('lineage.on_day')
    .orderBy('from_unit')
    .orderBy('to_unit')
    .execute()
  return rows.map((it) => ({
    reorganisation: it.reorganisation,
    from: it.from_unit,
    to: it.to_unit,
    share: shareOf(it.share_part, it.share_whole),
    on: it.on_day,
  }))
}

function columns(it: ReorganisationDraft) {
  return { title: it.title, reason: it.reason, on_day: it.on, steps: JSON.stringify(it.steps) }
}

function selectRows(db: Reader) {
  return db
    .selectFrom('reorganisation')
    .select(['id', 'title', 'reason', 'on_day', 'steps', 'state', 'seq', 'touched'])
    .select(['author', 'author_name', 'created_at', 'effected_at'])
    .select(['published_by', 'published_by_name', 'published_at'])
    .select(['undone_by', 'undone_by_name', 'undone_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

function toStored(row: Row): StoredReorganisation {
  return {
    id: row.id,
    title: row.title,
    reason: row.reason,
    on: row.on_day,
    steps: row.steps,
    state: row.state,
    seq: row.seq,
    created: { person: row.author, name: row.author_name, at: row.created_at },
    published: deed(row.published_by, row.published_by_name, row.published_at),
    effectedAt: row.effected_at,
    undone: deed(row.undone_by, row.undone_by_name, row.undone_at),
    touched: row.touched,
  }
}

function deed(person: string | null, name: string | null, at: string | null): Deed | null {
  return person === null || at === null ? null : { person, name: name ?? person, at }
}
