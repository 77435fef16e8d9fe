import type { Clocks } from './unit.js'

/** A point on both clocks: a day in the world, and the instant up to which our knowledge counts. */
export interface AsOf {
  readonly date: string
  /** ISO 8601 instant; null = all we know now. */
  readonly known: string | null
}

export function holds(row: Clocks, at: AsOf): boolean {
  const valid =
    (row.validFrom === null || row.validFrom <= at.date) && (row.validTo === null || at.date < row.validTo)
  const known =
    at.known === null
      ? row.knownTo === null
      : row.knownFrom <= at.known && (row.knownTo === null || at.known < row.knownTo)
  return valid && known
}
