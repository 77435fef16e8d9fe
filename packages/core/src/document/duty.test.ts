import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duties, type Speaking } from './duty.js'
import type { FindingBody } from './finding.js'

const figure = (role: 'target' | 'fact' = 'target'): FindingBody => ({
  kind: 'quantity',
  role,
  actor: '',
  indicator: '载体',
  value: 3,
  raw: '3个',
  unit: '个',
  comparator: '=',
  period: null,
  hedge: null,
  form: 'numeric',
  threshold: null,
})
const date: FindingBody = {
  kind: 'milestone',
  subject: '载体',
  event: '建成',
  due: '2026',
  dueText: null,
  status: 'planned',
  actor: '',
}
const action: FindingBody = {
  kind: 'action',
  actor: '',
  theme: '',
  text: '建成载体',
  modality: 'instruction',
  operational: true,
}
const at = (id: string, start: number, end: number, body: FindingBody): Speaking => ({
  id,
  anchor: { start, end },
  body,
})

describe('duties', () => {
  it('make one of a figure, a date and an action in one clause', () => {
    const found = [at('q', 10, 30, figure()), at('m', 10, 30, date), at('a', 12, 30, action)]
    expect(duties(found)).toEqual([{ speaker: 'q', echoes: ['m', 'a'] }])
  })

  it('keep two figures of one clause apart, the action with the first', () => {
    const found = [at('q1', 10, 30, figure()), at('q2', 10, 30, figure()), at('a', 10, 30, action)]
    expect(duties(found)).toEqual([
      { speaker: 'q1', echoes: ['a'] },
      { speaker: 'q2', echoes: [] },
    ])
  })

  it('leave clauses beside each other alone, and what owes nothing out', () => {
    const found = [at('a', 0, 10, action), at('b', 10, 20, action), at('f', 0, 10, figure('fact'))]
    expect(duties(found)).toEqual([
      { speaker: 'a', echoes: [] },
      { speaker: 'b', echoes: [] },
    ])
  })

  it('name every finding that may become one exactly once', () => {
    const body = fc.constantFrom(figure(), figure('fact'), date, action)
    const finding = fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 10 }), body)
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (drawn) => {
        const found = drawn.map(([start, size, it], index) => at(`f${index}`, start, start + size, it))
        const named = duties(found).flatMap((it) => [it.speaker, ...it.echoes])
        const able = found
          .filter((it) => it.body.kind !== 'quantity' || it.body.role === 'target')
          .map((it) => it.id)
        expect(named.toSorted()).toEqual(able.toSorted())
      }),
    )
  })
})
