import {
  approvals,
  finishes,
  foundings,
  holdings,
  openings,
  settlings,
  signings,
  starts,
} from '../words/events.js'

/** Being finished and being opened are one step for those who wait for it; others are not to be mixed. */
const families: readonly (readonly string[])[] = [
  starts,
  [...finishes, ...openings],
  foundings,
  approvals,
  signings,
  settlings,
  holdings,
]

/** Which change of state an event is; -1 where it is of no family. */
export function familyOf(event: string): number {
  return families.findIndex((words) => words.some((it) => event.includes(it)))
}

export const eventWords: readonly string[] = families.flat().toSorted((a, b) => b.length - a.length)
