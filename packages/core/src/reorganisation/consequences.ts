import { hierarchies } from '../hierarchy/hierarchy.js'
import { weightsOf, type WeightDefect } from '../hierarchy/weights.js'
import type { PlainDate } from '../time/plain-date.js'
import { heirOf } from './apply.js'
import { type Chart, underOver } from './chart.js'
import { type Change, chartOn, type Territory } from './reorganise.js'
import type { Lineage } from './step.js'

/** The map with a change in it: rows that end are cut at its day, new ones begin on it. */
export function changedTerritory(territory: Territory, change: Change, on: PlainDate): Territory {
  const cut = <T extends { readonly validFrom: PlainDate | null; readonly validTo: PlainDate | null }>(
    rows: readonly T[],
    ends: readonly T[],
  ): readonly T[] => {
    const ended = new Set(ends)
    return rows.flatMap((it) => {
      if (!ended.has(it)) return [it]
      return it.validFrom !== null && it.validFrom >= on ? [] : [{ ...it, validTo: on }]
    })
  }
  const begun = { validFrom: on, validTo: null }
  return {
    units: [
      ...cut(territory.units, change.ends.units),
      ...change.begins.units.map((it) => ({ ...it, ...begun })),
    ],
    links: [
      ...cut(territory.links, change.ends.links),
      ...change.begins.links.map((it) => ({ ...it, ...begun })),
    ],
  }
}

/** The units that are no more after a change. */
export function endedUnits(change: Change): readonly string[] {
  const begun = new Set(change.begins.units.map((it) => it.unit))
  return change.ends.units.map((it) => it.unit).filter((it) => !begun.has(it))
}

/** The units a change says something new about: their state, or what they belong to. */
export function touchedUnits(change: Change): readonly string[] {
  const links = [...change.ends.links, ...change.begins.links].map((it) => underOver(it)?.[0] ?? it.from)
  const units = [...change.ends.units, ...change.begins.units].map((it) => it.unit)
  return [...new Set([...units, ...links])].toSorted()
}

export interface Defect extends WeightDefect {
  readonly hierarchy: string
}

/**
 * Leaves that count for less or more than themselves after a change, and did not before it. A leaf made of others
 * that all had the same defect brings nothing new. Of a hierarchy the lowest level says it.
 */
export function newDefects(territory: Territory, change: Change, on: PlainDate): readonly Defect[] {
  const before = new Set(defectsOf(chartOn(territory, on)).map(keyOf))
  const origins = (leaf: string) => change.lineage.filter((it) => it.to === leaf).map((it) => it.from)
  const had = (it: Defect, leaf: string): boolean => before.has(keyOf({ ...it, leaf }))
  const fresh = defectsOf(chartOn(changedTerritory(territory, change, on), on)).filter((it) => {
    const from = origins(it.leaf)
    return !had(it, it.leaf) && !(from.length > 0 && from.every((leaf) => had(it, leaf)))
  })
  const said = new Set<string>()
  return fresh.filter(({ hierarchy, leaf }) => {
    const key = `${hierarchy} ${leaf}`
    if (said.has(key)) return false
    said.add(key)
    return true
  })
}

function defectsOf(chart: Chart): readonly Defect[] {
  const map = { units: [...chart.units.values()], links: [...chart.links.values()] }
  return hierarchies.flatMap((hierarchy) =>
    weightsOf(hierarchy, map).defects.map((it) => ({ ...it, hierarchy: hierarchy.id })),
  )
}

const keyOf = (it: Pick<Defect, 'hierarchy' | 'problem' | 'leaf' | 'level'>): string =>
  `${it.hierarchy} ${it.problem} ${it.leaf} ${it.level}`

export interface DatedLineage extends Lineage {
  readonly on: PlainDate
}

/**
 * Who answers now for what a unit answered for: the heir of its largest share, and where that has ended too, that
 * one's heir. Null where nobody who stands goes on.
 */
export function standingHeir(
  unit: string,
  lineage: readonly DatedLineage[],
  stands: (unit: string) => boolean,
): string | null {
  const met = new Set<string>()
  let at = unit
  while (!stands(at)) {
    if (met.has(at)) return null
    met.add(at)
    const shares = lineage.filter((it) => it.from === at && it.to !== at)
    // Where a unit gave something away before it ended, only what it left at its end counts.
    const last = shares
      .map((it) => it.on)
      .toSorted()
      .at(-1)
    if (last === undefined) return null
    at = heirOf(shares.filter((it) => it.on === last))
  }
  return at
}
