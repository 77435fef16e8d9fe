import { type Link, type UnitState, reach } from '@gangmu/core'
import { type Reader, type Store, registerAt, unitNames, unitsVersion } from '@gangmu/store'

/** The register on one day by all we know now, with what verbs ask of it most. */
export interface RegisterOn {
  readonly date: string
  readonly units: readonly UnitState[]
  readonly links: readonly Link[]
  readonly byId: ReadonlyMap<string, UnitState>
  /** Name of any unit there ever was. */
  readonly nameOf: (unit: string) => string
  readonly reachOf: (unit: string) => ReadonlySet<string>
}

interface Kept {
  readonly version: number
  readonly days: Map<string, RegisterOn>
}
const kept = new WeakMap<Store, Kept>()
const daysKept = 8

/** The register on a day. Kept until units or links change. */
export async function registerOn(store: Store, db: Reader, date: string): Promise<RegisterOn> {
  const version = await unitsVersion(db)
  const before = kept.get(store)
  const cache = before?.version === version ? before : { version, days: new Map<string, RegisterOn>() }
  const known = cache.days.get(date)
  if (known !== undefined) return known
  const { units, links } = await registerAt(db, { date, known: null })
  const names = await unitNames(db)
  const reaches = new Map<string, ReadonlySet<string>>()
  const made: RegisterOn = {
    date,
    units,
    links,
    byId: new Map(units.map((it) => [it.unit, it])),
    nameOf: (unit) => names.get(unit) ?? unit,
    reachOf: (unit) => {
      const found = reaches.get(unit) ?? reach(links, unit)
      reaches.set(unit, found)
      return found
    },
  }
  if (cache.days.size >= daysKept) cache.days.clear()
  cache.days.set(date, made)
  kept.set(store, cache)
  return made
}
