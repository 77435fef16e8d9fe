import type { FindingRow } from '@gangmu/contract'
import { measurability, placesAmongDuties, type Reviewed } from '@gangmu/core'
import type { Pending } from '../outbox/pending.js'
import { sameItems } from '../ui/same-items.js'

export type Deed = Pending['decision']

/** The deeds open to a finding as it stands; keys and buttons ask the same. */
export function deedsOf(finding: FindingRow): readonly Deed[] {
  const decision = finding.decision?.decision ?? null
  return decision === null || decision === 'edit' ? ['confirm', 'edit', 'reject'] : ['reopen']
}

/** The findings a deed will move, as the server's rules say it: each with the number of its last decision. */
export function movesOf(
  findings: readonly FindingRow[],
  finding: FindingRow,
  deed: Deed,
  pending: readonly Pending[],
): Pending['moves'] {
  return movedBy(findings, finding, deed, pending).map((it) => ({ finding: it.id, seq: it.seq }))
}

function movedBy(
  findings: readonly FindingRow[],
  finding: FindingRow,
  deed: Deed,
  pending: readonly Pending[],
): readonly FindingRow[] {
  const confirmed = (it: FindingRow): boolean => it.decision?.decision === 'confirm'
  if (deed === 'confirm') {
    const lead = finding.speaker ?? finding.id
    const duty = findings.filter((it) => it.id === lead || it.speaker === lead)
    return finding.duty ? duty.filter((it) => !confirmed(it)) : [finding]
  }
  if (deed !== 'reopen') return [finding]
  const commitment = finding.decision?.commitment ?? null
  if (commitment !== null) {
    return findings.filter((it) => confirmed(it) && it.decision?.commitment === commitment)
  }
  // Confirmed a moment ago: it has no commitment yet, but it goes back with what it was confirmed with.
  const with_ = pending.findLast(
    (it) => it.decision === 'confirm' && it.moves.some((move) => move.finding === finding.id),
  )
  if (!confirmed(finding) || with_ === undefined) return [finding]
  const ids = new Set(with_.moves.map((it) => it.finding))
  return findings.filter((it) => ids.has(it.id) && confirmed(it))
}

/**
 * The findings as they will stand when what is pending went out: the screen shows them so at once. A finding that
 * moved on meanwhile, by this decision or by another's, is shown as the server says it. What did not change stays the
 * same object, as it was in `before` where that is equal.
 */
export function foresee(
  findings: readonly FindingRow[],
  pending: readonly Pending[],
  by: string,
  before: readonly FindingRow[] = findings,
): readonly FindingRow[] {
  const rows = new Map(findings.map((it) => [it.id, it]))
  let touched = false
  for (const it of pending) {
    if (it.refused !== null) continue
    for (const { finding, seq } of it.moves) {
      const row = rows.get(finding)
      if (row === undefined || row.seq !== seq) continue
      touched = true
      rows.set(finding, decided(row, it, by))
    }
  }
  if (!touched) return findings
  const places = placesAmongDuties([...rows.values()].map(reviewed))
  const known = new Map(before.map((it) => [it.id, it]))
  const foreseen = findings.map((it) => {
    const row = rows.get(it.id) ?? it
    const { speaker, duty } = places.get(it.id) ?? row
    const now = row.speaker === speaker && row.duty === duty ? row : { ...row, speaker, duty }
    const was = known.get(it.id)
    return was !== undefined && now !== it && isEqual(now, was) ? was : now
  })
  return sameItems(foreseen, before) ? before : foreseen
}

function decided(row: FindingRow, it: Pending, by: string): FindingRow {
  const body = it.finding === row.id && it.decision === 'edit' && it.body !== undefined ? it.body : row.body
  return {
    ...row,
    body,
    edited: row.edited || body !== row.body,
    measurability: body === row.body ? row.measurability : measurability(body),
    seq: row.seq + 1,
    decision:
      it.decision === 'reopen'
        ? null
        : {
            decision: it.decision,
            by,
            at: new Date(it.at).toISOString(),
            byLoad: false,
            commitment: null,
          },
  }
}

function reviewed(it: FindingRow): Reviewed {
  return { id: it.id, anchor: it.anchor, body: it.body, decision: it.decision?.decision ?? null }
}

function isEqual(a: FindingRow, b: FindingRow): boolean {
  const [x, y] = [a.decision, b.decision]
  return (
    a.body === b.body &&
    a.anchor === b.anchor &&
    a.seq === b.seq &&
    a.speaker === b.speaker &&
    a.duty === b.duty &&
    (x === y || (x !== null && y !== null && x.decision === y.decision && x.at === y.at && x.by === y.by))
  )
}
