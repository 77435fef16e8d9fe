import type { BodyOf, PackTheme } from '@gangmu/core'
import { describe, expect, test } from 'vitest'
import { propose } from './propose.js'

const themes: readonly PackTheme[] = [{ id: 'zhong', parent: null, name: '项目', words: ['泵站'] }]
const milestone: BodyOf<'milestone'> = {
  kind: 'milestone',
  subject: '两座泵站',
  event: '建成',
  due: '2026-Q2',
  dueText: '二季度',
  status: 'planned',
  actor: '彩塘镇',
}
const quantity: BodyOf<'quantity'> = {
  kind: 'quantity',
  role: 'target',
  actor: '彩塘镇',
  indicator: '工业产值',
  value: 3e10,
  raw: '300亿元',
  unit: 'CNY',
  comparator: '>',
  period: { start: '2026-01-01', end: '2026-12-31' },
  hedge: null,
  form: 'numeric',
  threshold: null,
}

describe('a finding becomes', () => {
  test('a milestone that is due on the last day of its period', () => {
    expect(propose(milestone, '引文', themes, '2026-03-02')).toEqual({
      kind: 'milestone',
      title: '两座泵站建成',
      due: '2026-06-30',
      target: null,
      theme: 'zhong',
    })
  })

  test.each([
    ['P12M', '2027-03-02'],
    ['P2Y', '2028-03-02'],
    ['P90D', '2026-05-31'],
    ['P2W', '2026-03-16'],
    ['soon', null],
  ])('a milestone due %s after the document', (due, day) => {
    expect(propose({ ...milestone, due }, '引文', themes, '2026-03-02')?.due).toBe(day)
  })

  test('a target with its figure', () => {
    const long = '在稳住存量、做优增量的基础上，力争到今年年底全区规模以上工业产值突破300亿元大关'
    expect(propose(quantity, '工业产值突破300亿元', [], '2026-03-02')?.title).toBe('工业产值突破300亿元')
    expect(propose(quantity, long, [], '2026-03-02')).toMatchObject({
      kind: 'target',
      title: '工业产值 300亿元',
      due: '2026-12-31',
      target: { indicator: '工业产值', value: 3e10, unit: 'CNY', comparator: '>' },
    })
    expect(propose({ ...quantity, value: null }, '引文', [], '2026-03-02')?.target).toBeNull()
    expect(propose({ ...quantity, indicator: '' }, '引文', [], '2026-03-02')?.title).toBe('引文')
  })

  test('nothing where it is a fact, done, or a name', () => {
    expect(propose({ ...quantity, role: 'fact' }, '引文', [], '2026-03-02')).toBeNull()
    expect(propose({ ...milestone, status: 'done' }, '引文', [], '2026-03-02')).toBeNull()
    const agreement = { kind: 'agreement', name: '协议', parties: [] } as const
    expect(propose({ ...agreement, parties: [] }, '引文', [], '2026-03-02')).toBeNull()
  })

  test('an action of a slogan, where a person says so', () => {
    const action: BodyOf<'action'> = {
      kind: 'action',
      actor: '',
      theme: '',
      text: '提高站位',
      modality: 'instruction',
      operational: false,
    }
    expect(propose(action, '引文', [], '2026-03-02')?.kind).toBe('action')
  })
})
