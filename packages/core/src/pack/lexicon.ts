import type { Lexicon, LexiconName } from '../document/lexicon.js'
import type { PackUnit, UnitKind } from '../unit/unit.js'
import { groupBy } from './group-by.js'
import type { Pack } from './pack.js'
import { shortNames } from './short-names.js'

/** The names a place gives to the reader: full names, other names, and short forms where they are safe. */
export function lexiconFromPack(pack: Pack): Lexicon {
  const shorts = shortNames(pack.units)
  const containers = containersOf(pack)
  const all = pack.units.flatMap((unit) => {
    const said = (name: string): LexiconName => ({
      name,
      type: entityType(unit),
      canonical: name === unit.name ? null : unit.name,
      unit: unit.id,
      within: containers.get(unit.id) ?? null,
    })
    const short = shorts.get(unit.id)
    return [...new Set([unit.name, ...unit.aka, ...(short === undefined ? [] : [short])])].map(said)
  })
  const names = [...groupBy(all, (it) => it.name).values()]
    .map(settle)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const { id, version, city } = pack.manifest
  return {
    version: `${id}-${version}-${digest(JSON.stringify(names))}`,
    names,
    region: pack.units.find((it) => it.id === city)?.name ?? null,
  }
}

/** A name that several units bear is known, but not whose it is. */
function settle(bearers: readonly LexiconName[]): LexiconName {
  const [first, ...others] = bearers
  if (first === undefined) throw new Error('a group of names is never empty')
  if (others.length === 0) return first
  const own = bearers.filter((it) => it.canonical === null)
  return own.length === 1 && own[0] ? own[0] : { ...first, canonical: null, unit: null, within: null }
}

/** Name of what each unit lies in: the first `part-of`, else the first `located-in`, that still holds. */
function containersOf(pack: Pack): ReadonlyMap<string, string> {
  const names = new Map(pack.units.map((it) => [it.id, it.name]))
  const found = new Map<string, string>()
  for (const kind of ['part-of', 'located-in']) {
    for (const link of pack.links) {
      const name = names.get(link.to)
      if (link.kind === kind && link.validTo === null && name !== undefined && !found.has(link.from)) {
        found.set(link.from, name)
      }
    }
  }
  return found
}

const entityTypes: Readonly<Record<UnitKind, string>> = {
  province: 'division',
  city: 'division',
  district: 'division',
  town: 'division',
  village: 'division',
  community: 'division',
  zone: 'zone',
  park: 'park',
  department: 'organization',
  soe: 'soe',
  enterprise: 'enterprise',
  institute: 'institute',
}

/** A board that is a development zone, and an institute that is a university, are named as such in documents. */
function entityType(unit: PackUnit): string {
  if (unit.kind === 'district' && unit.name.endsWith('开发区')) return 'zone'
  if (unit.kind === 'institute' && unit.name.endsWith('大学')) return 'university'
  return entityTypes[unit.kind]
}

/** FNV-1a over UTF-16 units: tells versions apart, protects nothing. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
