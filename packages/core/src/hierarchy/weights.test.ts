import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { administrative, functional, stateOwned } from './hierarchy.js'
import { allOfIt, isSame, plus, nothingShared, shareOf } from './share.js'
import { type DayLink, type DayMap, weightsOf } from './weights.js'

const half = shareOf(1, 2)
const units = [
  { unit: 'c', kind: 'city' },
  { unit: 'd', kind: 'district' },
  { unit: 't1', kind: 'town' },
  { unit: 't2', kind: 'town' },
  { unit: 'v1', kind: 'village' },
  { unit: 'v2', kind: 'village' },
  { unit: 'z1', kind: 'zone' },
  { unit: 'z2', kind: 'zone' },
  { unit: 's', kind: 'soe' },
  { unit: 'e', kind: 'enterprise' },
] as const
const within: readonly DayLink[] = [
  { kind: 'part-of', from: 'd', to: 'c' },
  { kind: 'part-of', from: 't1', to: 'd' },
  { kind: 'part-of', from: 't2', to: 'd' },
  { kind: 'part-of', from: 'v1', to: 't1' },
  { kind: 'part-of', from: 'v2', to: 't1' },
  { kind: 'part-of', from: 'z1', to: 'd' },
  { kind: 'part-of', from: 'z2', to: 'c' },
  { kind: 'part-of', from: 's', to: 'c' },
  { kind: 'part-of', from: 'e', to: 's' },
]
const whole = [
  { kind: 'covers', from: 'z1', to: 't1' },
  { kind: 'covers', from: 'z2', to: 't2' },
] as const

const shown = (hierarchy: typeof functional, links: readonly DayLink[]) => {
  const { weights, defects } = weightsOf(hierarchy, { units, links })
  const text = (share: { part: bigint; whole: bigint }) => `${share.part}/${share.whole}`
  return {
    weights: weights.map((it) => `${it.leaf} ${it.level} ${it.unit} ${text(it.share)}`),
    defects: defects.map(
      (it) => `${it.problem} ${it.leaf} ${it.level} ${it.units.join('+')} ${text(it.sum)}`,
    ),
  }
}

describe('on one map the hierarchies stand side by side', () => {
  it('by government', () => {
    expect(shown(administrative, [...within, ...whole])).toEqual({
      weights: [
        't2 town t2',
        't2 district d',
        't2 city c',
        'v1 town t1',
        'v1 district d',
        'v1 city c',
        'v2 town t1',
        'v2 district d',
        'v2 city c',
      ].map((it) => `${it} 1/1`),
      defects: [],
    })
  })

  it('by zone, whatever the zone is part of', () => {
    expect(shown(functional, [...within, ...whole])).toEqual({
      weights: ['t2 zone z2', 't2 city c', 'v1 zone z1', 'v1 city c', 'v2 zone z1', 'v2 city c'].map(
        (it) => `${it} 1/1`,
      ),
      defects: [],
    })
  })

  it('by ownership', () => {
    expect(shown(stateOwned, within).weights).toEqual(['e soe s 1/1', 'e city c 1/1'])
  })
})

it('a zone may take villages of a town that another zone covers', () => {
  const links = [...within, ...whole, { kind: 'covers', from: 'z2', to: 'v2' } as const]
  expect(shown(functional, links).weights).toContain('v2 zone z2 1/1')
  expect(shown(functional, links).weights).toContain('v1 zone z1 1/1')
})

it('a shared town counts in parts', () => {
  const links: DayLink[] = [
    ...within,
    { kind: 'covers', from: 'z1', to: 't1' },
    { kind: 'covers', from: 'z1', to: 't2', share: half },
    { kind: 'covers', from: 'z2', to: 't2', share: half },
  ]
  expect(shown(functional, links).weights.slice(0, 3)).toEqual([
    't2 zone z1 1/2',
    't2 zone z2 1/2',
    't2 city c 1/1',
  ])
  expect(shown(functional, links).defects).toEqual([])
})

it('names the leaf, the level and the units of every sum that is not one', () => {
  const cases: Record<string, readonly DayLink[]> = {
    'hole t2 zone  0/1': [{ kind: 'covers', from: 'z1', to: 't1' }],
    'overlap t2 zone z1+z2 2/1': [...whole, { kind: 'covers', from: 'z1', to: 't2' }].toSorted((a, b) =>
      a.from.localeCompare(b.from),
    ) as DayLink[],
    'short t2 zone z2 1/2': [
      { kind: 'covers', from: 'z1', to: 't1' },
      { kind: 'covers', from: 'z2', to: 't2', share: half },
    ],
  }
  for (const [defect, links] of Object.entries(cases)) {
    expect(shown(functional, [...within, ...links]).defects, defect).toContain(defect)
  }
})

it('ends on a circle and says so', () => {
  const links: DayLink[] = [
    { kind: 'part-of', from: 't2', to: 'd' },
    { kind: 'part-of', from: 'd', to: 't2' },
  ]
  expect(shown(administrative, links).defects).toContain('circle t2 city  0/1')
})

/** Villages in towns, towns over zones by random shares that sum to one, some villages taken out of their town. */
const shared: fc.Arbitrary<DayMap> = fc
  .record({
    towns: fc.integer({ min: 1, max: 6 }),
    zones: fc.integer({ min: 1, max: 4 }),
    parts: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
      minLength: 6,
      maxLength: 6,
    }),
    taken: fc.array(fc.tuple(fc.nat(11), fc.nat(3)), { maxLength: 5 }),
  })
  .map(({ towns, zones, parts, taken }) => {
    const range = (size: number) => Array.from({ length: size }, (_, index) => index)
    const town = range(towns)
    const villages = town.flatMap((it) => [`v${it}a`, `v${it}b`])
    const covers = town.flatMap((it) => {
      const given = (parts[it] ?? []).slice(0, zones)
      const all = given.reduce((sum, one) => sum + one, 0)
      if (all === 0) return [{ kind: 'covers', from: 'z0', to: `t${it}` } as DayLink]
      return given.flatMap((one, zone) =>
        one === 0
          ? []
          : [{ kind: 'covers', from: `z${zone}`, to: `t${it}`, share: shareOf(one, all) } as DayLink],
      )
    })
    const own = new Map(
      taken.map(([village, zone]) => [villages[village % villages.length] ?? '', zone % zones]),
    )
    return {
      units: [
        { unit: 'c', kind: 'city' },
        ...range(zones).map((it) => ({ unit: `z${it}`, kind: 'zone' }) as const),
        ...town.map((it) => ({ unit: `t${it}`, kind: 'town' }) as const),
        ...villages.map((unit) => ({ unit, kind: 'village' }) as const),
      ],
      links: [
        ...range(zones).map((it) => ({ kind: 'part-of', from: `z${it}`, to: 'c' }) as const),
        ...villages.map(
          (it) => ({ kind: 'part-of', from: it, to: it.slice(0, -1).replace('v', 't') }) as const,
        ),
        ...covers,
        ...[...own].map(([village, zone]) => ({ kind: 'covers', from: `z${zone}`, to: village }) as const),
      ],
    }
  })

it('every leaf counts exactly once at every level', () => {
  fc.assert(
    fc.property(shared, (map) => {
      const { weights, defects } = weightsOf(functional, map)
      expect(defects).toEqual([])
      const leaves = new Set(weights.map((it) => it.leaf))
      expect(leaves.size).toBe(map.units.filter((it) => it.kind === 'village').length)
      for (const leaf of leaves) {
        for (const level of functional.levels) {
          const sum = weights
            .filter((it) => it.leaf === leaf && it.level === level.kind)
            .reduce((all, it) => plus(all, it.share), nothingShared)
          expect(isSame(sum, allOfIt)).toBe(true)
        }
      }
    }),
  )
})

it('lists a leaf as a defect exactly where its sum is not one, whatever links are lost or doubled', () => {
  fc.assert(
    fc.property(shared, fc.array(fc.nat(60), { maxLength: 4 }), fc.boolean(), (map, hit, doubled) => {
      const links = doubled
        ? [...map.links, ...map.links.filter((_, index) => hit.includes(index))]
        : map.links.filter((_, index) => !hit.includes(index))
      const { weights, defects } = weightsOf(functional, { ...map, links })
      const keys = new Set(defects.map((it) => `${it.leaf} ${it.level}`))
      const sums = new Map<string, typeof allOfIt>()
      for (const it of weights) {
        const key = `${it.leaf} ${it.level}`
        sums.set(key, plus(sums.get(key) ?? nothingShared, it.share))
      }
      for (const [key, sum] of sums) expect(keys.has(key)).toBe(!isSame(sum, allOfIt))
    }),
  )
})
