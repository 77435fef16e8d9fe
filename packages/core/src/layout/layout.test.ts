import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LayoutProblem, proposeLayout } from './layout.js'

/** A field of towns with borders to the right and below; what they have is given by place. */
function field(
  columns: number,
  rows: number,
  endowment: (column: number, row: number) => readonly number[],
  of: Partial<LayoutProblem> = {},
): LayoutProblem {
  const places = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => [column, row] as const),
  ).flat()
  const name = (column: number, row: number) => `t${column}-${row}`
  return {
    towns: places.map(([column, row]) => ({
      unit: name(column, row),
      endowment: endowment(column, row),
      size: 10,
    })),
    borders: places.flatMap(([column, row]) => [
      ...(column + 1 < columns ? [[name(column, row), name(column + 1, row)] as const] : []),
      ...(row + 1 < rows ? [[name(column, row), name(column, row + 1)] as const] : []),
    ]),
    zones: 3,
    keep: [],
    together: [],
    likeness: 1,
    balance: 1,
    ...of,
  }
}

function layoutOf(problem: LayoutProblem, seed = 7) {
  const found = proposeLayout(problem, seed)
  if (!found.ok) throw new Error(JSON.stringify(found.refusals))
  return found.value
}
const refusals = (problem: LayoutProblem) => {
  const found = proposeLayout(problem, 7)
  return found.ok ? [] : found.refusals.map((it) => `${it.code} ${it.path}`)
}

function isOnePiece(zone: readonly string[], borders: LayoutProblem['borders']): boolean {
  const left = new Set(zone)
  const queue = zone.slice(0, 1)
  for (const it of queue) left.delete(it)
  for (let at = 0; at < queue.length; at++) {
    for (const [a, b] of borders) {
      const next = a === queue[at] ? b : b === queue[at] ? a : null
      if (next !== null && left.delete(next)) queue.push(next)
    }
  }
  return left.size === 0
}

describe('a layout', () => {
  it('finds the regions that are there', () => {
    const problem = field(6, 4, (column) => [column < 2 ? 0 : column < 4 ? 5 : 9, 1])
    const { zones, cost } = layoutOf(problem)
    expect(zones.map((it) => [...new Set(it.map((one) => Math.floor(Number(one.charAt(1)) / 2)))])).toEqual(
      expect.arrayContaining([[0], [1], [2]]),
    )
    expect(cost).toEqual({ likeness: expect.closeTo(0, 9), balance: 0, total: expect.closeTo(0, 9) })
  })

  it('makes alike zones or equal ones, as asked', () => {
    // One column is unlike the rest: alike means 1 to 5, equal means 3 to 3.
    const one = (column: number) => [column === 0 ? 9 : 0]
    const sizes = (of: Partial<LayoutProblem>) =>
      layoutOf(field(6, 2, one, { zones: 2, ...of }))
        .zones.map((it) => it.length)
        .toSorted((a, b) => a - b)
    expect(sizes({ likeness: 1, balance: 0 })).toEqual([2, 10])
    expect(sizes({ likeness: 0, balance: 1 })).toEqual([6, 6])
  })

  it('is the same for the same seed', () => {
    const problem = field(7, 5, (column, row) => [(column * 7 + row * 3) % 5, (column * row) % 4], {
      zones: 6,
    })
    expect(layoutOf(problem, 42)).toEqual(layoutOf(problem, 42))
  })

  it('leaves kept zones as they are and towns together', () => {
    const keep = [['t0-0', 't5-1']]
    const together = [
      ['t1-0', 't2-0'],
      ['t2-0', 't2-1'],
    ]
    const { zones } = layoutOf(field(6, 2, (column) => [column], { keep, together }))
    expect(zones[0]).toEqual(keep[0])
    expect(zones.slice(1).some((it) => ['t1-0', 't2-0', 't2-1'].every((one) => it.includes(one)))).toBe(true)
  })
})

const problems = fc
  .record({
    columns: fc.integer({ min: 2, max: 5 }),
    rows: fc.integer({ min: 2, max: 4 }),
    zones: fc.integer({ min: 1, max: 5 }),
    numbers: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 40, maxLength: 40 }),
    likeness: fc.constantFrom(0, 1, 3),
    balance: fc.constantFrom(0, 1, 3),
  })
  .map(({ columns, rows, zones, numbers, likeness, balance }) =>
    field(
      columns,
      rows,
      (column, row) => [numbers[row * columns + column] ?? 0, numbers[20 + row * columns + column] ?? 0],
      { zones: Math.min(zones, columns * rows), likeness, balance },
    ),
  )

it('every town lies in exactly one zone, and every zone is of one piece', () => {
  fc.assert(
    fc.property(problems, fc.integer(), (problem, seed) => {
      const { zones } = layoutOf(problem, seed)
      expect(zones).toHaveLength(problem.zones)
      expect(zones.flat().toSorted()).toEqual(problem.towns.map((one) => one.unit).toSorted())
      for (const zone of zones) {
        expect(zone.length).toBeGreaterThan(0)
        expect(isOnePiece(zone, problem.borders)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

it('is the best there is where all can be tried', () => {
  const numbers = [3, 1, 4, 1, 5, 9, 2, 6]
  for (const [likeness, balance] of [
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const) {
    const problem = field(4, 2, (column, row) => [numbers[row * 4 + column] ?? 0], {
      zones: 2,
      likeness,
      balance,
    })
    const found = layoutOf(problem).cost.total
    const names = problem.towns.map((one) => one.unit)
    const tried = Array.from({ length: 2 ** 7 - 1 }, (_, bits) => bits + 1).flatMap((bits) => {
      const inside = names.filter((__, index) => ((bits >> index) & 1) === 1)
      const outside = names.filter((__, index) => ((bits >> index) & 1) === 0)
      if (!isOnePiece(inside, problem.borders) || !isOnePiece(outside, problem.borders)) return []
      const kept = layoutOf({ ...problem, together: [inside, outside] })
      return [kept.cost.total]
    })
    expect(found).toBeCloseTo(Math.min(...tried), 9)
  }
})

describe('a problem is refused', () => {
  const small = field(3, 2, (column) => [column])
  it.each<[string, Partial<LayoutProblem>]>([
    ['zones /zones', { zones: 0 }],
    ['cannot-fill /zones', { zones: 7 }],
    ['cannot-fill /zones', { zones: 1, borders: [] }],
    ['unknown-town /borders', { borders: [['t0-0', 'nowhere']] }],
    ['unknown-town /keep', { keep: [['nowhere']] }],
    ['town-twice /keep', { keep: [['t0-0'], ['t0-0']] }],
    ['kept-already /together', { keep: [['t0-0']], together: [['t0-0', 't1-0']] }],
    ['apart /together/0', { together: [['t0-0', 't2-0']] }],
    [
      'endowment /towns',
      { towns: small.towns.map((it, index) => (index === 1 ? { ...it, size: Number.NaN } : it)) },
    ],
  ])('%s', (code, of) => {
    expect(refusals({ ...small, ...of })).toContain(`layout.${code}`)
  })
})
