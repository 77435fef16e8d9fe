const WRITTEN = /^(\d{4})[-/.\p{Script=Han}](\d{1,2})[-/.\p{Script=Han}](\d{1,2})\p{Script=Han}?$/u

/** A day as people write it (2026-3-1, 2026/03/01, or with the Chinese words between) as YYYY-MM-DD; null where it is no day. */
export function readDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = WRITTEN.exec(text.replaceAll(/\s/g, '')) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : null
}

const LOOSE = /^(\d{4})(?:[-/.\p{Script=Han}]{1,2}(\d{1,2}))?\p{Script=Han}{0,2}$/u
const CODED = /^\d{4}-(?:Q[1-4]|H[12])$/

/** A day, month, year, quarter or half as documents state it (2026, 2026-06, 2026-Q2); null where it is none. */
export function readLoose(text: string): string | null {
  const bare = text.replaceAll(/\s/g, '')
  if (CODED.test(bare)) return bare
  const day = readDay(bare)
  if (day !== null) return day
  const [, year = '', month] = LOOSE.exec(bare) ?? []
  if (year === '' || Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return null
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`
}

/** Whether a field of a form may be sent as it is: a day, or nothing. */
export function isDayOrNone(text: string): boolean {
  return text === '' || readDay(text) === text
}
