import { allOfIt, compareShares, plus, type Share } from '../hierarchy/share.js'
import type { DayLink } from '../hierarchy/weights.js'
import type { LinkKind, UnitKind } from '../unit/kinds.js'

/** A unit as it stands on one day. */
export interface ChartUnit {
  readonly unit: string
  readonly kind: UnitKind
  readonly name: string
}

/** The units and links of one day, while steps change them. */
export interface Chart {
  readonly units: ReadonlyMap<string, ChartUnit>
  readonly links: ReadonlyMap<string, DayLink>
}

export const linkKey = (it: Pick<DayLink, 'kind' | 'from' | 'to'>): string => `${it.kind} ${it.from} ${it.to}`

export function chartOf(units: readonly ChartUnit[], links: readonly DayLink[]): Chart {
  return {
    units: new Map(units.map((it) => [it.unit, it])),
    links: new Map(links.map((it) => [linkKey(it), it])),
  }
}

export function withUnit(chart: Chart, unit: ChartUnit): Chart {
  return { ...chart, units: new Map(chart.units).set(unit.unit, unit) }
}

export function withoutUnit(chart: Chart, unit: string): Chart {
  const units = new Map(chart.units)
  units.delete(unit)
  return { ...chart, units }
}

/**
 * The same links, each taken where `move` takes it; null drops it. Two that come to lie on each other become one:
 * of a covered unit their shares are added, up to the whole.
 */
export function relinked(chart: Chart, move: (link: DayLink) => DayLink | null): Chart {
  const links = new Map<string, DayLink>()
  for (const link of chart.links.values()) {
    const moved = move(link)
    if (moved === null || moved.from === moved.to) continue
    const there = links.get(linkKey(moved))
    links.set(linkKey(moved), there === undefined ? moved : joined(there, moved))
  }
  return { ...chart, links }
}

export function withLinks(chart: Chart, more: readonly DayLink[]): Chart {
  const links = new Map(chart.links)
  for (const it of more) links.set(linkKey(it), it)
  return { ...chart, links }
}

/** `[lower, upper]` of a link that says what belongs under what; null for one between equals. */
export function underOver(link: DayLink): readonly [lower: string, upper: string] | null {
  switch (link.kind) {
    case 'part-of':
    case 'member':
      return [link.from, link.to]
    case 'covers':
      return [link.to, link.from]
    default:
      return null
  }
}

/** The units directly under one, with the kind of link. */
export function lowerOf(
  chart: Chart,
  unit: string,
): readonly { readonly lower: string; readonly by: LinkKind }[] {
  return [...chart.links.values()].flatMap((it) => {
    const ends = underOver(it)
    return ends?.[1] === unit ? [{ lower: ends[0], by: it.kind }] : []
  })
}

export function partOf(chart: Chart, unit: string): readonly string[] {
  return [...chart.links.values()]
    .filter((it) => it.kind === 'part-of' && it.from === unit)
    .map((it) => it.to)
}

function joined(a: DayLink, b: DayLink): DayLink {
  if (a.kind !== 'covers') return a
  const share: Share = plus(a.share ?? allOfIt, b.share ?? allOfIt)
  const { share: _, ...link } = a
  return compareShares(share, allOfIt) >= 0 ? link : { ...link, share }
}
