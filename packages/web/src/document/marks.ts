import type { DocumentDetail, FindingRow, RepairRow } from '@gangmu/contract'
import type { Mark } from '../ui/segments.js'
import type { Side } from './offsets.js'

export interface RepairMark extends Mark {
  readonly kind: 'repair'
  readonly repair: RepairRow | null
  readonly repairKind: string
}
export interface FindingMark extends Mark {
  readonly kind: 'finding'
  readonly finding: FindingRow
}
export type TextMark = RepairMark | FindingMark

/**
 * One mark per edit on one side. Neighbouring edits of one repair become one mark, so that a text converted from
 * traditional characters does not carry thousands. Proposals, which changed nothing, are marked as well.
 */
export function repairMarks(
  detail: Pick<DocumentDetail, 'edits' | 'repairs'>,
  side: Side,
): readonly RepairMark[] {
  const exact = new Map(detail.repairs.map((it) => [`${it.kind} ${it.received[0]}`, it]))
  const summary = new Map(detail.repairs.filter((it) => it.occurrences > 1).map((it) => [it.kind, it]))
  const marks: RepairMark[] = []
  const seen = new Set<RepairRow>()
  for (const edit of detail.edits) {
    const repair = exact.get(`${edit.kind} ${edit.received[0]}`) ?? summary.get(edit.kind) ?? null
    if (repair !== null) seen.add(repair)
    const last = marks.at(-1)
    const [start, end] = edit[side]
    if (last?.repairKind === edit.kind && last.repair === repair && last.end === start) {
      marks[marks.length - 1] = { ...last, end }
    } else {
      marks.push({ id: repair?.key ?? '', kind: 'repair', start, end, repair, repairKind: edit.kind })
    }
  }
  for (const repair of detail.repairs) {
    const [start, end] = repair[side]
    if (!seen.has(repair))
      marks.push({ id: repair.key, kind: 'repair', start, end, repair, repairKind: repair.kind })
  }
  return marks
}

const markOf = new WeakMap<FindingRow, FindingMark>()

/** A finding that did not change keeps its mark, so that its paragraph need not be drawn anew. */
export function findingMarks(findings: readonly FindingRow[]): readonly FindingMark[] {
  return findings.map((finding) => {
    const known = markOf.get(finding)
    if (known !== undefined) return known
    const { id, anchor } = finding
    const mark: FindingMark = { id, kind: 'finding', start: anchor.start, end: anchor.end, finding }
    markOf.set(finding, mark)
    return mark
  })
}
