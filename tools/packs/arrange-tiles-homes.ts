import { type Point, centreOf, inertia, middleOf, tileArea } from './arrange-tiles-shape.js'
import { type Tile, hexDistance } from './tile-grid.js'

// Where each tile would like to lie: every region drawn together to the size of a disc of as many tiles, discs of
// neighbours touching, each as far as may be in the direction from the others in which it started.

const rounds = 400
const farPull = 0.04
/** What is left of the way across open water, beside what the land shrinks by. */
const farShare = 0.85
const nearPull = 0.3

interface Disc {
  readonly tiles: readonly Tile[]
  readonly start: Point
  readonly radius: number
}

/** Points on the plane of `centreOf`, by unit. `regions` part the tiles. */
export function homesOf(regions: readonly (readonly Tile[])[]): Map<string, Point> {
  const discs = regions.map((tiles): Disc => ({
    tiles,
    start: middleOf(tiles.map(centreOf)),
    radius: Math.sqrt((tiles.length * tileArea) / Math.PI),
  }))
  const middles = drawnTogether(discs)
  return new Map(
    discs.flatMap((disc, index) => {
      const [middleX, middleY] = middles[index] ?? disc.start
      const round = disc.radius ** 2 / 2
      const scale = Math.min(1, Math.sqrt(round / Math.max(inertia(disc.tiles.map(centreOf)), round / 9)))
      return disc.tiles.map((it): [string, Point] => {
        const [x, y] = centreOf(it)
        return [it.unit, [middleX + (x - disc.start[0]) * scale, middleY + (y - disc.start[1]) * scale]]
      })
    }),
  )
}

function drawnTogether(discs: readonly Disc[]): readonly Point[] {
  const at = discs.map((it) => it.start)
  const pairs = discs.flatMap((a, first) =>
    discs.slice(first + 1).map((b, more) => {
      const [dx, dy] = [b.start[0] - a.start[0], b.start[1] - a.start[1]]
      const near = stepsBetween(a.tiles, b.tiles) <= 2
      const share = b.tiles.length / (a.tiles.length + b.tiles.length)
      const apart = Math.hypot(dx, dy)
      return { first, second: first + 1 + more, dx, dy, apart, touching: a.radius + b.radius, near, share }
    }),
  )
  const near = pairs.filter((it) => it.near)
  const sum = (of: (it: (typeof pairs)[number]) => number): number =>
    near.reduce((all, it) => all + of(it), 0)
  const shrink = Math.min(
    1,
    sum((it) => it.touching) /
      Math.max(
        1,
        sum((it) => it.apart),
      ),
  )
  const gapOf = (first: number, second: number): Point => {
    const [a, b] = [at[first] ?? [0, 0], at[second] ?? [0, 0]]
    return [b[0] - a[0], b[1] - a[1]]
  }
  /** Moves both towards standing `want` apart; the larger moves less. */
  const push = (first: number, second: number, want: Point, pull: number, share: number): void => {
    const gap = gapOf(first, second)
    const [offX, offY] = [gap[0] - want[0], gap[1] - want[1]]
    const [a, b] = [at[first] ?? [0, 0], at[second] ?? [0, 0]]
    at[first] = [a[0] + offX * pull * share, a[1] + offY * pull * share]
    at[second] = [b[0] - offX * pull * (1 - share), b[1] - offY * pull * (1 - share)]
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { first, second, dx, dy, apart, touching, near: pulls, share } of pairs) {
      const want = pulls ? touching / apart : farShare * shrink
      push(first, second, [dx * want, dy * want], pulls ? nearPull : farPull, share)
      const gap = gapOf(first, second)
      const by = touching / Math.hypot(...gap)
      if (by > 1 && by < Infinity) push(first, second, [gap[0] * by, gap[1] * by], nearPull, share)
    }
  }
  return at
}

/** Steps between the two tiles of either region that lie closest. */
export function stepsBetween(a: readonly Tile[], b: readonly Tile[]): number {
  return Math.min(...a.flatMap((it) => b.map((other) => hexDistance(it, other))))
}
