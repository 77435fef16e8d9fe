import type { FindingBody } from '@gangmu/core'
import type { FindingWithDecision } from '@gangmu/store'
import { describe, expect, test } from 'vitest'
import { proposeDuty } from './commitment-of.js'
import { besides, countOpen, standingDuties } from './duties.js'

const figure: FindingBody = {
  kind: 'quantity',
  role: 'target',
  actor: '',
  indicator: '科创载体',
  value: 30_000,
  raw: '3万平方米',
  unit: '平方米',
  comparator: '>=',
  period: { start: null, end: '2026-12-31' },
  hedge: null,
  form: 'numeric',
  threshold: null,
}
const date: FindingBody = {
  kind: 'milestone',
  subject: '科创载体',
  event: '建成',
  due: '2026-10',
  dueText: null,
  status: 'planned',
  actor: '科创功能区',
}
const action: FindingBody = {
  kind: 'action',
  actor: '',
  theme: '',
  text: '建成科创载体',
  modality: 'commitment',
  operational: true,
}

type Decision = NonNullable<FindingWithDecision['decision']>

function found(
  id: string,
  body: FindingBody,
  decision: Partial<Decision> | null = null,
  at: readonly [number, number] = [0, 20],
): FindingWithDecision {
  const [start, end] = at
  return {
    id,
    document: 'd',
    reading: 'r',
    origin: id,
    ordinal: 1,
    rule: 'x',
    anchor: { quote: '一句', start, end, prefix: '', suffix: '' },
    body,
    source: 'rules',
    proposal: null,
    decision:
      decision === null
        ? null
        : {
            seq: 1,
            decision: 'confirm',
            body: null,
            commitment: null,
            person: '',
            personName: '',
            at: '',
            byLoad: false,
            entry: 1,
            ...decision,
          },
  }
}

const shape = (all: readonly FindingWithDecision[]) =>
  standingDuties(all).map((it) => [it.speaker.id, ...it.echoes.map((echo) => echo.id)])

describe('the duties of a reading', () => {
  test('are one where a figure, a date and an action say the same', () => {
    const all = [found('a', action), found('m', date), found('q', figure)]
    expect(shape(all)).toEqual([['q', 'a', 'm']])
    expect(countOpen(all)).toBe(1)
  })

  test('are said by the next best where the best was rejected or edited into a fact', () => {
    const rest = [found('m', date), found('a', action)]
    expect(shape([found('q', figure, { decision: 'reject' }), ...rest])).toEqual([['m', 'a']])
    const fact = { ...figure, role: 'fact' as const }
    expect(shape([found('q', figure, { decision: 'edit', body: fact }), ...rest])).toEqual([['m', 'a']])
  })

  test('are said by what was confirmed, and wait no longer', () => {
    const all = [found('q', figure), found('m', date, { commitment: 'c' }), found('a', action)]
    expect(shape(all)).toEqual([['m', 'q', 'a']])
    expect(countOpen(all)).toBe(0)
  })
})

test('a commitment is due on the first day any of its duty states, unless a person edited the speaker', () => {
  const proposed = (...all: FindingWithDecision[]) => {
    const [duty] = standingDuties(all)
    return duty === undefined ? null : proposeDuty(duty, [], '2026-03-02')
  }
  const echoes = [found('m', date), found('a', action)]
  expect(proposed(found('q', figure), ...echoes)).toMatchObject({ kind: 'target', due: '2026-10-31' })
  const edited = { ...figure, period: { start: null, end: '2027-03' } }
  expect(proposed(found('q', figure, { decision: 'edit', body: edited }), ...echoes)?.due).toBe('2027-03-31')
  const without = { ...figure, period: null }
  expect(proposed(found('q', figure, { decision: 'edit', body: without }), ...echoes)?.due).toBe('2026-10-31')
  expect(proposed(found('a', action))?.due).toBeNull()
})

test('findings of the same words stand beside each other, the next sentence does not', () => {
  const all = [
    found('q', figure, null, [0, 20]),
    found('m', date, null, [10, 30]),
    found('a', action, null, [25, 40]),
    found('next', action, null, [40, 50]),
  ]
  expect([...besides(all, found('a', action))].toSorted()).toEqual(['a', 'm', 'q'])
  expect([...besides(all, found('next', action))]).toEqual(['next'])
  expect([...besides(all, found('name', figure))]).toEqual(['name'])
})
