import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Share, shareOf } from '../hierarchy/share.js'
import { type Agreement, agreementProblems, contested, type SharingRule } from './agreement.js'
import { countedOnce } from './counted-once.js'
import { booked, type PlacedValue } from './sharing.js'

const shares = (given: Readonly<Record<string, Share>>) =>
  Object.entries(given).map(([party, share]) => ({ party, share }))
const rule = (of: Partial<SharingRule> = {}): SharingRule => ({
  indicator: null,
  from: null,
  to: null,
  shares: shares({ zone: shareOf(3, 5), town: shareOf(2, 5) }),
  ...of,
})
const agreement = (of: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  kind: 'co-development',
  parties: ['zone', 'town'],
  site: 'park',
  from: '2025-01-01',
  to: '2029-12-31',
  undertakings: [],
  contributions: [],
  rules: [rule()],
  ...of,
})
const result = (of: Partial<PlacedValue> = {}): PlacedValue => ({
  unit: 'park',
  indicator: 'output',
  day: '2026-06-30',
  amount: 1001n,
  ...of,
})
const shown = (all: ReturnType<typeof booked>) => all.map((it) => `${it.unit} ${it.amount} ${it.by}`)

describe('a result', () => {
  it('is booked by the shares of the agreement at its site, to the last minor unit', () => {
    expect(shown(booked([result()], [agreement()]))).toEqual(['zone 601 a1', 'town 400 a1'])
  })

  it('stays where it arose outside the term, at another site, and without a rule', () => {
    const alone = [
      result({ day: '2024-12-31' }),
      result({ day: '2030-01-01' }),
      result({ unit: 'elsewhere' }),
    ]
    expect(shown(booked(alone, [agreement()]))).toEqual([
      'park 1001 null',
      'park 1001 null',
      'elsewhere 1001 null',
    ])
    const only = agreement({ rules: [rule({ indicator: 'tax' })] })
    expect(shown(booked([result()], [only]))).toEqual(['park 1001 null'])
  })

  it('follows the rule of its indicator before the one for every other, and the rule of its day', () => {
    const tax = rule({ indicator: 'tax', shares: shares({ zone: shareOf(0, 1), town: shareOf(1, 1) }) })
    const late = rule({ from: '2027-01-01', shares: shares({ zone: shareOf(1, 2), town: shareOf(1, 2) }) })
    const both = agreement({ rules: [rule({ to: '2026-12-31' }), late, tax] })
    const results = [result(), result({ day: '2027-03-31', amount: 10n }), result({ indicator: 'tax' })]
    expect(shown(booked(results, [both]))).toEqual([
      'zone 601 a1',
      'town 400 a1',
      'zone 5 a1',
      'town 5 a1',
      'zone 0 a1',
      'town 1001 a1',
    ])
  })
})

const units = ['u1', 'u2', 'u3', 'u4', 'u5']
const anyAgreement = fc
  .record({
    parties: fc.uniqueArray(fc.constantFrom(...units), { minLength: 2, maxLength: 5 }),
    parts: fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 5, maxLength: 5 }),
    site: fc.constantFrom(...units),
    from: fc.integer({ min: 2020, max: 2030 }),
    years: fc.integer({ min: 0, max: 6 }),
    indicator: fc.constantFrom('output', 'tax', null),
  })
  .map(({ parties, parts, site, from, years, indicator }): Agreement => {
    const whole = parties.reduce((sum, _, index) => sum + (parts[index] ?? 1), 0)
    return agreement({
      id: `${site} ${from} ${years} ${parts.join('-')}`,
      parties,
      site,
      from: `${from}-01-01`,
      to: `${from + years}-12-31`,
      rules: [
        rule({
          indicator,
          shares: parties.map((party, index) => ({ party, share: shareOf(parts[index] ?? 1, whole) })),
        }),
      ],
    })
  })
const anyResult = fc
  .record({
    unit: fc.constantFrom(...units),
    indicator: fc.constantFrom('output', 'tax'),
    year: fc.integer({ min: 2020, max: 2034 }),
    amount: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
  })
  .map(({ year, ...of }): PlacedValue => ({ ...of, day: `${year}-12-31` }))

it('whatever agreements there are, nothing is lost and nothing counts twice', () => {
  fc.assert(
    fc.property(
      fc.array(anyAgreement, { maxLength: 12 }),
      fc.array(anyResult, { maxLength: 20 }),
      (all, results) => {
        expect(all.flatMap(agreementProblems)).toEqual([])
        const found = booked(results, all)
        const total = (of: readonly { amount: bigint }[]) => of.reduce((sum, it) => sum + it.amount, 0n)
        expect(total(found)).toBe(total(results))
        for (const unit of units) {
          expect(total(found.filter((it) => it.arose === unit))).toBe(
            total(results.filter((it) => it.unit === unit)),
          )
        }
      },
    ),
  )
})

describe('an agreement is refused', () => {
  it.each<[string, Partial<Agreement>]>([
    ['one-party /parties', { parties: ['zone'], rules: [] }],
    ['party-twice /parties', { parties: ['zone', 'town', 'zone'] }],
    ['ends-before /to', { from: '2026-01-01', to: '2025-12-31' }],
    ['no-party /contributions/0/party', { contributions: [{ party: 'soe', promised: 1n, paid: 0n }] }],
    ['negative /contributions/0', { contributions: [{ party: 'zone', promised: -1n, paid: 0n }] }],
    [
      'shares /rules/0/shares',
      { rules: [rule({ shares: shares({ zone: shareOf(1, 2), town: shareOf(2, 3) }) })] },
    ],
    ['no-party /rules/0/shares/0/party', { rules: [rule({ shares: shares({ soe: shareOf(1, 1) }) })] }],
    ['two-rules /rules/1', { rules: [rule({ to: '2026-12-31' }), rule({ from: '2026-12-31' })] }],
  ])('%s', (code, of) => {
    expect(agreementProblems(agreement(of)).map((it) => `${it.code} ${it.path}`)).toEqual([
      `agreement.${code}`,
    ])
  })

  it('where another shares the results of the same site on the same day', () => {
    const next = agreement({ id: 'a2', from: '2029-12-31', to: null })
    expect(contested([agreement(), next]).map((it) => it.code)).toEqual(['agreement.site-shared-twice'])
    expect(contested([agreement(), { ...next, from: '2030-01-01' }])).toEqual([])
    const of = (id: string, indicator: string) => agreement({ id, rules: [rule({ indicator })] })
    expect(contested([of('a1', 'output'), of('a2', 'tax')])).toEqual([])
    expect(contested([of('a1', 'tax'), of('a2', 'tax')])).toHaveLength(1)
    expect(contested([of('a1', 'tax'), agreement({ id: 'a2' })])).toHaveLength(1)
  })
})

describe('counted once', () => {
  it('itemises what overlapping zones count too often', () => {
    const found = countedOnce([
      { id: 'e1', amount: 100n, zones: ['a'] },
      { id: 'e2', amount: 30n, zones: ['b', 'a', 'a'] },
      { id: 'e3', amount: 5n, zones: ['a', 'b', 'c'] },
      { id: 'e4', amount: 7n, zones: [] },
      { id: 'e5', amount: 20n, zones: ['a', 'b'] },
    ])
    expect(found).toEqual({
      summed: { amount: 100n + 60n + 15n + 40n, units: 1 + 2 + 3 + 2 },
      once: { amount: 155n, units: 4 },
      gap: [
        { zones: ['a', 'b'], ids: ['e2', 'e5'], amount: 50n, excess: 50n, extra: 2 },
        { zones: ['a', 'b', 'c'], ids: ['e3'], amount: 5n, excess: 10n, extra: 2 },
      ],
    })
  })

  it('is what zones sum to less the gap, whatever overlaps', () => {
    const zone = fc.constantFrom('a', 'b', 'c', 'd')
    const counted = fc.record({
      id: fc.uuid(),
      amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      zones: fc.uniqueArray(zone, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 30 }), (all) => {
        const { summed, once, gap } = countedOnce(all)
        const byZone = (['a', 'b', 'c', 'd'] as const).map((it) =>
          all.filter((one) => one.zones.includes(it)),
        )
        expect(summed.amount).toBe(byZone.flat().reduce((sum, it) => sum + it.amount, 0n))
        expect(summed.units).toBe(byZone.flat().length)
        expect(once.amount).toBe(summed.amount - gap.reduce((sum, it) => sum + it.excess, 0n))
        expect(once.units).toBe(summed.units - gap.reduce((sum, it) => sum + it.extra, 0))
      }),
    )
  })

  /**
   * The published table of Beijing's zones, first half of 2016: they sum to 32,358.1 over 10,809 units, without
   * double counting to 28,811.4 over 10,128, a gap of 12.3 %. The microdata here are made to fit those totals.
   */
  it('gives both published totals of a city whose zones overlap, and says where the gap lies', () => {
    const shared = 681
    const excess = 35467n
    const lone = 10128 - shared
    const each = (total: bigint, size: number, index: number): bigint =>
      total / BigInt(size) + (BigInt(index) < total % BigInt(size) ? 1n : 0n)
    const units_ = [
      ...Array.from({ length: shared }, (_, index) => ({
        id: `shared ${index}`,
        amount: each(excess, shared, index),
        zones: index % 2 === 0 ? ['park', 'science city'] : ['park', 'free-trade area'],
      })),
      ...Array.from({ length: lone }, (_, index) => ({
        id: `alone ${index}`,
        amount: each(288114n - excess, lone, index),
        zones: [['park', 'science city', 'free-trade area'][index % 3] ?? 'park'],
      })),
    ]
    const found = countedOnce(units_)
    expect(found.summed).toEqual({ amount: 323581n, units: 10809 })
    expect(found.once).toEqual({ amount: 288114n, units: 10128 })
    expect(found.gap.map((it) => it.zones.join(' + ')).toSorted()).toEqual([
      'free-trade area + park',
      'park + science city',
    ])
    expect(found.gap.reduce((sum, it) => sum + it.excess, 0n)).toBe(35467n)
    expect(((100 * 35467) / 288114).toFixed(1)).toBe('12.3')
  })
})
