import type { FindingRow } from '@gangmu/contract'
import { expect, test } from 'vitest'
import { runFrom } from './runs.js'

function row(ordinal: number, source: FindingRow['source'] = 'rules'): FindingRow {
  return {
    id: String(ordinal),
    ordinal,
    rule: '',
    source,
    proposal: null,
    anchor: { quote: '', start: ordinal, end: ordinal + 1, prefix: '', suffix: '' },
    body: { kind: 'action' } as FindingRow['body'],
    edited: false,
    speaker: null,
    duty: true,
    measurability: null,
    seq: 0,
    decision: null,
  }
}

test('a run ends before what a model proposes, and such a finding is a run by itself', () => {
  const findings = [row(1), row(2, 'both'), row(3, 'model'), row(4, 'model'), row(5)]
  const listed = findings.map((finding) => ({ finding, echoes: [] }))
  const from = (at: number) => runFrom(listed, findings[at] ?? row(0), 'x'.repeat(10)).map((it) => it.ordinal)
  expect(from(0)).toEqual([1, 2])
  expect(from(2)).toEqual([3])
  expect(from(4)).toEqual([5])
})
