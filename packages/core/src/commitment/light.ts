import { addDays, daysBetween, type PlainDate } from '../time/plain-date.js'
import type { PackManifest } from '../pack/pack.js'
import { type Commitment, type State, states } from './commitment.js'

/** 绿/黄/红/灰. Never set by hand: a light follows from dates and reports, and says why. */
export const lights = ['green', 'yellow', 'red', 'grey'] as const
export type Light = (typeof lights)[number]

export const lightReasons = [
  'closed',
  'withdrawn',
  'suspended',
  'undispatched',
  'overdue',
  'not-accepted',
  'due-soon',
  'stale',
  'no-date',
  'on-course',
] as const
export type LightReason = (typeof lightReasons)[number]

export interface LightWithReason {
  readonly light: Light
  readonly reason: LightReason
  /** Days late, left or since, as the reason says; null where it has none. */
  readonly days: number | null
}

type Dated = Pick<Commitment, 'state' | 'due' | 'assignedOn' | 'lastReport'>

/** The days that decide lights on one day, so that none is counted for every commitment again. */
export interface LightDays {
  readonly today: PlainDate
  /** Due up to here is soon. */
  readonly soonUntil: PlainDate
  /** Assigned before this waited too long to be accepted. */
  readonly waitedBefore: PlainDate
  /** Last heard of before this is stale. */
  readonly silentBefore: PlainDate
}

/** All that decides a light: a database may sort commitments into these, and the rule below says which light each has. */
export interface Standing {
  readonly state: State
  readonly due: 'none' | 'past' | 'soon' | 'later'
  readonly waited: boolean
  readonly silent: boolean
}

export interface LightRule {
  readonly days: LightDays
  readonly of: (it: Dated) => LightWithReason
}

/** The rule on one day under one practice. */
export function lightRule(today: PlainDate, practice: PackManifest['lights']): LightRule {
  const days: LightDays = {
    today,
    soonUntil: addDays(today, practice.dueSoonDays),
    waitedBefore: addDays(today, -practice.acceptWithinDays),
    silentBefore: addDays(today, -practice.staleAfterDays),
  }
  return {
    days,
    of: (it) => {
      const { light, reason } = lightOfStanding(standingOf(it, days))
      return { light, reason, days: daysOf(it, reason, today) }
    },
  }
}

export function lightOf(it: Dated, today: PlainDate, practice: PackManifest['lights']): LightWithReason {
  return lightRule(today, practice).of(it)
}

export function standingOf(it: Dated, days: LightDays): Standing {
  const { due, assignedOn } = it
  const last = lastHeard(it)
  return {
    state: it.state,
    due: due === null ? 'none' : due < days.today ? 'past' : due <= days.soonUntil ? 'soon' : 'later',
    waited: assignedOn !== null && assignedOn < days.waitedBefore,
    silent: last !== null && last < days.silentBefore,
  }
}

export function lightOfStanding(it: Standing): Omit<LightWithReason, 'days'> {
  const say = (light: Light, reason: LightReason) => ({ light, reason })
  if (it.state === 'closed') return say('green', 'closed')
  if (it.state === 'withdrawn') return say('grey', 'withdrawn')
  if (it.state === 'suspended') return say('grey', 'suspended')
  if (it.due === 'past') return say('red', 'overdue')
  if (it.state === 'draft' || it.state === 'returned') return say('grey', 'undispatched')
  if (it.state === 'assigned') return it.waited ? say('yellow', 'not-accepted') : say('green', 'on-course')
  if (it.state === 'accepted') {
    if (it.due === 'soon') return say('yellow', 'due-soon')
    if (it.silent) return say('yellow', 'stale')
  }
  return it.due === 'none' ? say('grey', 'no-date') : say('green', 'on-course')
}

const dues = ['none', 'past', 'soon', 'later'] as const

/** Every standing there is that has one of these lights. */
export function standingsOf(light: Light): readonly Standing[] {
  return states
    .flatMap((state) =>
      dues.flatMap((due) =>
        [false, true].flatMap((waited) => [false, true].map((silent) => ({ state, due, waited, silent }))),
      ),
    )
    .filter((it) => lightOfStanding(it).light === light)
}

function lastHeard(it: Dated): PlainDate | null {
  return it.lastReport?.on ?? it.assignedOn
}

function daysOf(it: Dated, reason: LightReason, today: PlainDate): number | null {
  const since = (day: PlainDate | null) => (day === null ? 0 : daysBetween(day, today))
  switch (reason) {
    case 'overdue':
      return since(it.due)
    case 'not-accepted':
      return since(it.assignedOn)
    case 'due-soon':
      return it.due === null ? 0 : daysBetween(today, it.due)
    case 'stale':
      return since(lastHeard(it))
    case 'closed':
    case 'withdrawn':
    case 'suspended':
    case 'undispatched':
    case 'no-date':
    case 'on-course':
      return null
  }
}
