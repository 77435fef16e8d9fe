import { addDays, daysBetween, type PlainDate } from '../time/plain-date.js'
import type { PackManifest } from '../pack/pack.js'
import type { Commitment } from './commitment.js'

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

export function lightOf(it: Dated, today: PlainDate, practice: PackManifest['lights']): LightWithReason {
  const say = (light: Light, reason: LightReason, days: number | null = null): LightWithReason => ({
    light,
    reason,
    days,
  })
  if (it.state === 'closed') return say('green', 'closed')
  if (it.state === 'withdrawn') return say('grey', 'withdrawn')
  if (it.state === 'suspended') return say('grey', 'suspended')
  if (it.due !== null && it.due < today) return say('red', 'overdue', daysBetween(it.due, today))
  if (it.state === 'draft' || it.state === 'returned') return say('grey', 'undispatched')
  if (it.state === 'assigned') {
    const waited = it.assignedOn === null ? 0 : daysBetween(it.assignedOn, today)
    return waited > practice.acceptWithinDays
      ? say('yellow', 'not-accepted', waited)
      : say('green', 'on-course')
  }
  if (it.state === 'accepted') {
    if (it.due !== null && it.due <= addDays(today, practice.dueSoonDays)) {
      return say('yellow', 'due-soon', daysBetween(today, it.due))
    }
    const last = it.lastReport?.on ?? it.assignedOn
    const silent = last === null ? 0 : daysBetween(last, today)
    if (silent > practice.staleAfterDays) return say('yellow', 'stale', silent)
  }
  return it.due === null ? say('grey', 'no-date') : say('green', 'on-course')
}
