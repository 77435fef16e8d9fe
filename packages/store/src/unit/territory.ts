import {
  type Basis,
  type Change,
  type DatedLink,
  type DatedUnit,
  shareJson,
  shareOf,
  type Territory,
} from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import { slices } from '../slices.js'
import type { Reader, Writer } from '../store.js'
import { days, partly } from './register.js'

/** All days of all units and links, as we know them now. */
export async function territoryNow(db: Reader): Promise<Territory> {
  const units = await db
    .selectFrom('unit_state')
    .select(['unit', 'kind', 'name'])
    .select([lower.as('validFrom'), upper.as('validTo')])
    .where(isKnown)
    .orderBy('sort_key')
    .orderBy('unit')
    .orderBy(lower)
    .execute()
  const links = await db
    .selectFrom('link')
    .select(['kind', 'from_unit as from', 'to_unit as to', 'share_part', 'share_whole'])
    .select([lower.as('validFrom'), upper.as('validTo')])
    .where(isKnown)
    .orderBy('id')
    .execute()
  return {
    units,
    links: links.map(({ share_part, share_whole, ...it }) => ({ ...it, ...partly(share_part, share_whole) })),
  }
}

/**
 * An instant later than every one at which something became known of the map: by it alone the rows of a publication
 * are found again. `clock` where that is late enough.
 */
export async function nextKnown(db: Reader, clock: string): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select greatest(${clock}::timestamptz, max(it) + interval '1 millisecond') as at from (
      select max(greatest(lower(known), upper(known))) as it from unit_state
      union all select max(greatest(lower(known), upper(known))) from link) as instants`.execute(db)
  const at = rows[0]?.at
  if (at === undefined) throw new Error('an aggregate without a row')
  return at
}

export interface PublishGiven {
  readonly change: Change
  /** The day it takes effect. */
  readonly on: string
  /** From `nextKnown`. */
  readonly at: string
  readonly basis: Basis
  readonly sortKey: (name: string) => string
  readonly newId: () => string
}

/**
 * Writes a change of the map. Rows that end stop being known at `at` and are known from then on up to the day; rows
 * that begin are known from `at` and hold from the day. What was known before `at` stays as it was.
 */
export async function publishChange(db: Writer, given: PublishGiven): Promise<void> {
  const { change, on, at, basis } = given
  const states = await closeStates(db, change.ends.units, at)
  const links = await closeLinks(db, change.ends.links, at)
  const left = <T extends Days>(it: T) => (it.from !== null && it.from >= on ? [] : [{ ...it, to: on }])
  const before = new Map(states.map((it) => [it.unit, it]))
  const begun = change.begins.units.map((it) => {
    const was = before.get(it.unit)
    return {
      unit: it.unit,
      kind: it.kind,
      name: it.name,
      aka: was?.aka ?? [],
      code: was?.code ?? null,
      sort_key: given.sortKey(it.name),
      basis,
      from: on,
      to: null,
    }
  })
  for (const some of slices(begun)) {
    await db
      .insertInto('unit')
      .values(some.map((it) => ({ id: it.unit })))
      .onConflict((it) => it.doNothing())
      .execute()
  }
  await insertStates(db, [...states.flatMap(left), ...begun], at)
  const begunLinks = change.begins.links.map((it) => {
    const share = shareJson(it.share ?? shareOf(1, 1))
    return {
      kind: it.kind,
      from_unit: it.from,
      to_unit: it.to,
      share_part: share.part,
      share_whole: share.whole,
      basis,
      from: on,
      to: null,
    }
  })
  await insertLinks(db, [...links.flatMap(left), ...begunLinks], at, given.newId)
}

/**
 * Takes a publication back: the rows it made known stop being so at `at`, and those it corrected are known again.
 * Ask `builtUpon` first.
 */
export async function unpublishChange(
  db: Writer,
  given: { readonly published: string; readonly at: string; readonly newId: () => string },
): Promise<void> {
  const opened = sql<SqlBool>`lower(known) = ${given.published}::timestamptz`
  const closed = sql<SqlBool>`upper(known) = ${given.published}::timestamptz`
  const states = await db.selectFrom('unit_state').select(stateColumns).where(closed).execute()
  const links = await db.selectFrom('link').select(linkColumns).where(closed).execute()
  await db
    .updateTable('unit_state')
    .set({ known: until(given.at) })
    .where(opened)
    .execute()
  await db
    .updateTable('link')
    .set({ known: until(given.at) })
    .where(opened)
    .execute()
  await insertStates(db, states, given.at)
  await insertLinks(db, links, given.at, given.newId)
}

/** Units of which a row of a publication was corrected since, or that only it knows and a later link names. */
export async function builtUpon(db: Reader, published: string): Promise<readonly string[]> {
  const { rows } = await sql<{ unit: string }>`
    with ours as (
      select unit from unit_state s where lower(known) = ${published}::timestamptz and not exists (
        select 1 from unit_state other where other.unit = s.unit and lower(other.known) < ${published}::timestamptz)
    )
    select unit from unit_state where lower(known) = ${published}::timestamptz and not upper_inf(known)
    union select from_unit from link where lower(known) = ${published}::timestamptz and not upper_inf(known)
    union select unit from ours join link on unit in (from_unit, to_unit)
      where upper_inf(known) and lower(known) > ${published}::timestamptz
    order by 1`.execute(db)
  return rows.map((it) => it.unit)
}

interface Days {
  readonly from: string | null
  readonly to: string | null
}

const lower = sql<string | null>`lower(valid)`
const upper = sql<string | null>`upper(valid)`
const isKnown = sql<SqlBool>`upper_inf(known)`
const until = (at: string) => sql`tstzrange(lower(known), ${at}::timestamptz)`

const stateColumns = [
  'unit',
  'kind',
  'name',
  'aka',
  'code',
  'sort_key',
  'basis',
  lower.as('from'),
  upper.as('to'),
] as const
const linkColumns = [
  'kind',
  'from_unit',
  'to_unit',
  'share_part',
  'share_whole',
  'basis',
  lower.as('from'),
  upper.as('to'),
] as const

async function closeStates(db: Writer, rows: readonly DatedUnit[], at: string) {
  const named = sql`unnest(${rows.map((it) => it.unit)}::text[], ${rows.map((it) => it.validFrom)}::date[])`
  const closed = await db
    .updateTable('unit_state')
    .set({ known: until(at) })
    .where(isKnown)
    .where(
      sql<SqlBool>`exists (select 1 from ${named} as it (unit, day)
        where it.unit = unit_state.unit and it.day is not distinct from lower(valid))`,
    )
    .returning(stateColumns)
    .execute()
  if (closed.length !== rows.length) throw new Error('a unit changed under a publication')
  return closed
}

async function closeLinks(db: Writer, rows: readonly DatedLink[], at: string) {
  const named = sql`unnest(${rows.map((it) => it.kind)}::text[], ${rows.map((it) => it.from)}::text[],
    ${rows.map((it) => it.to)}::text[], ${rows.map((it) => it.validFrom)}::date[])`
  const closed = await db
    .updateTable('link')
    .set({ known: until(at) })
    .where(isKnown)
    .where(
      sql<SqlBool>`exists (select 1 from ${named} as it (kind, lower, upper, day)
        where it.kind = link.kind and it.lower = from_unit and it.upper = to_unit
          and it.day is not distinct from lower(valid))`,
    )
    .returning(linkColumns)
    .execute()
  if (closed.length !== rows.length) throw new Error('a link changed under a publication')
  return closed
}

type State = Awaited<ReturnType<typeof closeStates>>[number]
type LinkRow = Awaited<ReturnType<typeof closeLinks>>[number]

async function insertStates(db: Writer, rows: readonly State[], at: string): Promise<void> {
  const known = sql`tstzrange(${at}::timestamptz, null)`
  for (const some of slices(rows)) {
    const values = some.map(({ from, to, basis, ...it }) => ({
      ...it,
      aka: [...it.aka],
      basis: JSON.stringify(basis),
      valid: days(from, to),
      known,
    }))
    await db.insertInto('unit_state').values(values).execute()
  }
}

async function insertLinks(
  db: Writer,
  rows: readonly LinkRow[],
  at: string,
  newId: () => string,
): Promise<void> {
  const known = sql`tstzrange(${at}::timestamptz, null)`
  for (const some of slices(rows)) {
    const values = some.map(({ from, to, basis, ...it }) => ({
      ...it,
      id: newId(),
      basis: JSON.stringify(basis),
      valid: days(from, to),
      known,
    }))
    await db.insertInto('link').values(values).execute()
  }
}
