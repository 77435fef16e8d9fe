import type { FindingRow } from '@gangmu/contract'
import { describe, expect, it } from 'vitest'
import type { Pending } from '../outbox/pending.js'
import type { Deed } from './foreseen.js'
import { type Done, undoing } from './undone.js'

const row = (id: string, seq: number, decision: 'confirm' | 'reject' | 'edit' | null, by = '我') =>
  ({
    id,
    seq,
    body: { kind: 'entity', name: id, unit: null },
    decision: decision && { decision, by, at: '', byLoad: false, commitment: null },
  }) as FindingRow
const one = (finding: string, decision: Deed, seen: number, given: Partial<Pending> = {}): Pending => ({
  request: `${finding} ${decision}`,
  document: 'd',
  finding,
  quote: '',
  decision,
  seen,
  moves: [{ finding, seq: seen }],
  at: 1,
  tried: true,
  refused: null,
  ...given,
})
const done = (before: readonly FindingRow[], pending: readonly Pending[]): Done => ({
  finding: before[0]?.id ?? '',
  pending,
  before,
})
const take = (
  it: Done,
  findings: readonly FindingRow[],
  pending: readonly Pending[] = [],
  overtaken = '',
) => {
  const { discard, wishes } = undoing(it, {
    findings,
    pending,
    overtaken: new Set([overtaken]),
    by: '我',
  })
  return [wishes.map((wish) => `${wish.finding.id} ${wish.deed}`), discard]
}

describe('taking back what was sent', () => {
  const rejected = done([row('f', 0, null)], [one('f', 'reject', 0)])
  const refused = { status: 409, refusals: [], because: null }

  it('decides the other way where it stands as it was left', () => {
    expect(take(rejected, [row('f', 1, 'reject')])).toEqual([['f reopen'], []])
    const reopened = done([row('f', 1, 'reject')], [one('f', 'reopen', 1)])
    expect(take(reopened, [row('f', 2, null)])).toEqual([['f reject'], []])
    const overruled = done(
      [row('f', 1, 'confirm', '乙'), row('f', 2, null)],
      [one('f', 'reopen', 1), one('f', 'reject', 2)],
    )
    expect(take(overruled, [row('f', 3, 'reject')])).toEqual([['f reopen', 'f confirm'], []])
  })

  it.each([
    ['was decided otherwise by another who came first', row('f', 1, 'confirm', '乙')],
    ['was decided just so by another who came first', row('f', 1, 'reject', '乙')],
    ['was reopened by another since', row('f', 2, null)],
    ['was reopened and rejected again since', row('f', 3, 'reject')],
    ['is in the reading no more', row('g', 1, 'reject')],
  ])('leaves a finding that %s', (_, now) => {
    expect(take(rejected, [now])).toEqual([[], []])
  })

  it('leaves a reopening that another came before', () => {
    const reopened = done([row('f', 1, 'reject')], [one('f', 'reopen', 1)])
    expect(take(reopened, [row('f', 2, null)], [], 'f reopen')).toEqual([[], []])
  })

  it('discards what was refused, with what it holds back, and goes on with the rest', () => {
    const head = one('f', 'reject', 0, { refused })
    const held = one('f', 'reopen', 1, { refused: { ...refused, because: head.request } })
    const both = done([row('f', 0, null), row('g', 0, null)], [head, one('g', 'reject', 0)])
    const now = [row('f', 1, 'confirm', '乙'), row('g', 1, 'reject')]
    expect(take(both, now, [head, held])).toEqual([['g reopen'], [head.request, held.request]])
    const last = done([row('f', 1, 'reject')], [one('f', 'reopen', 1)])
    expect(take(last, now, [head, held])).toEqual([[], [held.request]])
  })
})
