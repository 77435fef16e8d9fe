import { reach } from './reach.js'
import type { LinkKind, UnitKind } from './unit.js'

interface Place {
  readonly unit: string
  readonly kind: UnitKind
}
interface Edge {
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
}

/** The legs a zone stands on: 功能区 + 镇（街道） + 国有企业. */
export const legs = ['zone', 'town', 'soe'] as const
export type Leg = (typeof legs)[number]

export interface Coverage {
  readonly zones: number
  readonly towns: number
  /** Towns no zone covers. */
  readonly holes: readonly string[]
  /** Towns more than one zone covers. */
  readonly overlaps: readonly { readonly town: string; readonly zones: readonly string[] }[]
  /** Each zone with the legs it lacks; a zone with all of them has an empty list. */
  readonly legs: readonly { readonly zone: string; readonly missing: readonly Leg[] }[]
}

/** Coverage of the towns by the zones, over units and links that hold on one date. */
export function coverage(units: readonly Place[], links: readonly Edge[]): Coverage {
  const kinds = new Map(units.map((it) => [it.unit, it.kind]))
  const zones = units.filter((it) => it.kind === 'zone').map((it) => it.unit)
  const towns = units.filter((it) => it.kind === 'town').map((it) => it.unit)
  const covering = new Map<string, string[]>(towns.map((town) => [town, []]))
  const townsOf = new Map<string, number>()
  const soesOf = new Map<string, number>()
  for (const link of links) {
    if (link.kind === 'covers' && kinds.get(link.from) === 'zone' && kinds.get(link.to) === 'town') {
      covering.get(link.to)?.push(link.from)
      townsOf.set(link.from, (townsOf.get(link.from) ?? 0) + 1)
    }
    if (link.kind === 'member' && kinds.get(link.from) === 'soe') {
      soesOf.set(link.to, (soesOf.get(link.to) ?? 0) + 1)
    }
  }
  return {
    zones: zones.length,
    towns: towns.length,
    holes: towns.filter((town) => covering.get(town)?.length === 0),
    overlaps: towns.flatMap((town) => {
      const by = covering.get(town) ?? []
      return by.length > 1 ? [{ town, zones: by }] : []
    }),
    legs: zones.map((zone) => ({
      zone,
      missing: legs.filter(
        (leg) => (leg === 'town' && !townsOf.has(zone)) || (leg === 'soe' && !soesOf.has(zone)),
      ),
    })),
  }
}

/**
 * Coverage of one city: its towns are those that are part of it over any number of steps, its zones those that are
 * part of it and those that cover one of its towns.
 */
export function coverageWithin(units: readonly Place[], links: readonly Edge[], city: string): Coverage {
  const parts = reach(
    links.filter((it) => it.kind === 'part-of'),
    city,
  )
  const covering = new Set(
    links.filter((it) => it.kind === 'covers' && parts.has(it.to)).map((it) => it.from),
  )
  const whole = coverage(units, links)
  const towns = units.filter((it) => it.kind === 'town' && parts.has(it.unit))
  const zones = whole.legs.filter((it) => parts.has(it.zone) || covering.has(it.zone))
  return {
    zones: zones.length,
    towns: towns.length,
    holes: whole.holes.filter((it) => parts.has(it)),
    overlaps: whole.overlaps.filter((it) => parts.has(it.town)),
    legs: zones,
  }
}
