import { addMonths, spanOf } from '@gangmu/core'

/** The last day of a due; a duration counts from the day of its document. Null where that is not known. */
export function lastDay(due: string | null, on: string | null): string | null {
  if (due === null) return null
  const months = /^P(\d+)([MY])$/u.exec(due)
  if (months === null) return spanOf(due)?.end ?? null
  const from = on === null ? null : (spanOf(on)?.end ?? null)
  return from === null ? null : addMonths(from, Number(months[1]) * (months[2] === 'Y' ? 12 : 1))
}
