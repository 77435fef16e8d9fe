import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { functional } from '../hierarchy/hierarchy.js'
import { allOfIt, isSame, shareOf, sumOf } from '../hierarchy/share.js'
import { weightsOf } from '../hierarchy/weights.js'
import { chartOn, type Change, reorganise, type Territory } from './reorganise.js'
import type { Step } from './step.js'

const always = { validFrom: null, validTo: null }
const unit = (id: string, kind: 'city' | 'district' | 'town' | 'zone' | 'soe') => ({
  unit: id,
  kind,
  name: `${id} 名`,
  ...always,
})
const link = (kind: 'part-of' | 'covers' | 'member', from: string, to: string) => ({
  kind,
  from,
  to,
  ...always,
})

/** A city of two districts; zone a covers t1 and t2, b covers t3, and a company is a member of b. */
const territory: Territory = {
  units: [
    unit('city', 'city'),
    unit('east', 'district'),
    unit('west', 'district'),
    ...['t1', 't2', 't3'].map((it) => unit(it, 'town')),
    ...['a', 'b'].map((it) => unit(it, 'zone')),
    unit('soe', 'soe'),
  ],
  links: [
    link('part-of', 'east', 'city'),
    link('part-of', 'west', 'city'),
    link('part-of', 't1', 'east'),
    link('part-of', 't2', 'east'),
    link('part-of', 't3', 'west'),
    link('part-of', 'a', 'east'),
    link('part-of', 'b', 'west'),
    link('covers', 'a', 't1'),
    link('covers', 'a', 't2'),
    link('covers', 'b', 't3'),
    link('part-of', 'soe', 'city'),
    link('member', 'soe', 'b'),
  ],
}
const day = '2026-07-01'
const newZone = (id: string) => ({ unit: id, kind: 'zone', name: `${id} 名` }) as const

function changed(steps: readonly Step[], of = territory): Change {
  const done = reorganise(of, steps, day)
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}
const refusals = (steps: readonly Step[], of = territory, on = day) => {
  const done = reorganise(of, steps, on)
  return done.ok ? [] : done.refusals.map((it) => `${it.code} ${it.path}`)
}
const lines = (change: Change) => ({
  ends: [...change.ends.units.map((it) => it.unit), ...change.ends.links.map((it) => `${it.from}-${it.to}`)],
  begins: [
    ...change.begins.units.map((it) => it.unit),
    ...change.begins.links.map((it) => `${it.from}-${it.to}`),
  ],
  lineage: change.lineage.map((it) => `${it.from}>${it.to} ${it.share.part}/${it.share.whole}`),
})

/** The rows after a change, as a later draft finds them. */
function after(before: Territory, change: Change, on = day): Territory {
  const ended = new Set<unknown>([...change.ends.units, ...change.ends.links])
  const end = <T extends object>(it: T): T => (ended.has(it) ? { ...it, validTo: on } : it)
  return {
    units: [
      ...before.units.map(end),
      ...change.begins.units.map((it) => ({ ...it, validFrom: on, validTo: null })),
    ],
    links: [
      ...before.links.map(end),
      ...change.begins.links.map((it) => ({ ...it, validFrom: on, validTo: null })),
    ],
  }
}

describe('what each step does', () => {
  it('merges into a new zone with all the towns and members, part of the unit named', () => {
    const change = changed([{ kind: 'merge', units: ['a', 'b'], into: newZone('ab'), partOf: 'city' }])
    expect(lines(change)).toEqual({
      ends: ['a', 'b', 'a-east', 'b-west', 'a-t1', 'a-t2', 'b-t3', 'soe-b'],
      begins: ['ab', 'ab-city', 'ab-t1', 'ab-t2', 'ab-t3', 'soe-ab'],
      lineage: ['a>ab 1/1', 'b>ab 1/1'],
    })
  })

  it('merges towns into one of them', () => {
    const change = changed([{ kind: 'merge', units: ['t1', 't2'], into: 't1' }])
    expect(lines(change)).toEqual({ ends: ['t2', 't2-east', 'a-t2'], begins: [], lineage: ['t2>t1 1/1'] })
  })

  it('splits a zone, one part going on under its name', () => {
    const parts = [
      { into: 'a', lower: ['t1'], weight: shareOf(3, 4) },
      { into: newZone('c'), lower: ['t2'], weight: shareOf(1, 4) },
    ]
    expect(lines(changed([{ kind: 'split', unit: 'a', parts }]))).toEqual({
      ends: ['a-t2'],
      begins: ['c', 'c-t2', 'c-east'],
      lineage: ['a>a 3/4', 'a>c 1/4'],
    })
  })

  it('splits a town within the zone that covers it, and into one that is part of another district', () => {
    const town = (id: string) => ({ unit: id, kind: 'town', name: `${id} 名` }) as const
    const inTwo: Step = {
      kind: 'split',
      unit: 't1',
      parts: [
        { into: 't1', lower: [], weight: shareOf(1, 2) },
        { into: town('n'), lower: [], weight: shareOf(1, 2) },
      ],
    }
    expect(lines(changed([inTwo]))).toEqual({
      ends: [],
      begins: ['n', 'n-east', 'a-n'],
      lineage: ['t1>t1 1/2', 't1>n 1/2'],
    })
    const away: Step = {
      kind: 'split',
      unit: 't1',
      parts: [
        { into: 't3', lower: [], weight: shareOf(3, 4) },
        { into: town('n'), lower: [], weight: shareOf(1, 4) },
      ],
    }
    expect(lines(changed([away]))).toEqual({
      ends: ['t1', 't1-east', 'a-t1'],
      begins: ['n', 'n-east', 'a-n'],
      lineage: ['t1>t3 3/4', 't1>n 1/4'],
    })
  })

  it('leaves a successor that was below in the place of the unit', () => {
    const change = changed([{ kind: 'abolish', unit: 'east', successor: 't1' }])
    expect(new Set(lines(change).begins)).toEqual(new Set(['t1-city', 't2-t1', 'a-t1']))
  })

  it('hands a town to another zone, and leaves its district alone', () => {
    const change = changed([{ kind: 'transfer', unit: 't2', from: 'a', to: 'b' }])
    expect(lines(change)).toEqual({ ends: ['a-t2'], begins: ['b-t2'], lineage: [] })
  })

  it('renames and re-types without touching a link', () => {
    const change = changed([
      { kind: 'rename', unit: 'a', name: '新名' },
      { kind: 'retype', unit: 'east', to: 'city' },
    ])
    expect(lines(change)).toEqual({ ends: ['east', 'a'], begins: ['east', 'a'], lineage: [] })
    expect(change.begins.units).toContainEqual({ unit: 'a', kind: 'zone', name: '新名' })
  })

  it('abolishes for a successor, who takes what was below', () => {
    const change = changed([{ kind: 'abolish', unit: 'b', successor: 'a' }])
    expect(lines(change)).toEqual({
      ends: ['b', 'b-west', 'b-t3', 'soe-b'],
      begins: ['a-t3', 'soe-a'],
      lineage: ['b>a 1/1'],
    })
  })

  it('founds a zone over towns that leave the ones they had', () => {
    const step: Step = { kind: 'found', unit: newZone('n'), partOf: 'city', covers: ['t1', 't3'] }
    expect(lines(changed([step]))).toEqual({
      ends: ['a-t1', 'b-t3'],
      begins: ['n', 'n-city', 'n-t1', 'n-t3'],
      lineage: [],
    })
  })

  it('adds up what two merged zones had of one town', () => {
    const halves: Territory = {
      ...territory,
      links: [
        ...territory.links.filter((it) => it.to !== 't3'),
        { ...link('covers', 'a', 't3'), share: shareOf(1, 3) },
        { ...link('covers', 'b', 't3'), share: shareOf(2, 3) },
      ],
    }
    const change = changed([{ kind: 'merge', units: ['a', 'b'], into: 'a', partOf: 'east' }], halves)
    expect(change.begins.links).toContainEqual(expect.objectContaining({ from: 'a', to: 't3' }))
    expect(change.begins.links.find((it) => it.to === 't3')?.share).toBeUndefined()
  })

  it('tells the lineage of several steps as of one', () => {
    const change = changed([
      { kind: 'merge', units: ['a', 'b'], into: newZone('m'), partOf: 'city' },
      {
        kind: 'split',
        unit: 'm',
        parts: [
          { into: newZone('x'), lower: ['t1', 'soe'], weight: shareOf(1, 2) },
          { into: newZone('y'), lower: ['t2', 't3'], weight: shareOf(1, 2) },
        ],
      },
    ])
    expect(lines(change).lineage).toEqual(['a>x 1/2', 'a>y 1/2', 'b>x 1/2', 'b>y 1/2'])
    expect(lines(change).begins).not.toContain('m')
  })
})

describe('what is refused, and where', () => {
  it.each<[string, Step, string]>([
    ['a unit into itself', { kind: 'merge', units: ['a'], into: 'a' }, 'into-itself /steps/0'],
    ['the same unit twice', { kind: 'merge', units: ['a', 'a'], into: 'b' }, 'twice /steps/0/units'],
    ['a unit nobody knows', { kind: 'merge', units: ['a', 'q'], into: 'a' }, 'unknown-unit /steps/0/units'],
    [
      'two wholes and none chosen',
      { kind: 'merge', units: ['a', 'b'], into: 'a' },
      'whose-part /steps/0/partOf',
    ],
    [
      'part of one that ends',
      { kind: 'merge', units: ['east', 'west'], into: newZone('d'), partOf: 'east' },
      'into-itself /steps/0/partOf',
    ],
    [
      'a new unit that is there',
      { kind: 'merge', units: ['a', 'b'], into: newZone('t1') },
      'unit-exists /steps/0/into',
    ],
    [
      'a town that is not below',
      { kind: 'transfer', unit: 't3', from: 'a', to: 'b' },
      'not-below /steps/0/unit',
    ],
    ['to where it is', { kind: 'transfer', unit: 't1', from: 'a', to: 'a' }, 'into-itself /steps/0/to'],
    ['a name it has', { kind: 'rename', unit: 'a', name: 'a 名' }, 'no-change /steps/0'],
    [
      'a successor that ends',
      { kind: 'abolish', unit: 'a', successor: 'a' },
      'into-itself /steps/0/successor',
    ],
    ['a circle', { kind: 'transfer', unit: 'east', from: 'city', to: 't1' }, 'circle /steps'],
  ])('%s', (_, step, code) => {
    expect(refusals([step])).toContain(`reorganisation.${code}`)
  })

  it.each([
    ['a town left over', [['t1'], []], [1, 2], 'left-over'],
    ['a town given twice', [['t1', 't2'], ['t2']], [1, 2], 'below-twice'],
    ['a town of another', [['t1', 't3'], ['t2']], [1, 2], 'not-below'],
    ['weights over one', [['t1'], ['t2']], [2, 3], 'weights'],
  ] as const)('a split with %s', (_, [first, second], [part, whole], code) => {
    const step: Step = {
      kind: 'split',
      unit: 'a',
      parts: [
        { into: 'a', lower: first, weight: shareOf(part, whole) },
        { into: newZone('c'), lower: second, weight: shareOf(part, whole) },
      ],
    }
    expect(refusals([step])).toContain(`reorganisation.${code} /steps/0/parts`)
  })

  it('a day before a unit was born, a day a later change hangs on, and nothing to do', () => {
    const young: Territory = {
      ...territory,
      units: territory.units.map((it) => (it.unit === 'b' ? { ...it, validFrom: '2026-09-01' } : it)),
    }
    const step: Step = { kind: 'transfer', unit: 't2', from: 'a', to: 'b' }
    expect(refusals([step], young)).toEqual(['reorganisation.before-birth /steps/0'])
    const moved = after(territory, changed([step]))
    expect(new Set(refusals([step], moved, '2026-01-01'))).toEqual(
      new Set(['reorganisation.changes-later /on']),
    )
    expect(refusals([])).toEqual(['reorganisation.no-steps /steps'])
  })
})

/** Steps drawn so that most of them can be done on whatever the map is by then. */
const anyStep = fc.record({
  kind: fc.constantFrom('merge', 'split', 'transfer', 'abolish', 'found', 'rename'),
  one: fc.nat(50),
  other: fc.nat(50),
  cut: fc.nat(50),
})

function stepFor(
  territory_: Territory,
  on: string,
  drawn: { kind: string; one: number; other: number; cut: number },
  fresh: string,
): Step | null {
  const chart = chartOn(territory_, on)
  const zones = [...chart.units.values()].filter((it) => it.kind === 'zone').map((it) => it.unit)
  const [a, b] = [zones[drawn.one % zones.length], zones[drawn.other % zones.length]]
  if (a === undefined || b === undefined) return null
  const below = [...chart.links.values()].flatMap((it) =>
    it.kind === 'covers' && it.from === a ? [it.to] : it.kind === 'member' && it.to === a ? [it.from] : [],
  )
  const towns = below.filter((it) => chart.units.get(it)?.kind === 'town')
  const town = towns[drawn.cut % Math.max(towns.length, 1)]
  switch (drawn.kind) {
    case 'merge':
      return a === b ? null : { kind: 'merge', units: [a, b], into: newZone(fresh), partOf: 'city' }
    case 'split': {
      const at = drawn.cut % (below.length + 1)
      const parts = [
        { into: a, lower: below.slice(0, at), weight: shareOf(1, 3) },
        { into: newZone(fresh), lower: below.slice(at), weight: shareOf(2, 3) },
      ]
      return { kind: 'split', unit: a, parts }
    }
    case 'transfer':
      return town === undefined || a === b ? null : { kind: 'transfer', unit: town, from: a, to: b }
    case 'abolish':
      return a === b ? null : { kind: 'abolish', unit: a, successor: b }
    case 'found':
      return town === undefined
        ? null
        : { kind: 'found', unit: newZone(fresh), partOf: 'city', covers: [town] }
    default:
      return { kind: 'rename', unit: a, name: fresh }
  }
}

const dayOf = (index: number): string => `2026-08-${String(index + 1).padStart(2, '0')}`

it('any sequence of reorganisations leaves every town in exactly one zone, before and after each day', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (drawn) => {
      let now = territory
      let done = 0
      for (const [index, it] of drawn.entries()) {
        const step = stepFor(now, dayOf(index), it, `n${index}`)
        if (step === null) continue
        const change = reorganise(now, [step], dayOf(index))
        if (!change.ok) throw new Error(JSON.stringify([step, change.refusals]))
        now = after(now, change.value, dayOf(index))
        done += 1
        const sums = new Map(
          change.value.lineage.map((one) => [
            one.from,
            change.value.lineage.filter((it) => it.from === one.from),
          ]),
        )
        for (const shares of sums.values()) {
          expect(isSame(sumOf(shares.map((one) => one.share)), allOfIt)).toBe(true)
        }
      }
      for (const on of ['2026-01-01', ...drawn.map((_, index) => dayOf(index))]) {
        const chart = chartOn(now, on)
        const map = { units: [...chart.units.values()], links: [...chart.links.values()] }
        const { weights, defects } = weightsOf(functional, map)
        expect(defects).toEqual([])
        expect(weights.filter((one) => one.level === 'zone')).toHaveLength(3)
      }
      expect(chartOn(now, '2026-01-01')).toEqual(chartOn(territory, '2026-01-01'))
      fc.pre(drawn.length === 0 || done > 0)
    }),
  )
})

it('a merge, split back into what it was made of, restores the map', () => {
  const merged = after(territory, changed([{ kind: 'merge', units: ['a', 'b'], into: 'a', partOf: 'east' }]))
  const back = reorganise(
    merged,
    [
      {
        kind: 'split',
        unit: 'a',
        parts: [
          { into: 'a', lower: ['t1', 't2'], weight: shareOf(2, 3) },
          { into: { unit: 'b', kind: 'zone', name: 'b 名' }, lower: ['t3', 'soe'], weight: shareOf(1, 3) },
        ],
      },
      { kind: 'transfer', unit: 'b', from: 'east', to: 'west' },
    ],
    '2026-09-01',
  )
  if (!back.ok) throw new Error(JSON.stringify(back.refusals))
  const restored = chartOn(after(merged, back.value, '2026-09-01'), '2026-09-01')
  const original = chartOn(territory, day)
  expect([...restored.links.keys()].toSorted()).toEqual([...original.links.keys()].toSorted())
  expect([...restored.units.keys()].toSorted()).toEqual([...original.units.keys()].toSorted())
})
