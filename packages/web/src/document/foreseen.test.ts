import type { FindingRow } from '@gangmu/contract'
import type { FindingBody } from '@gangmu/core'
import { describe, expect, it } from 'vitest'
import type { Pending } from '../outbox/pending.js'
import { type Deed, foresee, movesOf } from './foreseen.js'

const action: FindingBody = {
  kind: 'action',
  actor: '',
  theme: '',
  text: '建成载体',
  modality: 'instruction',
  operational: true,
}
const date: FindingBody = {
  kind: 'milestone',
  subject: '载体',
  event: '建成',
  due: '2026',
  dueText: null,
  status: 'planned',
  actor: '',
}
const row = (
  id: string,
  ordinal: number,
  body: FindingBody,
  given: Partial<FindingRow> = {},
): FindingRow => ({
  id,
  ordinal,
  rule: '',
  source: 'rules',
  proposal: null,
  anchor: { quote: '', start: 0, end: 10, prefix: '', suffix: '' },
  body,
  edited: false,
  speaker: null,
  duty: true,
  measurability: null,
  seq: 0,
  decision: null,
  ...given,
})
const rows = [row('m', 1, date), row('a', 2, action, { speaker: 'm' })]
const pending = (
  findings: readonly FindingRow[],
  id: string,
  decision: Deed,
  before: readonly Pending[] = [],
): Pending => {
  const finding = findings.find((it) => it.id === id)
  if (finding === undefined) throw new Error(`no ${id}`)
  return {
    request: `${id} ${decision}`,
    document: 'd',
    finding: id,
    quote: '',
    decision,
    seen: finding.seq,
    moves: movesOf(findings, finding, decision, before),
    at: 1,
    tried: false,
    refused: null,
  }
}
const shape = (all: readonly FindingRow[]) =>
  all.map((it) => [it.id, it.decision?.decision ?? null, it.seq, it.speaker])

describe('what is foreseen', () => {
  it('confirms all that say the same, and reopens them together', () => {
    const first = pending(rows, 'm', 'confirm')
    const after = foresee(rows, [first], '我')
    expect(shape(after)).toEqual([
      ['m', 'confirm', 1, null],
      ['a', 'confirm', 1, 'm'],
    ])
    const second = pending(after, 'm', 'reopen', [first])
    expect(second).toMatchObject({ seen: 1, moves: [{ finding: 'm' }, { finding: 'a' }] })
    expect(shape(foresee(rows, [first, second], '我'))).toEqual([
      ['m', null, 2, null],
      ['a', null, 2, 'm'],
    ])
  })

  it('lets the next best speak where the speaker is rejected', () => {
    expect(shape(foresee(rows, [pending(rows, 'm', 'reject')], '我'))).toEqual([
      ['m', 'reject', 1, null],
      ['a', null, 0, null],
    ])
  })

  it('shows what the server says where a finding moved on, and nothing of what was refused', () => {
    const it_ = pending(rows, 'm', 'reject')
    const decision = { decision: 'confirm', by: '别人', at: '', byLoad: false, commitment: 'c' } as const
    const moved = rows.map((it) => ({ ...it, seq: 1, decision }))
    expect(foresee(moved, [it_], '我')).toBe(moved)
    const refused = { ...it_, refused: { status: 409, refusals: [], because: null } }
    expect(foresee(rows, [refused], '我')).toBe(rows)
  })

  it('keeps every row that stays as it was', () => {
    const more = [
      ...rows,
      row('x', 3, date, { anchor: { quote: '', start: 50, end: 60, prefix: '', suffix: '' } }),
    ]
    const all = [pending(more, 'm', 'confirm')]
    const once = foresee(more, all, '我')
    expect(once[2]).toBe(more[2])
    const twice = foresee(more, [...all, pending(more, 'x', 'reject')], '我', once)
    expect([twice[0] === once[0], twice[1] === once[1], twice[2]?.seq]).toEqual([true, true, 1])
  })
})
