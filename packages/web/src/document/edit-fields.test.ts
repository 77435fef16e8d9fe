import type { FindingBody } from '@gangmu/core'
import { expect, it } from 'vitest'
import { bodyOf, typedOf } from './edit-fields.js'

const quantity: FindingBody = {
  kind: 'quantity',
  role: 'target',
  actor: '泽北区',
  indicator: '充电棚',
  value: 300,
  raw: '300个',
  unit: '个',
  comparator: '=',
  period: null,
  hedge: null,
  form: 'numeric',
  threshold: null,
}
const milestone: FindingBody = {
  kind: 'milestone',
  subject: '泽北大桥',
  event: '通车',
  due: null,
  dueText: '明年',
  status: 'planned',
  actor: '泽北区',
}
const edited = (before: FindingBody, change: Readonly<Record<string, string>>) =>
  bodyOf(before, { ...typedOf(before), ...change })

it('reads dates as people write them', () => {
  const body = (start: string, end: string) => {
    const found = edited(quantity, { 'period.start': start, 'period.end': end })
    return found.ok && found.body.kind === 'quantity' ? found.body.period : found
  }
  expect(body('', '2027年2月5日')).toEqual({ start: null, end: '2027-02-05' })
  expect(body('2026年', '2027-2')).toEqual({ start: '2026-01-01', end: '2027-02-28' })
  expect(body('', '')).toBeNull()
})

it('refuses what is no date, and names the field', () => {
  expect(edited(quantity, { 'period.end': '明年七月底' })).toEqual({ ok: false, wrong: ['period.end'] })
  expect(edited(quantity, { 'period.start': '2026-13-45' })).toEqual({ ok: false, wrong: ['period.start'] })
  expect(edited(milestone, { due: '近期' })).toEqual({ ok: false, wrong: ['due'] })
})

it('keeps a loose deadline loose', () => {
  const due = (text: string) => {
    const found = edited(milestone, { due: text })
    return found.ok && found.body.kind === 'milestone' ? found.body.due : found
  }
  expect(['2027', '2027年6月', '2027-Q2', '2027.6.30', 'P12M', ''].map(due)).toEqual([
    '2027',
    '2027-06',
    '2027-Q2',
    '2027-06-30',
    'P12M',
    null,
  ])
})
