/** An exact part of a whole, in lowest terms and never negative. Sums of shares do not drift. */
export interface Share {
  readonly part: bigint
  readonly whole: bigint
}

export const nothingShared: Share = { part: 0n, whole: 1n }
export const allOfIt: Share = { part: 1n, whole: 1n }

/** `part` of `whole`; both integers. Throws a RangeError on a negative part or a whole that is not positive. */
export function shareOf(part: number | bigint, whole: number | bigint): Share {
  const [above, below] = [BigInt(part), BigInt(whole)]
  if (above < 0n || below <= 0n) throw new RangeError(`no share: ${above} of ${below}`)
  const divisor = greatestDivisor(above, below)
  return { part: above / divisor, whole: below / divisor }
}

export const times = (a: Share, b: Share): Share => shareOf(a.part * b.part, a.whole * b.whole)

export const plus = (a: Share, b: Share): Share =>
  shareOf(a.part * b.whole + b.part * a.whole, a.whole * b.whole)

export const sumOf = (shares: readonly Share[]): Share => shares.reduce(plus, nothingShared)

export const isSame = (a: Share, b: Share): boolean => a.part === b.part && a.whole === b.whole

/** Negative where `a` is less than `b`, positive where it is more. */
export function compareShares(a: Share, b: Share): number {
  const difference = a.part * b.whole - b.part * a.whole
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * Hands out a whole number by shares that sum to one, so that the parts sum to it again: each gets what it is due,
 * rounded down, and what is left goes one by one to the largest remainders (of equal ones to the first), as seats
 * are given in Hamilton's method. A negative total is handed out like its opposite. Throws a RangeError where the
 * shares do not sum to one.
 */
export function apportion(total: bigint, shares: readonly Share[]): readonly bigint[] {
  if (!isSame(sumOf(shares), allOfIt)) throw new RangeError('shares to apportion by must sum to one')
  const size = total < 0n ? -total : total
  const due = shares.map((it, index) => ({
    index,
    given: (size * it.part) / it.whole,
    remainder: shareOf((size * it.part) % it.whole, it.whole),
  }))
  const left = Number(size - due.reduce((sum, it) => sum + it.given, 0n))
  const first = new Set(
    due
      .toSorted((a, b) => compareShares(b.remainder, a.remainder) || a.index - b.index)
      .slice(0, left)
      .map((it) => it.index),
  )
  return due.map((it) => {
    const given = it.given + (first.has(it.index) ? 1n : 0n)
    return total < 0n ? -given : given
  })
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a, b]
  while (low !== 0n) [high, low] = [low, high % low]
  return high
}
