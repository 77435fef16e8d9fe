import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/**
 * A calendar day as `YYYY-MM-DD`. Days are compared as strings; arithmetic goes through Temporal, never through
 * a clock: whoever needs today is given it.
 */
export type PlainDate = string

/** Days the register takes: far enough either way, and within what every database and calendar knows. */
export const plainDate = z.iso
  .date()
  .refine((it) => it >= '1900-01-01' && it <= '2999-12-31', 'lies outside 1900 to 2999')

/** A day, month, quarter, half or year as documents state it: `2026`, `2026-06`, `2026-Q2`, `2026-H1`, `2026-06-30`. */
export type LooseDate = string

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

const DAYS: readonly (number | undefined)[] = [undefined, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Last day of a month; `month` 1–12. */
export function lastDayOf(year: number, month: number): PlainDate {
  // Documents ask this often; what follows is for years and months that are none.
  if (Number.isInteger(year) && year >= 1000 && year <= 9999 && DAYS[month] !== undefined) {
    const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    return `${year}-${String(month).padStart(2, '0')}-${DAYS[month] + (leap ? 1 : 0)}`
  }
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.with({ day: first.daysInMonth }).toString()
}

export interface Period {
  readonly start: PlainDate | null
  readonly end: PlainDate | null
}

/** First and last day of a loose date, or null where it is none. */
export function spanOf(loose: LooseDate): { start: PlainDate; end: PlainDate } | null {
  const match = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$/.exec(loose)
  if (!match) return null
  const year = Number(match[1])
  const [from, to] = monthsOf(match)
  if (from < 1 || to > 12) return null
  if (match[3] !== undefined) {
    const last = lastDayOf(year, from)
    return loose > last || match[3] === '00' ? null : { start: loose, end: loose }
  }
  return { start: `${year}-${String(from).padStart(2, '0')}-01`, end: lastDayOf(year, to) }
}

function monthsOf(match: RegExpExecArray): readonly [number, number] {
  if (match[2] !== undefined) return [Number(match[2]), Number(match[2])]
  if (match[4] !== undefined) return [Number(match[4]) * 3 - 2, Number(match[4]) * 3]
  if (match[5] !== undefined) return [Number(match[5]) * 6 - 5, Number(match[5]) * 6]
  return [1, 12]
}
