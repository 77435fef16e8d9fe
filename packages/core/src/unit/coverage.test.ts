import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage, coverageWithin } from './coverage.js'

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

describe('of one city', () => {
  const both = [
    ...units,
    { unit: 'near', kind: 'city' },
    { unit: 'far', kind: 'city' },
    { unit: 'd1', kind: 'district' },
  ] as const
  const links = [
    { kind: 'part-of', from: 'd1', to: 'near' },
    { kind: 'part-of', from: 't1', to: 'd1' },
    { kind: 'part-of', from: 't2', to: 'd1' },
    { kind: 'part-of', from: 't3', to: 'far' },
    { kind: 'part-of', from: 'z1', to: 'near' },
    { kind: 'part-of', from: 'z2', to: 'far' },
    { kind: 'covers', from: 'z1', to: 't1' },
    { kind: 'covers', from: 'z2', to: 't3' },
  ] as const

  test('the towns and zones of another are left out, holes of its own are not', () => {
    expect(coverageWithin(both, links, 'near')).toEqual({
      zones: 1,
      towns: 2,
      holes: ['t2'],
      overlaps: [],
      legs: [{ zone: 'z1', missing: ['soe'] }],
    })
  })

  test('a zone of another city that covers one of its towns counts, with the legs it has elsewhere', () => {
    const found = coverageWithin(both, [...links, { kind: 'covers', from: 'z2', to: 't1' }], 'near')
    expect(found.legs.map((it) => it.zone)).toEqual(['z1', 'z2'])
    expect(found.overlaps).toEqual([{ town: 't1', zones: ['z1', 'z2'] }])
    expect(found.towns).toBe(2)
  })

  test('two cities part the towns', () => {
    const [near, far] = ['near', 'far'].map((it) => coverageWithin(both, links, it))
    expect((near?.towns ?? 0) + (far?.towns ?? 0)).toBe(coverage(both, links).towns)
    expect([...(near?.holes ?? []), ...(far?.holes ?? [])]).toEqual(coverage(both, links).holes)
  })
})
