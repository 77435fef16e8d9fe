import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { homesOf, stepsBetween } from './arrange-tiles-homes.js'
import { type Pair, search } from './arrange-tiles-search.js'
import { holes, leastPerimeter, perimeter } from './arrange-tiles-shape.js'
import { type Tile, pieces } from './tile-grid.js'

// Makes a map of a start layout: every region (district or board) one compact blob, every district and zone one
// piece, nothing shut in, neighbours still neighbours and in the direction in which they started. Regions are drawn
// together first, then a seeded search lays the tiles. Same start, same result.
//
//   node --conditions=source --import tsx tools/packs/arrange-tiles.ts packs/sunan tools/packs/arrange-tiles-starts/sunan.json

export interface Group {
  readonly name: string
  readonly units: readonly string[]
  /** Cost of every piece too many. */
  readonly weight: number
}

/** Cost of two regions that no longer touch, by the steps between them at the start. */
const partedCost = [0, 60, 15]

/** `regions` part the units; `groups` may overlap. */
export function arrange(
  start: readonly Tile[],
  regions: readonly (readonly string[])[],
  groups: readonly Group[],
  steps: number,
  seed: number,
): Tile[] {
  const byUnit = new Map(start.map((it) => [it.unit, it]))
  const parts = regions.map((units) => units.flatMap((it) => byUnit.get(it) ?? []))
  const near = parts.flatMap((a, first) =>
    parts.flatMap((b, second): Pair[] => {
      const weight = first < second ? (partedCost[stepsBetween(a, b)] ?? 0) : 0
      return weight > 0 ? [{ first, second, weight }] : []
    }),
  )
  return search(start, homesOf(parts), regions, near, groups, steps, seed)
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

/** The towns that share an outline on the map: those of a board, or of a district without its boards' towns. */
export function regionsOfPack(
  units: readonly Row[],
  links: readonly Edge[],
  tiles: readonly Tile[],
): Map<string, string[]> {
  const districts = new Set(units.filter((it) => it.kind === 'district').map((it) => it.id))
  const open = links.filter((it) => (it.validTo ?? null) === null)
  const regions = new Map<string, string[]>()
  for (const { unit } of tiles) {
    const board = open.find((it) => it.kind === 'covers' && it.to === unit && districts.has(it.from))?.from
    const within = open.find((it) => it.kind === 'part-of' && it.from === unit)?.to
    const region = board ?? within ?? unit
    regions.set(region, [...(regions.get(region) ?? []), unit])
  }
  return regions
}

function main(folder: string, startFile: string): void {
  const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
  const start = read<Tile[]>(startFile)
  const [units, links] = [read<Row[]>(join(folder, 'units.json')), read<Edge[]>(join(folder, 'links.json'))]
  const groups = groupsOfPack(units, links, start)
  const regions = regionsOfPack(units, links, start)
  const moved = arrange(start, [...regions.values()], groups, 120_000, 20_260_101)
  const lines = moved.map(
    (it) => `  { "unit": ${JSON.stringify(it.unit)}, "col": ${it.col}, "row": ${it.row} }`,
  )
  writeFileSync(join(folder, 'tiles.json'), `[\n${lines.join(',\n')}\n]\n`)
  const at = new Map(moved.map((it) => [it.unit, it]))
  for (const group of groups) {
    const count = pieces(group.units.flatMap((it) => at.get(it) ?? []))
    if (count !== 1) process.stderr.write(`${group.name}: ${count} pieces\n`)
  }
  for (const [name, towns] of regions) {
    const cells = towns.flatMap((it) => at.get(it) ?? [])
    const round = (perimeter(cells) / leastPerimeter(cells.length)).toFixed(2)
    process.stderr.write(`${name}: ${pieces(cells)} piece, outline ${round} of the least\n`)
  }
  process.stderr.write(`cells shut in: ${holes(moved)}\n`)
}

const folder = process.argv[2]
if (folder !== undefined && import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(folder, process.argv[3] ?? join(folder, 'tiles.json'))
}
