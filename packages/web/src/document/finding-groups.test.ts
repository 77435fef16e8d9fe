import type { FindingRow } from '@gangmu/contract'
import { expect, test } from 'vitest'
import { groupOf, listed, progressOf, speakerOf } from './finding-groups.js'

function row(
  ordinal: number,
  given: Partial<Omit<FindingRow, 'body'>> & { readonly kind?: string },
): FindingRow {
  const { kind = 'action', ...more } = given
  const body = { kind } as FindingRow['body']
  const anchor = { quote: '', start: 0, end: 1, prefix: '', suffix: '' }
  return {
    id: String(ordinal),
    ordinal,
    rule: '',
    source: 'rules',
    proposal: null,
    anchor,
    body,
    edited: false,
    speaker: null,
    duty: true,
    measurability: null,
    seq: 0,
    decision: null,
    ...more,
  }
}

const confirmed = { decision: 'confirm', by: '', at: '', byLoad: false, commitment: null } as const

test('a duty is listed once, what waits first, with all that say the same', () => {
  const findings = [
    row(1, { decision: confirmed }),
    row(2, { speaker: '3' }),
    row(3, { kind: 'quantity' }),
    row(4, { kind: 'entity', duty: false }),
    row(5, { kind: 'quantity', duty: false }),
    row(6, { decision: { ...confirmed, decision: 'edit' } }),
  ]
  const shape = listed(findings, 'duty').map((it) => [it.finding.id, ...it.echoes.map((echo) => echo.id)])
  expect(shape).toEqual([['3', '2'], ['6'], ['1']])
  expect(progressOf(findings)).toEqual({ done: 1, all: 3 })
  expect(findings.map(groupOf)).toEqual(['duty', 'duty', 'duty', 'entity', 'fact', 'duty'])
  expect(speakerOf(findings, '2')?.id).toBe('3')
  expect(speakerOf(findings, '4')?.id).toBe('4')
  expect(speakerOf(findings, null)).toBeNull()
})
