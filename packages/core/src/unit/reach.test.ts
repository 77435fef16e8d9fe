import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reach } from './reach.js'
import { linkKinds } from './unit.js'

const links = [
  { kind: 'part-of', from: 'district', to: 'city' },
  { kind: 'part-of', from: 'town', to: 'district' },
  { kind: 'part-of', from: 'zone', to: 'district' },
  { kind: 'covers', from: 'zone', to: 'far-town' },
  { kind: 'member', from: 'soe', to: 'zone' },
  { kind: 'funds', from: 'soe', to: 'park' },
  { kind: 'located-in', from: 'park', to: 'town' },
] as const

describe('a unit answers for', () => {
  test.each([
    ['city', ['city', 'district', 'far-town', 'soe', 'town', 'zone']],
    ['zone', ['far-town', 'soe', 'zone']],
    ['soe', ['soe']],
    ['town', ['town']],
    ['unheard-of', ['unheard-of']],
  ])('%s: %j', (unit, expected) => {
    expect([...reach(links, unit)].toSorted()).toEqual(expected)
  })
})

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const graph = fc.array(fc.record({ kind: fc.constantFrom(...linkKinds), from: name, to: name }), {
  maxLength: 14,
})

test('what is reached is closed: the reach of every unit in it lies in it, rings or not', () => {
  fc.assert(
    fc.property(graph, name, (edges, unit) => {
      const whole = reach(edges, unit)
      expect(whole.has(unit)).toBe(true)
      for (const lower of whole) expect([...reach(edges, lower)].every((it) => whole.has(it))).toBe(true)
    }),
  )
})

test('one more link never takes a unit away', () => {
  fc.assert(
    fc.property(graph, name, (edges, unit) => {
      const more = reach(edges, unit)
      expect([...reach(edges.slice(1), unit)].every((it) => more.has(it))).toBe(true)
    }),
  )
})
