import { expect, it } from 'vitest'
import { zhCn } from '../words/zh-cn.js'
import { type ActDraft, noChild } from './act-draft.js'
import { doubtsOf } from './doubts.js'

const target = { indicator: '厂房', value: 100, unit: '个', comparator: '=' } as const
const file = { name: 'a.pdf', sha256: 'a'.repeat(64) }
const reported = (evidence: readonly (typeof file)[]) => ({
  verb: 'report' as const,
  body: { text: '已完成', value: null, done: true, evidence },
})
const seen = {
  commitment: { target },
  below: [
    { state: 'closed', target: { ...target, value: 30 } },
    { state: 'accepted', target: { ...target, value: 40 } },
    { state: 'withdrawn', target: { ...target, value: 90 } },
  ] as const,
  history: [reported([file]), reported([])],
}
const draft = (of: Partial<ActDraft>): ActDraft => ({
  owner: null,
  due: '',
  note: '',
  charge: '',
  reason: '',
  text: '已完成',
  value: '',
  done: false,
  evidence: [],
  result: '',
  title: '',
  theme: '',
  targetValue: '',
  children: [],
  ...of,
})
const { doubts } = zhCn.commitment

it('asks again before a check is asked for without evidence', () => {
  expect(doubtsOf('report', draft({ done: true }), seen, zhCn)).toEqual([doubts.noEvidence])
  expect(doubtsOf('report', draft({ done: true, evidence: [file] }), seen, zhCn)).toEqual([])
  expect(doubtsOf('report', draft({}), seen, zhCn)).toEqual([])
})

it('asks again before work is passed that nothing shows, or that is open below', () => {
  expect(doubtsOf('check', draft({ result: 'pass' }), seen, zhCn)).toEqual([
    doubts.nothingShown,
    doubts.openBelow(1),
  ])
  expect(doubtsOf('check', draft({ result: 'fail' }), seen, zhCn)).toEqual([])
  expect(
    doubtsOf('check', draft({ result: 'pass' }), { ...seen, below: [], history: [reported([file])] }, zhCn),
  ).toEqual([])
  expect(doubtsOf('close', draft({}), seen, zhCn)).toEqual([doubts.openBelow(1)])
})

it('asks again before more is handed down than is owed, counting what was handed down before', () => {
  const hand = (value: string) =>
    doubtsOf('cascade', draft({ children: [{ ...noChild, value }] }), seen, zhCn)
  expect(hand('30')).toEqual([])
  expect(hand('31')).toEqual([doubts.overTarget(zhCn.amount(1, '个'))])
})
