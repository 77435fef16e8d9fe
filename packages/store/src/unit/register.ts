import { type AsOf, type Link, type PackTile, type Share, type UnitState, shareOf } from '@gangmu/core'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../store.js'

export interface Register {
  readonly units: readonly UnitState[]
  readonly links: readonly Link[]
}

export async function isUnit(db: Reader, unit: string): Promise<boolean> {
  const found = await db.selectFrom('unit').select('id').where('id', '=', unit).executeTakeFirst()
  return found !== undefined
}

/** The units and links that hold at a point of both clocks, units in the order of their names. */
export async function registerAt(db: Reader, at: AsOf): Promise<Register> {
  const units = await db
    .selectFrom('unit_state')
    .select(['unit', 'kind', 'name', 'aka', 'code', 'sort_key as sortKey', 'basis'])
    .select([day('lower', 'valid').as('validFrom'), day('upper', 'valid').as('validTo')])
    .select([instant('lower').as('knownFrom'), instant('upper').as('knownTo')])
    .where(holdsAt(at))
    .orderBy('sort_key')
    .orderBy('unit')
    .execute()
  const links = await db
    .selectFrom('link')
    .select(['id', 'kind', 'from_unit as from', 'to_unit as to', 'share_part', 'share_whole', 'basis'])
    .select([day('lower', 'valid').as('validFrom'), day('upper', 'valid').as('validTo')])
    .select([instant('lower').as('knownFrom'), instant('upper').as('knownTo')])
    .where(holdsAt(at))
    .orderBy('id')
    .execute()
  return {
    units: units.map(withStart),
    links: links.map(({ share_part, share_whole, ...it }) =>
      withStart({ ...it, ...partly(share_part, share_whole) }),
    ),
  }
}

/** The last name of every unit there ever was, as we know it now. */
export async function unitNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('unit_state')
    .select(['unit', 'name'])
    .distinctOn('unit')
    .where(sql<SqlBool>`upper_inf(known)`)
    .orderBy('unit')
    .orderBy(sql`upper(valid) desc nulls first`)
    .execute()
  return new Map(rows.map((it) => [it.unit, it.name]))
}

export async function insertRegister(
  db: Writer,
  given: {
    readonly units: readonly Omit<UnitState, 'knownFrom' | 'knownTo'>[]
    readonly links: readonly Omit<Link, 'knownFrom' | 'knownTo'>[]
    readonly tiles: readonly PackTile[]
    /** When we learned it. */
    readonly at: string
  },
): Promise<void> {
  const known = sql`tstzrange(${given.at}::timestamptz, null)`
  const ids = [...new Set(given.units.map((it) => it.unit))]
  for (const some of slices(ids)) {
    await db
      .insertInto('unit')
      .values(some.map((id) => ({ id })))
      .execute()
  }
  for (const some of slices(given.units)) {
    const rows = some.map((it) => ({
      unit: it.unit,
      kind: it.kind,
      name: it.name,
      aka: [...it.aka],
      code: it.code,
      sort_key: it.sortKey,
      basis: JSON.stringify(it.basis),
      valid: days(it.validFrom, it.validTo),
      known,
    }))
    await db.insertInto('unit_state').values(rows).execute()
  }
  for (const some of slices(given.links)) {
    const rows = some.map((it) => ({
      id: it.id,
      kind: it.kind,
      from_unit: it.from,
      to_unit: it.to,
      basis: JSON.stringify(it.basis),
      valid: days(it.validFrom, it.validTo),
      known,
    }))
    await db.insertInto('link').values(rows).execute()
  }
  for (const some of slices(given.tiles)) {
    const rows = some.map((it) => ({ unit: it.unit, col: it.col, row_no: it.row }))
    await db.insertInto('tile').values(rows).execute()
  }
}

export async function listTiles(db: Reader): Promise<readonly PackTile[]> {
  return db
    .selectFrom('tile')
    .select(['unit', 'col', 'row_no as row'])
    .orderBy('row_no')
    .orderBy('col')
    .execute()
}

/** A statement holds at most 65,535 parameters. */
const slice = 1000
function slices<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / slice) }, (_, at) =>
    all.slice(at * slice, (at + 1) * slice),
  )
}

/** A share as a link carries it: none where it takes the whole. */
export function partly(part: number, whole: number): { readonly share?: Share } {
  return part === whole ? {} : { share: shareOf(part, whole) }
}

export function days(from: string | null, to: string | null) {
  return sql`daterange(${from}::date, ${to}::date)`
}

function holdsAt(at: AsOf): Expression<SqlBool> {
  return at.known === null
    ? sql<SqlBool>`valid @> ${at.date}::date and upper_inf(known)`
    : sql<SqlBool>`valid @> ${at.date}::date and known @> ${at.known}::timestamptz`
}

function day(end: 'lower' | 'upper', range: 'valid') {
  return sql<string | null>`${sql.raw(end)}(${sql.ref(range)})`
}

function instant(end: 'lower' | 'upper') {
  return sql<string | null>`${sql.raw(end)}(known)`
}

function withStart<T extends { readonly knownFrom: string | null }>(
  row: T,
): T & { readonly knownFrom: string } {
  if (row.knownFrom === null) throw new Error('a row is known from some instant on')
  return { ...row, knownFrom: row.knownFrom }
}
