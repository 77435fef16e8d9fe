import { type Pack, type Result, accepted, refusal, refused } from '@gangmu/core'
import {
  everything,
  findPlace,
  insertEntry,
  insertPeople,
  insertPlace,
  insertRegister,
  insertThemes,
} from '@gangmu/store'
import { sortKey } from '@gangmu/text'
import type { Base } from '../app.js'
import { canonical, entryOf, sha256 } from '../ledger/entry.js'

export interface Loaded {
  readonly id: string
  readonly version: string
  /** SHA-256 of the canonical pack, hexadecimal. */
  readonly hash: string
  /** True where the same content stood there already, and nothing was written. */
  readonly known: boolean
}

/** The name under which a load signs what it does. */
export const loader = { person: 'load', name: 'load' } as const

/**
 * Loads a checked pack into an empty region, all or nothing. The same content again changes nothing; other content
 * is refused with `pack.changed`.
 */
export async function loadPack(base: Base, pack: Pack): Promise<Result<Loaded>> {
  const { manifest } = pack
  const hash = sha256(canonical(pack))
  const at = base.ports.clock()
  return base.store.write(everything, async (db) => {
    const place = await findPlace(db)
    if (place !== null) {
      if (place.hash !== hash) return refused(changed(place.manifest, pack))
      return accepted({ id: manifest.id, version: manifest.version, hash, known: true })
    }
    await insertPlace(db, { hash, manifest, at })
    await insertRegister(db, {
      units: pack.units.map(({ id, ...it }) => ({ ...it, unit: id, sortKey: sortKey(it.name) })),
      links: pack.links.map((it) => ({ ...it, id: base.ports.id() })),
      tiles: pack.tiles,
      at,
    })
    await insertThemes(db, pack.themes)
    await insertPeople(
      db,
      pack.people.map((it) => ({ ...it, id: base.ports.id() })),
    )
    await insertEntry(
      db,
      entryOf(base.ports, {
        kind: 'pack.load',
        subject: manifest.id,
        at,
        actor: loader.person,
        behalf: null,
        body: { hash, version: manifest.version, units: pack.units.length, links: pack.links.length },
      }),
    )
    return accepted({ id: manifest.id, version: manifest.version, hash, known: false })
  })
}

function changed(stands: Pack['manifest'], pack: Pack) {
  return refusal('pack.changed', 'pack.json', {
    loaded: stands.id,
    loadedVersion: stands.version,
    given: pack.manifest.id,
    givenVersion: pack.manifest.version,
  })
}
