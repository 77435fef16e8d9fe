import type { DocumentDetail, FindingRow } from '@gangmu/contract'
import { isOpen, type ListedFinding } from './finding-groups.js'

/**
 * The undecided findings that follow one another in a paragraph and are of one kind, from this one on: what is
 * confirmed in one go.
 */
export function runFrom(
  listed: readonly ListedFinding[],
  from: FindingRow,
  restored: string,
): readonly FindingRow[] {
  const end = restored.indexOf('\n', from.anchor.start)
  const open = listed
    .map((it) => it.finding)
    .filter((it) => isOpen(it) && it.ordinal >= from.ordinal)
    .toSorted((a, b) => a.ordinal - b.ordinal)
  // What a model proposes is looked at one by one.
  const apart = (it: FindingRow) => it !== from && [it, from].some((one) => one.source === 'model')
  const stop = open.findIndex(
    (it) => it.body.kind !== from.body.kind || apart(it) || (end !== -1 && it.anchor.start >= end),
  )
  return stop === -1 ? open : open.slice(0, stop)
}

/** Findings whose words stand on a repair that is not certain, or that was only proposed. */
export function doubtfulIn(detail: Pick<DocumentDetail, 'findings' | 'repairs'>): ReadonlySet<string> {
  const shaky = detail.repairs.filter(
    (it) => it.occurrences === 1 && !it.refused && (it.certainty !== 'high' || !it.applied),
  )
  const on = (finding: FindingRow): boolean =>
    shaky.some(
      ({ restored: [start, end] }) =>
        start < finding.anchor.end && Math.max(end, start + 1) > finding.anchor.start,
    )
  return new Set(detail.findings.filter(on).map((it) => it.id))
}

/** The next undecided after a finding, going round at the end; null where none is left. */
export function nextOpen(listed: readonly ListedFinding[], after: FindingRow | null): FindingRow | null {
  const others = listed.map((it) => it.finding).filter((it) => it.id !== after?.id && isOpen(it))
  return others.find((it) => it.ordinal > (after?.ordinal ?? -1)) ?? others[0] ?? null
}
