import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { homesOf } from './arrange-tiles-homes.js'
import { type Point, centreOf, holes, leastPerimeter, middleOf, perimeter } from './arrange-tiles-shape.js'
import { arrange, groupsOfPack, regionsOfPack } from './arrange-tiles.js'
import { type Tile, cellKey, hexDistance, neighbours, pieces } from './tile-grid.js'

/** Two regions, torn and mixed along one row, and a third far to the south. */
const start = [
  ...['a1', 'b1', 'a2', 'b2', 'a3', 'b3', 'b4'].map((unit, col) => ({ unit, col: col * 2, row: 2 })),
  ...['c1', 'c2', 'c3'].map((unit, col) => ({ unit, col: 4, row: 8 + 2 * col })),
]
const regions = ['a', 'b', 'c'].map((name) => start.map((it) => it.unit).filter((it) => it.startsWith(name)))
const groups = [{ name: 'knot', weight: 60, units: ['b1', 'b4'] }]
const cellsOf = (tiles: readonly Tile[], units: readonly string[]): Tile[] =>
  tiles.filter((it) => units.includes(it.unit))

test('torn regions become blobs, a group within them one piece, no two tiles on a cell, and twice the same', () => {
  const moved = arrange(start, regions, groups, 6_000, 7)
  expect(new Set(moved.map(cellKey)).size).toBe(start.length)
  for (const units of regions) {
    expect(pieces(cellsOf(start, units))).toBeGreaterThan(1)
    expect(pieces(cellsOf(moved, units))).toBe(1)
    expect(perimeter(cellsOf(moved, units))).toBe(leastPerimeter(units.length))
  }
  expect(pieces(cellsOf(moved, ['b1', 'b4']))).toBe(1)
  expect(arrange(start, regions, groups, 6_000, 7)).toEqual(moved)
})

test('regions are drawn together along the line between them, and none lies on another', () => {
  const row = (name: string, col: number): Tile[] =>
    [0, 1, 2, 3].map((it) => ({ unit: name + it, col: col + (it % 2), row: 2 + 2 * (it >> 1) }))
  const parts = [row('a', 0), row('b', 3), row('c', 20)]
  const homes = homesOf(parts)
  const [a, b, c] = parts.map((part) => middleOf(part.map((it): Point => homes.get(it.unit) ?? [0, 0])))
  if (a === undefined || b === undefined || c === undefined) throw new Error('three parts')
  expect(b[0] - a[0]).toBeLessThan(3)
  expect(b[0] - a[0]).toBeGreaterThan(1.9)
  expect(c[0]).toBeGreaterThan(b[0])
  expect([b[1] - a[1], c[1] - b[1]].map((it) => Math.abs(it) < 0.01)).toEqual([true, true])
})

describe('shapes', () => {
  const ring = neighbours({ col: 3, row: 3 })
  test('a ring shuts one cell in, and an open ring none', () => {
    expect(holes(ring)).toBe(1)
    expect(holes(ring.slice(1))).toBe(0)
  })

  test('a full ring has the fewest sides that seven hexagons can have, a row more', () => {
    expect(perimeter([...ring, { col: 3, row: 3 }])).toBe(leastPerimeter(7))
    expect(perimeter([0, 1, 2, 3, 4, 5, 6].map((col) => ({ col, row: 0 })))).toBeGreaterThan(
      leastPerimeter(7) * 1.5,
    )
  })

  test('a cell is one step from each of its neighbours, and they are all different', () => {
    for (const row of [0, 1]) {
      const cell = { col: 4, row }
      expect(new Set(neighbours(cell).map(cellKey)).size).toBe(6)
      expect(neighbours(cell).map((it) => hexDistance(cell, it))).toEqual([1, 1, 1, 1, 1, 1])
    }
  })
})

interface Row {
  readonly id: string
  readonly kind: string
}
interface Edge {
  readonly kind: string
  readonly from: string
  readonly to: string
}

function read(pack: string): { tiles: Tile[]; start: Tile[]; units: Row[]; links: Edge[] } {
  const json = (path: string): never =>
    JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as never
  const folder = `../../packs/${pack}`
  return {
    tiles: json(`${folder}/tiles.json`),
    start: json(`arrange-tiles-starts/${pack}.json`),
    units: json(`${folder}/units.json`),
    links: json(`${folder}/links.json`),
  }
}

describe.each(['yunze', 'sunan'])('the map of %s', (name) => {
  const { tiles, start: before, units, links } = read(name)
  const parts = [...regionsOfPack(units, links, tiles)]

  test('every region is one blob, with at most a seventh more sides than it needs', () => {
    const odd = parts.flatMap(([region, towns]) => {
      const cells = cellsOf(tiles, towns)
      const ratio = perimeter(cells) / leastPerimeter(cells.length)
      return pieces(cells) === 1 && ratio <= 1.15 ? [] : [`${region}: ${pieces(cells)} pieces, ${ratio}`]
    })
    expect(odd).toEqual([])
  })

  test('every district and zone is one piece', () => {
    const torn = groupsOfPack(units, links, tiles).filter((it) => pieces(cellsOf(tiles, it.units)) !== 1)
    expect(torn.map((it) => it.name)).toEqual([])
  })

  test('nothing is shut in, no two tiles lie on a cell', () => {
    expect(holes(tiles)).toBe(0)
    expect(new Set(tiles.map(cellKey)).size).toBe(tiles.length)
  })

  test('regions that start side by side still touch, in about the direction they had', () => {
    const touch = (a: readonly Tile[], b: readonly Tile[], steps: number): boolean =>
      a.some((it) => b.some((other) => hexDistance(it, other) <= steps))
    const lost = parts.flatMap(([first, a], index) =>
      parts.slice(index + 1).flatMap(([second, b]) => {
        const [startA, startB, nowA, nowB] = [
          cellsOf(before, a),
          cellsOf(before, b),
          cellsOf(tiles, a),
          cellsOf(tiles, b),
        ]
        if (!touch(startA, startB, 1)) return []
        const turn = Math.abs(angleBetween(between(startA, startB), between(nowA, nowB)))
        return touch(nowA, nowB, 1) && turn < 45 ? [] : [`${first} ${second}: turned by ${Math.round(turn)}°`]
      }),
    )
    expect(lost).toEqual([])
  })
})

test('southern Jiangsu lies as on a map', () => {
  const { tiles, units, links } = read('sunan')
  const parts = regionsOfPack(units, links, tiles)
  const at = (region: string): Point => middleOf(cellsOf(tiles, parts.get(region) ?? []).map(centreOf))
  const westOf = (a: string, b: string): boolean => at(a)[0] < at(b)[0]
  const northOf = (a: string, b: string): boolean => at(a)[1] < at(b)[1]
  const others = [...parts.keys()]
  expect(others.filter((it) => it !== 'jiangyin-shi' && !northOf('jiangyin-shi', it))).toEqual([])
  expect(others.filter((it) => it !== 'wujiang-qu' && !northOf(it, 'wujiang-qu'))).toEqual([])
  expect(others.filter((it) => !['yixing-shi', 'wujin-qu'].includes(it) && !westOf('wujin-qu', it))).toEqual(
    [],
  )
  const west = [
    ['yixing-shi', 'binhu-qu'],
    ['huishan-qu', 'xishan-qu'],
    ['liangxi-qu', 'xishan-qu'],
    ['binhu-qu', 'liangxi-qu'],
    ['liangxi-qu', 'xinwu-qu'],
  ] as const
  expect(west.filter(([a, b]) => !westOf(a, b))).toEqual([])
  const north = [
    ['wujin-qu', 'yixing-shi'],
    ['huishan-qu', 'liangxi-qu'],
    ['liangxi-qu', 'binhu-qu'],
    ['xishan-qu', 'xinwu-qu'],
  ] as const
  expect(north.filter(([a, b]) => !northOf(a, b))).toEqual([])
})

function between(a: readonly Tile[], b: readonly Tile[]): Point {
  const [from, to] = [middleOf(a.map(centreOf)), middleOf(b.map(centreOf))]
  return [to[0] - from[0], to[1] - from[1]]
}

/** Degrees, from -180 to 180. */
function angleBetween(a: Point, b: Point): number {
  return (Math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]) * 180) / Math.PI
}
