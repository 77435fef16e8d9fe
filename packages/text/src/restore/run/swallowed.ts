/**
 * Which digit was swallowed, where what stands behind it allows one only: there is a □0月 but the tenth, no □026年
 * but one of this century, and the grid has few voltages. Null where several would do.
 */
export function swallowedDigit(behind: string): string | null {
  for (const [words, digit] of told) if (words.test(behind)) return digit
  return null
}

const VOLT = '(?:千伏|[kK][vV])'
const told: readonly (readonly [words: RegExp, digit: string])[] = [
  [/^[012]月/, '1'],
  [/^0\d\d年/, '2'],
  [/^9\d\d年/, '1'],
  [/^00%/, '1'],
  [new RegExp(`^(?:10|000)${VOLT}`), '1'],
  [new RegExp(`^20${VOLT}`), '2'],
  [new RegExp(`^(?:30|5)${VOLT}`), '3'],
  [new RegExp(`^50${VOLT}`), '7'],
]
