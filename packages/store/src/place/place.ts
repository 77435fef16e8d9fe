import type { PackManifest } from '@gangmu/core'
import { sql } from 'kysely'
import type { Reader, Writer } from '../store.js'

export interface PlaceRow {
  readonly hash: string
  readonly manifest: PackManifest
  readonly unitsVersion: number
}

/** The place this installation serves, or null before a pack was loaded. */
export async function findPlace(db: Reader): Promise<PlaceRow | null> {
  const row = await db.selectFrom('place').select(['hash', 'manifest', 'units_version']).executeTakeFirst()
  return row === undefined
    ? null
    : { hash: row.hash, manifest: row.manifest, unitsVersion: row.units_version }
}

export async function insertPlace(
  db: Writer,
  it: { readonly hash: string; readonly manifest: PackManifest; readonly at: string },
): Promise<void> {
  await db
    .insertInto('place')
    .values({
      pack: it.manifest.id,
      version: it.manifest.version,
      hash: it.hash,
      manifest: JSON.stringify(it.manifest),
      loaded_at: it.at,
    })
    .execute()
}

/** Changes whenever units or links do. */
export async function unitsVersion(db: Reader): Promise<number> {
  const row = await db.selectFrom('place').select('units_version').executeTakeFirst()
  return row?.units_version ?? 0
}

/** Says that units or links changed. */
export async function raiseUnitsVersion(db: Writer): Promise<void> {
  await db
    .updateTable('place')
    .set((it) => ({ units_version: it('units_version', '+', 1) }))
    .execute()
}

/**
 * Keeps the map still until the transaction ends: `shared` by all who hand duties to units that must stand, `alone`
 * for who changes it. The first statement of a transaction, before it looks at the register or locks a row.
 */
export async function holdMap(db: Writer, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended('gangmu.map.' || current_schema(), 0)`
  await (
    how === 'alone'
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(db)
}
