/**
 * Which digit was swallowed, where what stands behind it allows one only: no month but the tenth ends in □0月 before
 * a day or a part of it. Null where another digit or sign may have stood there: year, share and voltage tell nothing.
 */
export function swallowedDigit(behind: string): string | null {
  return TENTH.test(behind) ? '1' : null
}

const TENTH = /^0月(?:[0-3]?\d日|份|底|初|末|中旬|上旬|下旬)/
