import type { LayoutProblem } from './layout.js'
import type { Neighbours } from './graph.js'

/** How a layout fares; each part is 0 at best. */
export interface Cost {
  /** What of the towns' differences lies within zones: 0 where all are alike, 1 where zones explain nothing. */
  readonly likeness: number
  /** The mean squared deviation of zones' sizes from their mean, as a share of it. */
  readonly balance: number
  readonly total: number
}

/** Towns that go together, as one node. */
export interface Block {
  readonly towns: readonly string[]
  /** Sums over its towns: how many, of scaled endowments, of their squares, of sizes. */
  readonly count: number
  readonly sums: readonly number[]
  readonly squares: number
  readonly size: number
}

export interface Prepared {
  readonly blocks: readonly Block[]
  readonly neighbours: Neighbours
  readonly order: ReadonlyMap<string, number>
  readonly spread: number
  readonly weights: { readonly likeness: number; readonly balance: number }
}

/** The problem as a graph of blocks; towns of kept zones are left out. */
export function preparedFrom(problem: LayoutProblem): Prepared {
  const kept = new Set(problem.keep.flat())
  const free = problem.towns.filter((it) => !kept.has(it.unit))
  const scaled = scaledEndowments(free.map((it) => it.endowment))
  const home = blocksOf(
    free.map((it) => it.unit),
    problem.together,
  )
  const groups = new Map<number, number[]>()
  for (const [index, it] of free.entries()) {
    const block = home.get(it.unit) ?? -1
    groups.set(block, [...(groups.get(block) ?? []), index])
  }
  const members = [...groups.values()]
  const blockOf = new Map(
    members.flatMap((of, block) => of.map((index) => [free[index]?.unit ?? '', block] as const)),
  )
  const blocks = members.map((of): Block => {
    const rows = of.map((index) => scaled[index] ?? [])
    return {
      towns: of.map((index) => free[index]?.unit ?? ''),
      count: of.length,
      sums: sumsOf(rows),
      squares: rows.flat().reduce((sum, it) => sum + it * it, 0),
      size: of.reduce((sum, index) => sum + (free[index]?.size ?? 0), 0),
    }
  })
  const neighbours = blocks.map(() => new Set<number>())
  for (const [a, b] of problem.borders) {
    const [from, to] = [blockOf.get(a), blockOf.get(b)]
    if (from === undefined || to === undefined || from === to) continue
    neighbours[from]?.add(to)
    neighbours[to]?.add(from)
  }
  const all = blocks.map((_, index) => index)
  const { likeness, balance } = problem
  const bare: Prepared = {
    blocks,
    neighbours: neighbours.map((it) => [...it].toSorted((a, b) => a - b)),
    order: new Map(problem.towns.map((it, index) => [it.unit, index])),
    spread: 0,
    weights: { likeness, balance },
  }
  return { ...bare, spread: differenceWithin(bare, all) }
}

export function costOf(prepared: Prepared, zones: readonly (readonly number[])[]): Cost {
  const within = zones.reduce((sum, it) => sum + differenceWithin(prepared, it), 0)
  const likeness = prepared.spread === 0 ? 0 : within / prepared.spread
  const sizes = zones.map((zone) => zone.reduce((sum, it) => sum + (prepared.blocks[it]?.size ?? 0), 0))
  const mean = sizes.reduce((sum, it) => sum + it, 0) / Math.max(sizes.length, 1)
  const balance =
    mean === 0 ? 0 : sizes.reduce((sum, it) => sum + (it / mean - 1) ** 2, 0) / Math.max(sizes.length, 1)
  const { weights } = prepared
  return { likeness, balance, total: weights.likeness * likeness + weights.balance * balance }
}

/** The sum of squared distances of a zone's towns from their mean. */
export function differenceWithin({ blocks }: Prepared, zone: readonly number[]): number {
  const of = zone.map((it) => blocks[it]).filter((it) => it !== undefined)
  const count = of.reduce((sum, it) => sum + it.count, 0)
  if (count === 0) return 0
  const sums = sumsOf(of.map((it) => it.sums))
  const squares = of.reduce((sum, it) => sum + it.squares, 0)
  // Rounding may leave a hair less than nothing.
  return Math.max(0, squares - sums.reduce((sum, it) => sum + it * it, 0) / count)
}

/** How unlike two blocks are: the squared distance of their means. */
export function unlike(a: Block, b: Block): number {
  return a.sums.reduce((sum, it, index) => sum + (it / a.count - (b.sums[index] ?? 0) / b.count) ** 2, 0)
}

const sumsOf = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))

/** Each endowment less its mean, over its standard deviation; one that is everywhere the same counts nothing. */
function scaledEndowments(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const size = Math.max(rows.length, 1)
  const means = sumsOf(rows).map((it) => it / size)
  const spreads = means.map((mean, column) =>
    Math.sqrt(rows.reduce((sum, row) => sum + ((row[column] ?? 0) - mean) ** 2, 0) / size),
  )
  return rows.map((row) =>
    row.map((it, column) => {
      const spread = spreads[column] ?? 0
      return spread === 0 ? 0 : (it - (means[column] ?? 0)) / spread
    }),
  )
}

/** The block of each town: those named together have the same, over chains of groups too. */
function blocksOf(
  towns: readonly string[],
  together: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const index = new Map(towns.map((it, at) => [it, at]))
  const home = towns.map((_, at) => at)
  for (const group of together) {
    const homes = new Set(group.map((it) => home[index.get(it) ?? 0] ?? 0))
    const least = Math.min(...homes)
    for (const [at, it] of home.entries()) if (homes.has(it)) home[at] = least
  }
  return new Map(towns.map((it, at) => [it, home[at] ?? at]))
}
