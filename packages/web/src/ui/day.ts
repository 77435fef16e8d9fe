const WRITTEN = /^(\d{4})[-/.\p{Script=Han}](\d{1,2})[-/.\p{Script=Han}](\d{1,2})\p{Script=Han}?$/u

/** A day as people write it (2026-3-1, 2026/03/01, or with the Chinese words between) as YYYY-MM-DD; null where it is no day. */
export function readDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = WRITTEN.exec(text.replaceAll(/\s/g, '')) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : null
}

/** Whether a field of a form may be sent as it is: a day, or nothing. */
export function isDayOrNone(text: string): boolean {
  return text === '' || readDay(text) === text
}
