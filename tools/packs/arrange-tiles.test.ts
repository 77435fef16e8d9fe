import { expect, test } from 'vitest'
import { arrange } from './arrange-tiles.js'
import { cellKey, hexDistance, neighbours, pieces } from './tile-grid.js'

const start = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'].map((unit, col) => ({ unit, col: col + 2, row: 2 }))
const groups = ['a', 'b'].map((name) => ({ name, weight: 60, units: [1, 2, 3].map((it) => `${name}${it}`) }))

test('torn groups become one piece each, no two tiles on a cell, and twice the same', () => {
  const moved = arrange(start, groups, 20_000, 7)
  expect(new Set(moved.map(cellKey)).size).toBe(6)
  for (const group of groups) {
    expect(pieces(start.filter((it) => group.units.includes(it.unit)))).toBe(3)
    expect(pieces(moved.filter((it) => group.units.includes(it.unit)))).toBe(1)
  }
  expect(arrange(start, groups, 20_000, 7)).toEqual(moved)
})

test('a cell is one step from each of its neighbours, and they are all different', () => {
  for (const row of [0, 1]) {
    const cell = { col: 4, row }
    expect(new Set(neighbours(cell).map(cellKey)).size).toBe(6)
    expect(neighbours(cell).map((it) => hexDistance(cell, it))).toEqual([1, 1, 1, 1, 1, 1])
  }
})
