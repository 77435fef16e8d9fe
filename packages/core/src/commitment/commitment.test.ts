import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lightOf } from './light.js'
import { allocation } from './conservation.js'
import type { Action, ActionBody, Verb } from './action.js'
import { type Commitment, fold } from './commitment.js'
import { next, nextSteps, possibility } from './next.js'

const lights = { staleAfterDays: 30, dueSoonDays: 10, acceptWithinDays: 5 }

const create: ActionBody<'create'> = {
  kind: 'target',
  title: '建成载体八十万平方米',
  theme: null,
  issuer: 'city',
  due: '2026-12-31',
  target: { indicator: '载体面积', value: 800000, unit: 'm2', comparator: '>=' },
  finding: 'f1',
  parent: null,
  acceptedByLoad: false,
}
const bodies: { [V in Verb]: ActionBody<V> } = {
  create,
  assign: { owner: 'board', due: null, note: '', charge: '李四' },
  accept: { note: '', charge: null },
  return: { reason: '不属本单位职责' },
  report: { text: '主体完工', value: 400000, done: true, evidence: [] },
  check: { pass: true, note: '' },
  close: { note: '' },
  adjust: { reason: '口径变化', due: '2027-06-30' },
  cascade: { children: [{ commitment: 'c2', owner: 'zone', title: '分解', due: null, value: 1 }] },
  transfer: { owner: 'other', reason: '机构调整' },
  suspend: { reason: '等待批复' },
  resume: { note: '' },
  withdraw: { reason: '重复' },
  escalate: { note: '请抓紧' },
  object: { reason: '数据有误' },
}

function history(...steps: readonly (Verb | { [V in Verb]: [V, Partial<ActionBody<V>>] }[Verb])[]): Action[] {
  return (['create', ...steps] as const).map((step, index) => {
    const [verb, over] = typeof step === 'string' ? [step, {}] : step
    const who = verb === 'report' || verb === 'accept' ? 'owner-person' : 'issuer-person'
    return {
      seq: index + 1,
      at: `2026-03-0${Math.min(9, index + 1)}T08:00:00Z`,
      on: `2026-03-0${Math.min(9, index + 1)}`,
      by: who,
      byName: who,
      behalf: 'city',
      verb,
      body: { ...bodies[verb], ...over },
    } as Action
  })
}

describe('fold', () => {
  it('walks the whole loop', () => {
    const states = (['assign', 'accept', 'report', 'check', 'close'] as const).map(
      (_, index, all) => fold(history(...all.slice(0, index + 1))).state,
    )
    expect(states).toEqual(['assigned', 'accepted', 'reported', 'checked', 'closed'])
  })

  it('keeps the issuer as owner of what is not assigned or was returned', () => {
    expect(fold(history()).owner).toBe('city')
    expect(fold(history('assign')).owner).toBe('board')
    expect(fold(history('assign', 'return'))).toMatchObject({
      owner: 'city',
      state: 'returned',
      charge: null,
    })
  })

  it('goes back to work after a failed check, and on from where it was suspended', () => {
    expect(fold(history('assign', 'accept', 'report', ['check', { pass: false }])).state).toBe('accepted')
    expect(fold(history('assign', 'accept', 'suspend', 'resume')).state).toBe('accepted')
  })

  it('goes on as it stands where a reorganisation hands it to an heir', () => {
    const before = fold(history('assign', 'accept', 'suspend'))
    const heirs = { reorganisation: '0190a0a0-0000-7000-8000-000000000000', issuer: 'upper' }
    const [last] = history('transfer').slice(-1)
    const after = fold([
      ...history('assign', 'accept', 'suspend'),
      { ...last, body: { owner: 'heir', reason: '机构调整', heirs } } as Action,
    ])
    expect(after).toEqual({ ...before, owner: 'heir', issuer: 'upper', seq: after.seq })
  })

  it('gives a transferred duty to be accepted anew', () => {
    expect(fold(history('assign', 'accept', 'transfer'))).toMatchObject({
      state: 'assigned',
      owner: 'other',
      charge: null,
      assignedOn: '2026-03-04',
    })
  })

  it('does not take a progress report for the end', () => {
    const it = fold(history('assign', 'accept', ['report', { done: false, value: 5 }]))
    expect(it).toMatchObject({ state: 'accepted', lastReport: { value: 5 } })
  })

  it('refuses to be begun otherwise', () => {
    expect(() => fold(history('assign').slice(1))).toThrow('begins with create')
  })
})

describe('next', () => {
  const accepted = fold(history('assign', 'accept'))
  const reported = fold(history('assign', 'accept', 'report'))

  it('lets each side do its part and tells the other why not', () => {
    expect(possibility(accepted, 'report', { person: 'p', offices: ['board'] }, 0).refusal).toBeNull()
    expect(possibility(accepted, 'report', { person: 'p', offices: ['city'] }, 0).refusal?.code).toBe(
      'commitment.not-your-side',
    )
    expect(possibility(accepted, 'close', { person: 'p', offices: ['city'] }, 0).refusal?.code).toBe(
      'commitment.not-in-this-state',
    )
  })

  it('wants another person to check than the one who reported', () => {
    const both = ['city', 'board']
    expect(possibility(reported, 'check', { person: 'owner-person', offices: both }, 0).refusal?.code).toBe(
      'commitment.own-report',
    )
    expect(possibility(reported, 'check', { person: 'someone', offices: both }, 0).refusal).toBeNull()
  })

  it.each(['return', 'transfer', 'withdraw', 'close'] as const)('refuses %s while children live', (verb) => {
    const steps: Verb[] = verb === 'close' ? ['assign', 'accept', 'report', 'check'] : ['assign', 'accept']
    const it_ = fold(history(...steps))
    const asker = { person: 'p', offices: ['city', 'board'] }
    expect(possibility(it_, verb, asker, 0).refusal).toBeNull()
    expect(possibility(it_, verb, asker, 2).refusal).toMatchObject({
      code: 'commitment.children-living',
      facts: { living: 2 },
    })
  })

  it('answers for every verb, and nobody without an office may do anything', () => {
    const verbs = fc.constantFrom(...(Object.keys(nextSteps) as Exclude<Verb, 'create'>[]))
    fc.assert(
      fc.property(fc.array(verbs, { maxLength: 8 }), (wanted) => {
        const steps: Verb[] = []
        for (const verb of wanted) {
          const now = fold(history(...steps))
          const allowed = next(now, { person: 'x', offices: [now.issuer, now.owner] }, 0)
          expect(allowed.map((it) => it.verb)).toEqual(Object.keys(nextSteps))
          expect(next(now, { person: 'x', offices: [] }, 0).every((it) => it.refusal !== null)).toBe(true)
          if (allowed.find((it) => it.verb === verb)?.refusal === null) steps.push(verb)
        }
        const end = fold(history(...steps))
        // One living owner, always.
        expect(end.owner).not.toBe('')
        if (end.state === 'closed' || end.state === 'withdrawn') {
          expect(
            next(end, { person: 'x', offices: [end.issuer, end.owner] }, 0).every((it) => it.refusal),
          ).toBe(true)
        }
      }),
    )
  })
})

describe('lightOf', () => {
  const at = (it: Commitment, today: string) => lightOf(it, today, lights)
  const accepted = fold(history('assign', 'accept'))

  it.each([
    ['on course', accepted, '2026-03-10', 'green', 'on-course'],
    ['silent too long', accepted, '2026-04-02', 'yellow', 'stale'],
    ['due soon', accepted, '2026-12-25', 'yellow', 'due-soon'],
    ['due today is not late', accepted, '2026-12-31', 'yellow', 'due-soon'],
    ['late', accepted, '2027-01-01', 'red', 'overdue'],
    ['not accepted in time', fold(history('assign')), '2026-03-08', 'yellow', 'not-accepted'],
    [
      'closed however late',
      fold(history('assign', 'accept', 'report', 'check', 'close')),
      '2028-01-01',
      'green',
      'closed',
    ],
    ['nobody has it', fold(history()), '2026-03-02', 'grey', 'undispatched'],
    ['late though nobody has it', fold(history()), '2027-01-01', 'red', 'overdue'],
    ['without a date', { ...accepted, due: null }, '2026-03-10', 'grey', 'no-date'],
  ] as const)('%s', (_, it, today, light, reason) => {
    expect(at(it, today)).toMatchObject({ light, reason })
  })
})

describe('allocation', () => {
  it('says what is not handed down', () => {
    const target = { indicator: 'x', value: 0.3, unit: '亿元', comparator: '>=' as const }
    expect(allocation(target, [{ value: 0.1 }, { value: 0.2 }])).toMatchObject({
      allocated: 0.3,
      unallocated: 0,
    })
    expect(allocation(target, [{ value: 0.4 }])).toMatchObject({ unallocated: -0.1 })
    expect(allocation(target, [{ value: null }])).toMatchObject({ unallocated: 0.3 })
    expect(allocation(null, [{ value: 1 }])).toBeNull()
  })
})
