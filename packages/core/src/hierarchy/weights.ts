import type { LinkKind, UnitKind } from '../unit/kinds.js'
import type { Hierarchy, Level } from './hierarchy.js'
import { allOfIt, compareShares, isSame, nothingShared, plus, type Share, times } from './share.js'

/** Units and links that hold on one date; a link without a share takes the whole of its lower unit. */
export interface DayMap {
  readonly units: readonly { readonly unit: string; readonly kind: UnitKind }[]
  readonly links: readonly DayLink[]
}
export interface DayLink {
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
  readonly share?: Share
}

/** What of a leaf counts for a unit of a level. */
export interface Weight {
  readonly leaf: string
  readonly level: UnitKind
  readonly unit: string
  readonly share: Share
}

/** A leaf whose weights at a level are not the whole: it hangs nowhere, in part, or counts more than once. */
export interface WeightDefect {
  readonly problem: 'hole' | 'short' | 'overlap' | 'circle'
  readonly leaf: string
  readonly level: UnitKind
  readonly units: readonly string[]
  readonly sum: Share
}

export interface Weights {
  readonly weights: readonly Weight[]
  readonly defects: readonly WeightDefect[]
}

type Shares = ReadonlyMap<string, Share>

/**
 * The one source of every roll-up: which part of each leaf counts for which unit of each level. A leaf without a
 * defect sums to exactly one at every level.
 */
export function weightsOf(hierarchy: Hierarchy, map: DayMap): Weights {
  const climb = climber(map)
  const weights: Weight[] = []
  const defects: WeightDefect[] = []
  for (const leaf of leavesOf(hierarchy, map)) {
    let below: Shares = new Map([[leaf, allOfIt]])
    for (const level of hierarchy.levels) {
      const { shares, circle } = climb(leaf, below, level)
      for (const [unit, share] of shares) weights.push({ leaf, level: level.kind, unit, share })
      const sum = [...shares.values()].reduce(plus, nothingShared)
      if (circle || !isSame(sum, allOfIt)) {
        const problem = circle ? 'circle' : problemOf(sum)
        defects.push({ problem, leaf, level: level.kind, units: [...shares.keys()], sum })
      }
      below = shares
    }
  }
  return { weights, defects }
}

/** The lowest units of a hierarchy, in the order of the map. */
export function leavesOf(hierarchy: Hierarchy, map: DayMap): readonly string[] {
  const may = new Set(map.units.filter((it) => hierarchy.leaves.includes(it.kind)).map((it) => it.unit))
  const parents = new Set(
    map.links.filter((it) => it.kind === 'part-of' && may.has(it.from)).map((it) => it.to),
  )
  return [...may].filter((it) => !parents.has(it))
}

const problemOf = (sum: Share): WeightDefect['problem'] =>
  sum.part === 0n ? 'hole' : compareShares(sum, allOfIt) > 0 ? 'overlap' : 'short'

/** Finds the units of a level above a leaf; `below` is what it has at the level underneath. */
function climber(map: DayMap) {
  const kinds = new Map(map.units.map((it) => [it.unit, it.kind]))
  const wholes = indexed(map.links, 'part-of', (it) => [it.from, it.to])
  const covers = indexed(map.links, 'covers', (it) => [it.to, it.from])
  return (leaf: string, below: Shares, { kind, by }: Level) => {
    let circle = false
    // Up the links of one kind until a unit says what it answers; a unit met again on the way is a circle.
    const upward = (
      unit: string,
      met: readonly string[],
      answer: (unit: string) => Shares | null,
    ): Shares => {
      if (met.includes(unit)) {
        circle = true
        return new Map()
      }
      const found = answer(unit)
      if (found !== null) return found
      return sum((wholes.get(unit) ?? []).map((it) => part(upward(it.to, [...met, unit], answer), it.share)))
    }
    const itself = (unit: string): Shares | null =>
      kinds.get(unit) === kind ? new Map([[unit, allOfIt]]) : null
    const covering = (unit: string): Shares | null => {
      const by = (covers.get(unit) ?? []).filter((it) => kinds.get(it.to) === kind)
      return by.length === 0 ? null : sum(by.map((it) => new Map([[it.to, it.share]])))
    }
    const shares =
      by === 'covers'
        ? upward(leaf, [], covering)
        : sum([...below].map(([unit, share]) => part(upward(unit, [], itself), share)))
    return { shares, circle }
  }
}

interface Up {
  readonly to: string
  readonly share: Share
}

function indexed(
  links: readonly DayLink[],
  kind: LinkKind,
  ends: (link: DayLink) => readonly [lower: string, upper: string],
): ReadonlyMap<string, readonly Up[]> {
  const ups = new Map<string, Up[]>()
  for (const link of links) {
    if (link.kind !== kind) continue
    const [lower, upper] = ends(link)
    const list = ups.get(lower) ?? []
    list.push({ to: upper, share: link.share ?? allOfIt })
    ups.set(lower, list)
  }
  return ups
}

const part = (shares: Shares, of: Share): Shares =>
  new Map([...shares].map(([unit, share]) => [unit, times(share, of)]))

function sum(all: readonly Shares[]): Shares {
  const total = new Map<string, Share>()
  for (const shares of all) {
    for (const [unit, share] of shares) total.set(unit, plus(total.get(unit) ?? nothingShared, share))
  }
  return total
}
