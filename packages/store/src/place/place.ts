import type { PackManifest } from '@gangmu/core'
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
