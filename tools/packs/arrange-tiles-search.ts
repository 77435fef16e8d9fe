import type { Group } from './arrange-tiles.js'
import { type Point, centreOf, inertia, leastPerimeter, rowOf } from './arrange-tiles-shape.js'
import { type Cell, type Tile, neighbours } from './tile-grid.js'

/** Per square of a unit's distance from its home. */
const AWAY = 1
/** Per distance between two of a region that start side by side. */
const APART = 0.6
/** Per side that a region has too many, and per square of them, so that none pays for all. */
const OUTLINE = 1
const OUTLIER = 0.4
/** Per side to an empty cell. */
const COAST = 0.5
/** Per mean square distance of a region's units from its middle. */
const INERTIA = 3
/** Per empty cell shut in. */
const HOLE = 25
/** Per piece too many of a region. */
const TORN = 60
/** The rise in cost that the search takes lightly at first, and what is left of it at the end. */
const HEAT = 8
const COOLEST = 0.03

/** Two regions, by index, and the cost where they do not touch. */
export interface Pair {
  readonly first: number
  readonly second: number
  readonly weight: number
}

/** Empty cells kept around all homes. */
const margin = 4

/**
 * Lays every unit on a cell near its home, seeking short outlines (`regions` part the units), groups in one piece,
 * pairs of regions that touch (`near`), and no cell shut in. Units keep the order of `start`.
 */
export function search(
  start: readonly Tile[],
  homes: ReadonlyMap<string, Point>,
  regions: readonly (readonly string[])[],
  near: readonly Pair[],
  groups: readonly Group[],
  steps: number,
  seed: number,
): Tile[] {
  const random = generator(seed)
  const units = start.map((it) => it.unit)
  const indexOf = new Map(units.map((it, index) => [it, index]))
  const indices = (names: readonly string[]): number[] => names.flatMap((it) => indexOf.get(it) ?? [])
  const raw = start.map((it): Point => homes.get(it.unit) ?? centreOf(it))
  const board = boardFor(raw)
  const home = raw.map(([x, y]): Point => [x + board.shift[0], y + board.shift[1]])
  const regionOf = new Int16Array(units.length)
  regions.forEach((names, region) => indices(names).forEach((it) => (regionOf[it] = region)))
  const kin = kinOf(start, regionOf)
  const members = regions.map(indices)
  const knots = [
    ...groups.map((it) => ({ units: indices(it.units), weight: it.weight })),
    ...members.map((it) => ({ units: it, weight: TORN })),
  ]
  const on = new Int16Array(board.cells.length).fill(-1)
  const at = firstPlaces(board, home)
  at.forEach((cell, unit) => (on[cell] = unit))

  const least = members.map((it) => leastPerimeter(it.length))
  const sides = new Int32Array(regions.length)
  const met = new Uint8Array(regions.length ** 2)
  const centre = (unit: number): Point => board.centres[at[unit] ?? 0] ?? [0, 0]
  /** The whole cost, or any number above `limit` where it lies above. */
  const cost = (limit: number): number => {
    let sum = 0
    sides.fill(0)
    let coast = 0
    met.fill(0)
    for (let unit = 0; unit < units.length; unit += 1) {
      const [x, y] = centre(unit)
      const [homeX, homeY] = home[unit] ?? [x, y]
      sum += AWAY * ((x - homeX) ** 2 + (y - homeY) ** 2)
      for (const other of kin[unit] ?? []) {
        const [otherX, otherY] = centre(other)
        sum += APART * Math.hypot(x - otherX, y - otherY)
      }
      const region = regionOf[unit] ?? 0
      for (const cell of board.around[at[unit] ?? 0] ?? []) {
        const there = on[cell] ?? -1
        if (there === -1) coast += 1
        else if (regionOf[there] === region) continue
        else met[region * regions.length + (regionOf[there] ?? 0)] = 1
        sides[region] = (sides[region] ?? 0) + 1
      }
    }
    sum += COAST * coast
    for (const [region, fewest] of least.entries()) {
      const extra = (sides[region] ?? 0) - fewest
      sum += OUTLINE * extra + OUTLIER * extra ** 2
    }
    for (const it of near) if (met[it.first * regions.length + it.second] === 0) sum += it.weight
    for (const region of members) sum += INERTIA * inertia(region.map(centre))
    if (sum > limit) return sum
    for (const knot of knots) sum += knot.weight * (board.pieces(knot.units.map((it) => at[it] ?? 0)) - 1)
    if (sum > limit) return sum
    return sum + HOLE * board.shutIn(on)
  }
  const swap = (unit: number, to: number): void => {
    const from = at[unit] ?? 0
    const other = on[to] ?? -1
    on[from] = other
    if (other !== -1) at[other] = from
    on[to] = unit
    at[unit] = to
  }

  let now = cost(Infinity)
  for (let step = 0; step < steps; step += 1) {
    const heat = HEAT * COOLEST ** (step / steps)
    const unit = Math.floor(random() * units.length)
    const from = at[unit] ?? 0
    const to = board.step(from, random)
    if (board.edge(to)) continue
    swap(unit, to)
    const limit = now - heat * Math.log(1 - random())
    const then = cost(limit)
    if (then > limit) swap(unit, from)
    else now = then
  }
  return settled(start, at, board.cells)
}

interface Board {
  readonly cells: readonly Cell[]
  readonly centres: readonly Point[]
  readonly around: readonly (readonly number[])[]
  readonly shift: Point
  readonly edge: (cell: number) => boolean
  /** A cell one step away, sometimes two. */
  readonly step: (cell: number, random: () => number) => number
  readonly pieces: (cells: readonly number[]) => number
  /** Empty cells that the taken ones shut in. */
  readonly shutIn: (on: Int16Array) => number
}

function boardFor(homes: readonly Point[]): Board {
  const [xs, ys] = [homes.map((it) => it[0]), homes.map((it) => it[1])]
  const shift: Point = [margin - Math.min(...xs), centreOf({ col: 0, row: margin })[1] - Math.min(...ys)]
  const cols = Math.ceil(Math.max(...xs) - Math.min(...xs)) + 2 * margin + 1
  const rows = rowOf(Math.max(...ys) - Math.min(...ys)) + 2 * margin + 1
  const cells = Array.from({ length: cols * rows }, (_, index): Cell => ({
    col: index % cols,
    row: Math.floor(index / cols),
  }))
  const around = cells.map((cell) =>
    neighbours(cell)
      .filter((it) => it.col >= 0 && it.col < cols && it.row >= 0 && it.row < rows)
      .map((it) => it.row * cols + it.col),
  )
  const one = (cell: number, random: () => number): number => {
    const next = around[cell] ?? []
    return next[Math.floor(random() * next.length)] ?? cell
  }
  const seen = new Int32Array(cells.length)
  let round = 0
  const flood = (first: number, enters: (cell: number) => boolean): number => {
    let count = 0
    const queue = [first]
    seen[first] = round
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      count += 1
      for (const cell of around[next] ?? []) {
        if (seen[cell] === round || !enters(cell)) continue
        seen[cell] = round
        queue.push(cell)
      }
    }
    return count
  }
  return {
    cells,
    centres: cells.map(centreOf),
    around,
    shift,
    edge: (cell) => (around[cell] ?? []).length < 6,
    step: (cell, random) => (random() < 0.7 ? one(cell, random) : one(one(cell, random), random)),
    pieces: (taken) => {
      round += 1
      let count = 0
      for (const cell of taken) {
        if (seen[cell] === round) continue
        count += 1
        flood(cell, (it) => taken.includes(it))
      }
      return count
    },
    shutIn: (on) => {
      round += 1
      let taken = 0
      for (const it of on) if (it !== -1) taken += 1
      return cells.length - taken - flood(0, (it) => on[it] === -1)
    },
  }
}

/** For every unit in turn the free cell nearest to its home. */
function firstPlaces(board: Board, home: readonly Point[]): Int32Array {
  const taken = new Set<number>()
  return Int32Array.from(home, ([x, y]) => {
    let best = 0
    let least = Infinity
    board.centres.forEach((centre, cell) => {
      const away = (centre[0] - x) ** 2 + (centre[1] - y) ** 2
      if (away >= least || taken.has(cell) || board.edge(cell)) return
      least = away
      best = cell
    })
    taken.add(best)
    return best
  })
}

/** Pairs of one region that start side by side, each once. */
function kinOf(start: readonly Tile[], regionOf: Int16Array): number[][] {
  return start.map((tile, unit) => {
    const [x, y] = centreOf(tile)
    return start.flatMap((it, other) => {
      const [otherX, otherY] = centreOf(it)
      const close = Math.hypot(x - otherX, y - otherY) < 1.5
      return other > unit && close && regionOf[unit] === regionOf[other] ? [other] : []
    })
  })
}

/** Moved to the upper left; an even shift keeps odd rows odd. */
function settled(start: readonly Tile[], at: Int32Array, cells: readonly Cell[]): Tile[] {
  const placed = start.map((it, unit) => ({ unit: it.unit, ...(cells[at[unit] ?? 0] ?? { col: 0, row: 0 }) }))
  const left = Math.min(...placed.map((it) => it.col))
  const top = Math.min(...placed.map((it) => it.row))
  return placed.map((it) => ({ ...it, col: it.col - left, row: it.row - (top - (top % 2)) }))
}

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
