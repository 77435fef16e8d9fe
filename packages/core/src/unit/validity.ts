/** Days a row holds, end exclusive; null = open. */
export interface Validity {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** The days both hold, or null where there are none. */
export function common(a: Validity, b: Validity): Validity | null {
  const both = { validFrom: later(a.validFrom, b.validFrom), validTo: earlier(a.validTo, b.validTo) }
  return isEmpty(both) ? null : both
}

export function isEmpty(it: Validity): boolean {
  return it.validFrom !== null && it.validTo !== null && it.validFrom >= it.validTo
}

/** Whether every day of `inner` lies within `outer`. */
export function within(inner: Validity, outer: Validity): boolean {
  const starts = outer.validFrom === null || (inner.validFrom !== null && inner.validFrom >= outer.validFrom)
  const ends = outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo)
  return starts && ends
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
