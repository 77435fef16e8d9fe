import { type PlaceAmongDuties, type Repair, measurability, placesAmongDuties } from '@gangmu/core'
import type { DocumentSummary, FindingWithDecision, RestorationRow } from '@gangmu/store'
import type { RegisterOn } from '../unit/register.js'
import { asReviewed, bodyOf } from './duties.js'
import type { DocumentRow, FindingRow, RepairRow } from './reply.js'

export function documentRow(it: DocumentSummary, register: RegisterOn): DocumentRow {
  return {
    id: it.id,
    name: it.name,
    title: it.title ?? it.name,
    date: it.dated,
    publisher: it.publisher,
    state: it.state,
    receivedBy: it.receivedBy,
    receivedByName: register.nameOf(it.receivedBy),
    receivedAt: it.receivedAt,
    receivedByPerson: it.receivedByPerson,
    bytes: it.bytes,
    sha256: it.sha256,
    findings: it.findings,
    open: it.open,
    commitments: it.commitments,
    refusal: it.refusal,
  }
}

/** The findings of a reading in the order of the text, whoever found them, each with its place among the duties. */
export function findingRows(findings: readonly FindingWithDecision[]): FindingRow[] {
  const places = placesAmongDuties(findings.map(asReviewed))
  const inText = findings.toSorted((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end)
  return inText.map((it, at) =>
    findingRow({ ...it, ordinal: at + 1 }, places.get(it.id) ?? { speaker: null, duty: false }),
  )
}

/** The ledger's line of the last decision in a reading; 0 where nobody decided. */
export function positionOf(findings: readonly FindingWithDecision[]): number {
  return findings.reduce((last, it) => Math.max(last, it.decision?.entry ?? 0), 0)
}

function findingRow(it: FindingWithDecision, { speaker, duty }: PlaceAmongDuties): FindingRow {
  const body = bodyOf(it)
  const { decision } = it
  return {
    id: it.id,
    ordinal: it.ordinal,
    rule: it.rule,
    source: it.source,
    proposal: it.proposal?.body ?? null,
    anchor: it.anchor,
    body,
    edited: decision !== null && decision.body !== null,
    speaker,
    duty,
    measurability: measurability(body),
    seq: decision?.seq ?? 0,
    decision:
      decision === null || decision.decision === 'reopen'
        ? null
        : {
            decision: decision.decision,
            by: decision.personName,
            at: decision.at,
            byLoad: decision.byLoad,
            commitment: decision.commitment,
          },
  }
}

/** The repairs of a restoration; a refused one that the rules no longer list stands as it last stood. */
export function repairRows(it: RestorationRow): RepairRow[] {
  const refused = new Set(it.refused.map((repair) => repair.key))
  const listed = new Set(it.repairs.map((repair) => repair.key))
  const gone = it.refused.filter((repair) => !listed.has(repair.key))
  const row = (repair: Repair): RepairRow => ({
    key: repair.key,
    kind: repair.kind,
    damaged: repair.damaged,
    mended: repair.mended,
    derivation: repair.derivation,
    certainty: repair.certainty,
    occurrences: repair.occurrences,
    applied: repair.applied,
    refused: refused.has(repair.key),
    received: [...repair.received],
    restored: [...repair.restored],
  })
  return [...it.repairs.map(row), ...gone.map((repair) => ({ ...row(repair), applied: false }))]
}
