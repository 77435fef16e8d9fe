import { describe, expect, it } from 'vitest'
import { shareOf } from '../hierarchy/share.js'
import { changedTerritory, endedUnits, newDefects, standingHeir, touchedUnits } from './consequences.js'
import { chartOn, reorganise, type Territory } from './reorganise.js'
import type { Step } from './step.js'
import { stepInput, stepOf } from './step-input.js'

const always = { validFrom: null, validTo: null }
const unit = (id: string, kind: 'city' | 'district' | 'town' | 'zone') => ({
  unit: id,
  kind,
  name: `${id} 名`,
  ...always,
})
const link = (kind: 'part-of' | 'covers', from: string, to: string) => ({ kind, from, to, ...always })

/** Zone a over town t1, and t2 in no zone. */
const territory: Territory = {
  units: [
    unit('city', 'city'),
    unit('east', 'district'),
    unit('t1', 'town'),
    unit('t2', 'town'),
    unit('a', 'zone'),
    unit('b', 'zone'),
  ],
  links: [
    link('part-of', 'east', 'city'),
    link('part-of', 't1', 'east'),
    link('part-of', 't2', 'east'),
    link('part-of', 'a', 'east'),
    link('part-of', 'b', 'east'),
    link('covers', 'a', 't1'),
  ],
}
const day = '2026-07-01'
function changed(steps: readonly Step[], of = territory, on = day) {
  const done = reorganise(of, steps, on)
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}
const town = (id: string) => ({ unit: id, kind: 'town' as const, name: `${id} 名` })

describe('what a change does', () => {
  const merge = changed([{ kind: 'merge', units: ['a', 'b'], into: 'b' }])

  it('ends units and touches what belongs to them', () => {
    expect(endedUnits(merge)).toEqual(['a'])
    expect(touchedUnits(merge)).toEqual(['a', 't1'])
  })

  it('cuts the rows that end at its day, and keeps the map before it', () => {
    const after = changedTerritory(territory, merge, day)
    expect(chartOn(after, '2026-06-30')).toEqual(chartOn(territory, '2026-06-30'))
    expect(chartOn(after, day).units.has('a')).toBe(false)
  })

  it('does not end a unit it renames', () => {
    expect(endedUnits(changed([{ kind: 'rename', unit: 'a', name: '新名' }]))).toEqual([])
  })
})

describe('new defects', () => {
  const names = (steps: readonly Step[]) =>
    newDefects(territory, changed(steps), day).map(
      (it) => `${it.hierarchy} ${it.problem} ${it.leaf} ${it.level}`,
    )

  it('are told of a town that no zone covers, at the lowest level', () => {
    const found: Step = { kind: 'found', unit: town('t3'), partOf: 'east', covers: [] }
    expect(names([found])).toEqual(['functional hole t3 zone'])
  })

  it('are not what was there before, nor what is made of it alone', () => {
    expect(names([{ kind: 'rename', unit: 't1', name: '新名' }])).toEqual([])
    expect(names([{ kind: 'abolish', unit: 't2', successor: 't1' }])).toEqual([])
    const parts = [
      { into: town('x'), lower: [], weight: shareOf(1, 2) },
      { into: town('y'), lower: [], weight: shareOf(1, 2) },
    ]
    expect(names([{ kind: 'split', unit: 't2', parts }])).toEqual([])
    // What covered the town covers each of its parts.
    expect(names([{ kind: 'split', unit: 't1', parts }])).toEqual([])
  })
})

describe('the standing heir', () => {
  const lineage = [
    { from: 'a', to: 'b', share: shareOf(1, 3), on: '2026-01-01' },
    { from: 'a', to: 'c', share: shareOf(2, 3), on: '2026-01-01' },
    { from: 'c', to: 'd', share: shareOf(1, 1), on: '2026-02-01' },
    { from: 'e', to: 'e', share: shareOf(1, 4), on: '2026-01-01' },
    { from: 'e', to: 'b', share: shareOf(3, 4), on: '2026-01-01' },
    { from: 'e', to: 'd', share: shareOf(1, 1), on: '2026-03-01' },
    { from: 'x', to: 'y', share: shareOf(1, 1), on: '2026-01-01' },
    { from: 'y', to: 'x', share: shareOf(1, 1), on: '2026-01-01' },
  ]
  const standing = (unit_: string) => unit_ === 'b' || unit_ === 'd'

  it.each([
    ['of the largest share, and that one’s heir where it ended too', 'a', 'd'],
    ['by the end, not by what was given away before', 'e', 'd'],
    ['itself where it stands', 'b', 'b'],
    ['nobody where no lineage leads on', 'q', null],
    ['nobody in a circle', 'x', null],
  ])('is %s', (_, from, heir) => expect(standingHeir(from, lineage, standing)).toBe(heir))
})

describe('refused for what comes later', () => {
  const codes = (of: Territory, steps: readonly Step[]) => {
    const done = reorganise(of, steps, day)
    return done.ok ? [] : done.refusals.map((it) => `${it.code} ${it.facts['day']}`)
  }

  it('an end of a unit that a later link names', () => {
    const later = { ...link('covers', 'a', 't2'), validFrom: '2026-09-01' }
    const of = { ...territory, links: [...territory.links, later] }
    expect(codes(of, [{ kind: 'abolish', unit: 'a', successor: 'b' }])).toEqual([
      'reorganisation.changes-later 2026-09-01',
    ])
  })

  it('a link to a unit that ends, but not to one that is renamed', () => {
    const ends = (next: Territory['units']): Territory => ({
      ...territory,
      units: [
        ...territory.units.map((it) => (it.unit === 'b' ? { ...it, validTo: '2026-09-01' } : it)),
        ...next,
      ],
    })
    const step: Step = { kind: 'transfer', unit: 't1', from: 'a', to: 'b' }
    expect(codes(ends([]), [step])).toEqual(['reorganisation.changes-later 2026-09-01'])
    expect(codes(ends([{ ...unit('b', 'zone'), validFrom: '2026-09-01' }]), [step])).toEqual([])
  })
})

describe('steps as a person writes them', () => {
  it('become exact', () => {
    const written = stepInput.parse({
      kind: 'split',
      unit: 'a',
      parts: [
        { into: 'a', lower: ['t1'], weight: { part: 2, whole: 4 } },
        { into: 'b', lower: [], weight: { part: 1, whole: 2 } },
      ],
    })
    expect(stepOf(written)).toMatchObject({ parts: [{ weight: shareOf(1, 2) }, { weight: shareOf(1, 2) }] })
  })

  it.each([
    ['more than the whole', { part: 3, whole: 2 }],
    ['nothing', { part: 0, whole: 2 }],
    ['of nothing', { part: 1, whole: 0 }],
  ])('may not share %s', (_, weight) => {
    const parts = [{ into: 'a', lower: [], weight }]
    expect(stepInput.safeParse({ kind: 'split', unit: 'a', parts }).success).toBe(false)
  })
})
