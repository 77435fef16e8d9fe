import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changesBetween,
  type ResponsibilityList,
  responsibilityProblems,
  type ResponsibilityRow,
  responsibilityParts,
  leadsFor,
  listOn,
} from './responsibility.js'

const row = (id: string, of: Partial<ResponsibilityRow> = {}): ResponsibilityRow => ({
  id,
  item: '园区招商',
  theme: 'industry',
  source: '运行机制第3条',
  units: [
    { unit: 'zone', role: 'lead' },
    { unit: 'town', role: 'support' },
  ],
  ...of,
})
const list = (
  rows: readonly ResponsibilityRow[],
  of: Partial<ResponsibilityList> = {},
): ResponsibilityList => ({
  id: 'east',
  version: 1,
  from: '2026-01-01',
  rows,
  ...of,
})
const standing = new Set(['zone', 'town', 'soe'])
const codes = (of: ResponsibilityList) =>
  responsibilityProblems(of, standing).map((it) => `${it.code} ${it.path}`)

describe('a version is published only', () => {
  it.each<[string, readonly ResponsibilityRow[]]>([
    ['no-lead /rows/1/units', [row('a'), row('b', { units: [{ unit: 'town', role: 'support' }] })]],
    [
      'two-leads /rows/0/units',
      [row('a', { units: ['zone', 'soe'].map((unit) => ({ unit, role: 'lead' })) })],
    ],
    ['unknown-unit /rows/0/units/0', [row('a', { units: [{ unit: 'gone', role: 'lead' }] })]],
    [
      'unit-twice /rows/0/units/1',
      [
        row('a', {
          units: [
            { unit: 'zone', role: 'lead' },
            { unit: 'zone', role: 'joint' },
          ],
        }),
      ],
    ],
    ['row-twice /rows/1', [row('a'), row('a')]],
    ['no-item /rows/0/item', [row('a', { item: ' ' })]],
  ])('without %s', (code, rows) => {
    expect(codes(list(rows))).toEqual([`responsibility.${code}`])
  })

  it('so that every item has exactly one lead who is there', () => {
    const parts = fc.array(
      fc.record({
        unit: fc.constantFrom('zone', 'town', 'soe', 'gone'),
        role: fc.constantFrom(...responsibilityParts),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 5 }), (all) => {
        const of = list(all.map((units, index) => row(String(index), { units })))
        const sound = of.rows.every(
          ({ units }) =>
            units.filter((it) => it.role === 'lead').length === 1 &&
            units.every((it) => standing.has(it.unit)) &&
            new Set(units.map((it) => it.unit)).size === units.length,
        )
        expect(codes(of).length === 0).toBe(sound)
      }),
    )
  })
})

it('the version that holds on a day is the last that has begun', () => {
  const versions = [
    list([], { version: 2, from: '2026-07-01' }),
    list([]),
    list([], { version: 3, from: '2026-07-01' }),
  ]
  expect(['2025-12-31', '2026-06-30', '2026-07-01'].map((on) => listOn(versions, on)?.version)).toEqual([
    undefined,
    1,
    3,
  ])
})

describe('a dispatch is offered', () => {
  const lists = [
    list([
      row('broad', { theme: 'root', units: [{ unit: 'soe', role: 'lead' }] }),
      row('near'),
      row('same'),
      row('far', { units: [{ unit: 'other', role: 'lead' }] }),
    ]),
  ]
  const offered = (themes: readonly string[], within = standing) =>
    leadsFor(lists, themes, within).map((it) => `${it.unit} ${it.row.id} v${it.version}`)

  it('the lead of the nearest theme, once, with its row', () => {
    expect(offered(['chips', 'industry', 'root'])).toEqual(['zone near v1'])
    expect(offered(['water', 'root'])).toEqual(['soe broad v1'])
  })

  it('nobody it does not answer for, and nobody where no row speaks', () => {
    expect(offered(['industry', 'root'], new Set(['town', 'soe']))).toEqual(['soe broad v1'])
    expect(offered(['water'])).toEqual([])
  })
})

it('tells what a new version changes, by the weightiest difference', () => {
  const before = list([row('a'), row('b'), row('c'), row('d'), row('e')])
  const after = list(
    [
      row('a', { units: [{ unit: 'soe', role: 'lead' }], item: '别的' }),
      row('b', { units: [{ unit: 'zone', role: 'lead' }] }),
      row('c', { source: '运行机制第4条' }),
      row('d'),
      row('f'),
    ],
    { version: 2 },
  )
  expect(changesBetween(before, after).map((it) => `${it.row} ${it.change}`)).toEqual([
    'a lead',
    'b parts',
    'c reworded',
    'f added',
    'e dropped',
  ])
  expect(changesBetween(before, before)).toEqual([])
})
