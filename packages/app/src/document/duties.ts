import {
  type FindingBody,
  type Reading,
  type Reviewed,
  duties,
  standingDuties as standing,
} from '@gangmu/core'
import type { FindingWithDecision } from '@gangmu/store'

/** A duty as it stands in review: the finding that speaks for it, and those that say the same. */
export interface StandingDuty {
  readonly speaker: FindingWithDecision
  readonly echoes: readonly FindingWithDecision[]
}

/** A finding as found, or as a person edited it. */
export function bodyOf(it: Pick<FindingWithDecision, 'body' | 'decision'>): FindingBody {
  return it.decision?.body ?? it.body
}

export function isConfirmed(it: Pick<FindingWithDecision, 'decision'>): boolean {
  return it.decision?.decision === 'confirm'
}

/** The duties of a reading as edited and decided. */
export function standingDuties(findings: readonly FindingWithDecision[]): readonly StandingDuty[] {
  const byId = new Map(findings.map((it) => [it.id, it]))
  return standing(findings.map(asReviewed)).flatMap((duty) => {
    const speaker = byId.get(duty.speaker)
    return speaker === undefined ? [] : [{ speaker, echoes: duty.echoes.flatMap((id) => byId.get(id) ?? []) }]
  })
}

/** A finding as `core` asks about it: as edited, with what was said of it last. */
export function asReviewed(it: Pick<FindingWithDecision, 'id' | 'anchor' | 'body' | 'decision'>): Reviewed {
  const said = it.decision?.decision ?? null
  return { id: it.id, anchor: it.anchor, body: bodyOf(it), decision: said === 'reopen' ? null : said }
}

/** Where a finding stands among the duties; null where it owes nothing. */
export function dutyOf(all: readonly StandingDuty[], id: string): StandingDuty | null {
  return all.find((it) => it.speaker.id === id || it.echoes.some((echo) => echo.id === id)) ?? null
}

/** How many duties of a reading wait for a decision. Names, facts and relations need none. */
export function countOpen(findings: readonly FindingWithDecision[]): number {
  return standingDuties(findings).filter((it) => !isConfirmed(it.speaker)).length
}

/** As `countOpen`, for a reading that nobody decided on; ids in the order of its findings. */
export function openIn(reading: Pick<Reading, 'findings'>, ids: readonly string[]): number {
  return duties(reading.findings.map((it, index) => ({ ...it, id: ids[index] ?? '' }))).length
}

/** Findings that may speak for the same words as one of them does, itself included: a decision may move them all. */
export function besides(
  findings: readonly FindingWithDecision[],
  one: Pick<FindingWithDecision, 'id' | 'anchor'>,
): ReadonlySet<string> {
  const able = findings
    .filter((it) => it.body.kind === 'quantity' || it.body.kind === 'milestone' || it.body.kind === 'action')
    .toSorted((a, b) => a.anchor.start - b.anchor.start)
  let run = new Set<string>()
  let end = -1
  for (const it of able) {
    if (it.anchor.start >= end) {
      if (run.has(one.id)) return run
      run = new Set()
    }
    run.add(it.id)
    end = Math.max(end, it.anchor.end)
  }
  return run.has(one.id) ? run : new Set([one.id])
}
