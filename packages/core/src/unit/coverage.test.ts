import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverage } from './coverage.js'

const units = [
  { unit: 'z1', kind: 'zone' },
  { unit: 'z2', kind: 'zone' },
  { unit: 't1', kind: 'town' },
  { unit: 't2', kind: 'town' },
  { unit: 't3', kind: 'town' },
  { unit: 's1', kind: 'soe' },
  { unit: 'p1', kind: 'park' },
] as const

test('holes, overlaps and missing legs are named', () => {
  const found = coverage(units, [
    { kind: 'covers', from: 'z1', to: 't1' },
    { kind: 'covers', from: 'z1', to: 't2' },
    { kind: 'covers', from: 'z2', to: 't2' },
    { kind: 'member', from: 's1', to: 'z1' },
    { kind: 'covers', from: 'p1', to: 't3' },
  ])
  expect(found).toEqual({
    zones: 2,
    towns: 3,
    holes: ['t3'],
    overlaps: [{ town: 't2', zones: ['z1', 'z2'] }],
    legs: [
      { zone: 'z1', missing: [] },
      { zone: 'z2', missing: ['soe'] },
    ],
  })
})

test('every town is a hole, an overlap, or covered once', () => {
  const edge = fc.record({
    kind: fc.constantFrom('covers' as const, 'member' as const, 'funds' as const),
    from: fc.constantFrom(...units.map((it) => it.unit)),
    to: fc.constantFrom(...units.map((it) => it.unit)),
  })
  fc.assert(
    fc.property(fc.uniqueArray(edge, { selector: (it) => JSON.stringify(it), maxLength: 20 }), (links) => {
      const found = coverage(units, links)
      for (const town of ['t1', 't2', 't3']) {
        const zones = links.filter(
          (it) => it.kind === 'covers' && it.to === town && (it.from === 'z1' || it.from === 'z2'),
        ).length
        expect(found.holes.includes(town)).toBe(zones === 0)
        expect(found.overlaps.some((it) => it.town === town)).toBe(zones > 1)
      }
    }),
  )
})
