import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cornersOf, neighboursOf, outlineOf, towards } from './hexagon.js'

const cell = fc.record({ col: fc.integer({ min: -20, max: 20 }), row: fc.integer({ min: -20, max: 20 }) })
const point = (it: readonly [number, number] | undefined): string =>
  it === undefined ? '' : `${it[0].toFixed(6)} ${it[1].toFixed(6)}`.replaceAll('-0.000000', '0.000000')

it('neighbours share the edge they stand across', () => {
  fc.assert(
    fc.property(cell, fc.integer({ min: 0, max: 5 }), (from, edge) => {
      const across = neighboursOf(from)[edge]
      if (across === undefined) throw new Error('a hexagon has six neighbours')
      const mine = cornersOf(from)
      const theirs = cornersOf(across)
      expect([point(mine[edge]), point(mine[(edge + 1) % 6])]).toEqual([
        point(theirs[(edge + 4) % 6]),
        point(theirs[(edge + 3) % 6]),
      ])
    }),
  )
})

it('an outline is closed: every point of it ends an even number of edges', () => {
  const cells = fc.uniqueArray(cell, { selector: (it) => `${it.col},${it.row}`, minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(cells, (group) => {
      const ends = new Map<string, number>()
      for (const edge of outlineOf(group)) {
        for (const end of edge) ends.set(point(end), (ends.get(point(end)) ?? 0) + 1)
      }
      expect([...ends.values()].filter((times) => times % 2 === 1)).toEqual([])
    }),
  )
})

it('two tiles side by side have ten edges around them', () => {
  expect(
    outlineOf([
      { col: 0, row: 0 },
      { col: 1, row: 0 },
    ]).length,
  ).toBe(10)
})

it('an arrow key moves to the next tile of the row', () => {
  const cells = [0, 1, 2].map((col) => ({ col, row: 0 }))
  expect(towards(cells, { col: 0, row: 0 }, 1, 0)).toEqual({ col: 1, row: 0 })
  expect(towards(cells, { col: 0, row: 0 }, 0, 1)).toBeNull()
})
