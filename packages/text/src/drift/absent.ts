import type { Certainty, DriftFact } from '@gangmu/core'
import { lapsed } from './match.js'
import type { Pledge, Side } from './pledge.js'
import { likeness } from './subject.js'

type Beside = Extract<DriftFact, { of: 'absent' }>['beside']

const SERIES = 0.75
const THEME = 0.6
const SHORTEST = 5

export interface Absence {
  readonly why: readonly DriftFact[]
  readonly certainty: Certainty
}

/** What a newer document must be or speak of so that silence on a pledge means something. */
export function absenceFrom(
  { reading: { facts: older } }: Side,
  { text, reading: { facts: newer } }: Side,
  spoken: readonly Pledge[],
  matched: ReadonlySet<Pledge>,
): (pledge: Pledge) => Absence | null {
  const series = older.title !== null && newer.title !== null && likeness(older.title, newer.title) >= SERIES
  const themes = [...new Set(spoken.map((it) => it.theme).filter((it) => it !== ''))]
  const actors = new Set(spoken.filter((it) => !it.actorless).map((it) => it.actor))
  const besideOf = (pledge: Pledge): Beside | null => {
    if (series) return 'series'
    if (pledge.theme !== '' && themes.some((it) => likeness(it, pledge.theme) >= THEME)) return 'theme'
    return !pledge.actorless && actors.has(pledge.actor) ? 'actor' : null
  }
  // A body named in passing is no reason to speak of all it owes; one whose other pledges are spoken of is.
  const answering = new Set([...matched].map((it) => it.actor))
  const suretyOf = (beside: Beside, it: Pledge): Certainty => {
    // What it still names may be spoken of in words that were not read as a pledge.
    if (it.subject.core.length >= SHORTEST && text.includes(it.subject.core)) return 'low'
    if (beside === 'series') return 'high'
    if (beside === 'theme') return 'medium'
    // Words without a figure or a date, of which speeches have many, are seldom said again.
    const measured = it.quantity !== null || it.due !== null
    return measured && answering.has(it.actor) ? 'medium' : 'low'
  }
  return (pledge) => {
    const beside = besideOf(pledge)
    if (beside === null) return null
    const absent: DriftFact = { of: 'absent', beside, effect: 'same' }
    return pledge.due !== null && lapsed(pledge, newer.date)
      ? { why: [absent, { of: 'lapsed', due: pledge.due, effect: 'same' }], certainty: 'low' }
      : { why: [absent], certainty: suretyOf(beside, pledge) }
  }
}
