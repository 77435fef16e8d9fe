import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Cell, type Tile, cellKey, hexDistance, neighbours, pieces } from './tile-grid.js'

// Moves the tiles of a pack until every district (and every zone) is one piece, keeping each tile near where it
// started and start neighbours near each other. Same start, same result: the only chance is a seeded generator.
//
//   node --conditions=source --import tsx tools/packs/arrange-tiles.ts packs/sunan [START.json]

export interface Group {
  readonly name: string
  readonly units: readonly string[]
  /** Cost of every piece too many. */
  readonly weight: number
}

const AWAY = 1
const APART = 3

export function arrange(
  start: readonly Tile[],
  groups: readonly Group[],
  steps: number,
  seed: number,
): Tile[] {
  const random = generator(seed)
  const at = new Map<string, Cell>(start.map((it) => [it.unit, { col: it.col, row: it.row }]))
  const home = new Map(at)
  const used = new Map(start.map((it) => [cellKey(it), it.unit]))
  const names = start.map((it) => it.unit)
  const near = startNeighbours(start)
  const groupsOf = new Map<string, Group[]>(
    names.map((it) => [it, groups.filter((g) => g.units.includes(it))]),
  )
  const place = (unit: string): Cell => at.get(unit) ?? { col: 0, row: 0 }

  const costOf = (units: readonly string[]): number => {
    const touched = new Set<Group>()
    let cost = 0
    for (const unit of units) {
      const here = place(unit)
      cost += AWAY * hexDistance(here, home.get(unit) ?? here) ** 2
      for (const other of near.get(unit) ?? []) {
        // A pair inside `units` would count twice; it does so before and after the move alike.
        cost += APART * (hexDistance(here, place(other)) - 1)
      }
      for (const group of groupsOf.get(unit) ?? []) touched.add(group)
    }
    for (const group of touched) cost += group.weight * spread(group.units.map(place))
    return cost
  }
  const put = (unit: string, cell: Cell): void => {
    at.set(unit, cell)
    used.set(cellKey(cell), unit)
  }

  for (let step = 0; step < steps; step += 1) {
    const heat = 12 * (1 - step / steps) ** 2
    const unit = names[Math.floor(random() * names.length)] ?? ''
    const from = place(unit)
    const to = target(from, random)
    if (to.col < 0 || to.row < 0) continue
    const other = used.get(cellKey(to))
    const moved = other === undefined ? [unit] : [unit, other]
    const before = costOf(moved)
    used.delete(cellKey(from))
    put(unit, to)
    if (other !== undefined) put(other, from)
    const rise = costOf(moved) - before
    if (rise > 0 && random() >= Math.exp(-rise / Math.max(heat, 1e-6))) {
      used.delete(cellKey(to))
      put(unit, from)
      if (other !== undefined) put(other, to)
    }
  }
  return names.map((unit) => ({ unit, ...place(unit) }))
}

/** Pieces too many, and a little for how far apart they lie, so that the search has a slope to follow. */
function spread(cells: readonly Cell[]): number {
  const extra = pieces(cells) - 1
  if (extra <= 0) return 0
  const alone = cells.filter((cell) => {
    const keys = new Set(neighbours(cell).map(cellKey))
    return !cells.some((other) => keys.has(cellKey(other)))
  })
  return extra + 0.3 * alone.length
}

/** A cell one step away, sometimes two. */
function target(from: Cell, random: () => number): Cell {
  const step = (cell: Cell): Cell => neighbours(cell)[Math.floor(random() * 6)] ?? cell
  return random() < 0.7 ? step(from) : step(step(from))
}

function startNeighbours(start: readonly Tile[]): Map<string, string[]> {
  return new Map(
    start.map((it) => [
      it.unit,
      start
        .filter((other) => other.unit !== it.unit && hexDistance(it, other) === 1)
        .map((other) => other.unit),
    ]),
  )
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

interface Row {
  readonly id: string
  readonly kind: string
}
interface Edge {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly validTo?: string | null
}

/** Towns of each district, and of each zone, that have a tile. */
export function groupsOfPack(units: readonly Row[], links: readonly Edge[], tiles: readonly Tile[]): Group[] {
  const tiled = new Set(tiles.map((it) => it.unit))
  const open = links.filter((it) => (it.validTo ?? null) === null)
  const below = (id: string): string[] => [
    ...open.filter((it) => it.kind === 'part-of' && it.to === id).map((it) => it.from),
    ...open.filter((it) => it.kind === 'covers' && it.from === id).map((it) => it.to),
  ]
  return units
    .filter((it) => it.kind === 'district' || it.kind === 'zone')
    .map((it) => ({
      name: it.id,
      units: below(it.id).filter((town) => tiled.has(town)),
      weight: it.kind === 'district' ? 60 : 40,
    }))
    .filter((it) => it.units.length > 1)
}

function main(folder: string, startFile: string): void {
  const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
  const start = read<Tile[]>(startFile)
  const groups = groupsOfPack(read(join(folder, 'units.json')), read(join(folder, 'links.json')), start)
  const moved = arrange(start, groups, 400_000, 20_260_101)
  const [left, top] = [Math.min(...moved.map((it) => it.col)), Math.min(...moved.map((it) => it.row))]
  // An even shift down keeps odd rows odd.
  const lift = top - (top % 2)
  const lines = moved.map(
    (it) => `  { "unit": ${JSON.stringify(it.unit)}, "col": ${it.col - left}, "row": ${it.row - lift} }`,
  )
  writeFileSync(join(folder, 'tiles.json'), `[\n${lines.join(',\n')}\n]\n`)
  const at = new Map(moved.map((it) => [it.unit, it]))
  for (const group of groups) {
    const count = pieces(group.units.flatMap((it) => at.get(it) ?? []))
    if (count !== 1) process.stderr.write(`${group.name}: ${count} pieces\n`)
  }
}

const folder = process.argv[2]
if (folder !== undefined && import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(folder, process.argv[3] ?? join(folder, 'tiles.json'))
}
