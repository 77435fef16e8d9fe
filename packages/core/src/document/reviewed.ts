import { type Duty, type Speaking, duties } from './duty.js'

/** A finding as edited, with the last thing a person said of it; null where nobody did, or it was reopened. */
export interface Reviewed extends Speaking {
  readonly decision: 'confirm' | 'edit' | 'reject' | null
}

/** Where a finding stands among the duties of its reading. */
export interface PlaceAmongDuties {
  /** The finding that speaks for the same duty; null where this one speaks, or owes nothing. */
  readonly speaker: string | null
  /** Whether it speaks for a duty, or says the same as the one that does. */
  readonly duty: boolean
}

/**
 * The duties of a reading as reviewed. A rejected finding is not heard: whoever says the same next best speaks. What
 * was confirmed speaks before what would say it better, because its commitment stands.
 */
export function standingDuties(findings: readonly Reviewed[]): readonly Duty[] {
  const confirmed = new Set(findings.filter((it) => it.decision === 'confirm').map((it) => it.id))
  return duties(findings.filter((it) => it.decision !== 'reject')).map((duty) => {
    const all = [duty.speaker, ...duty.echoes]
    const speaker = all.find((it) => confirmed.has(it)) ?? duty.speaker
    return { speaker, echoes: all.filter((it) => it !== speaker) }
  })
}

/** The place of every finding of a reading. A rejected one that would owe by itself still counts as a duty. */
export function placesAmongDuties(findings: readonly Reviewed[]): ReadonlyMap<string, PlaceAmongDuties> {
  const places = new Map<string, PlaceAmongDuties>()
  for (const { speaker, echoes } of standingDuties(findings)) {
    places.set(speaker, { speaker: null, duty: true })
    for (const it of echoes) places.set(it, { speaker, duty: true })
  }
  for (const it of findings) {
    if (!places.has(it.id)) places.set(it.id, { speaker: null, duty: duties([it]).length > 0 })
  }
  return places
}
