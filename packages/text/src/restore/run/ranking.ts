import type { Candidate } from './candidate.js'

/** Sums in another order differ by less. */
export const DUST = 1e-6

/** The best candidate so far, and how likely the best one of another text is. */
export interface Ranking {
  readonly top: () => Candidate | undefined
  readonly second: () => number
  /** Of equals the first stays on top. */
  readonly rank: (it: Candidate) => void
  /** Whether a candidate that scores `most` or less can still change the top or the second. */
  readonly matters: (most: number) => boolean
}

export function newRanking(): Ranking {
  let top: Candidate | undefined
  let second = -Infinity
  return {
    top: () => top,
    second: () => second,
    rank: (it) => {
      if (!top || it.score > top.score) {
        if (top && top.text !== it.text) second = top.score
        top = it
      } else if (it.text !== top.text && it.score > second) second = it.score
    },
    matters: (most) => most > second - DUST,
  }
}

/**
 * The best of `items` by score, best first, equals in their order; `bound` is cheap and never below the score (by
 * more than dust), so that few are scored.
 */
export function bestFew<T, S>(
  items: readonly T[],
  most: number,
  bound: (item: T) => number,
  scored: (item: T) => S,
  scoreOf: (it: S) => number,
): S[] {
  const bounds = Float64Array.from(items, bound)
  const order = items.map((_, i) => i).sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0))
  const found: { readonly index: number; readonly it: S; readonly score: number }[] = []
  let floor = -Infinity
  for (const index of order) {
    const item = items[index]
    if (item === undefined || (bounds[index] ?? 0) < floor - DUST) break
    const it = scored(item)
    found.push({ index, it, score: scoreOf(it) })
    if (found.length < most) continue
    if (found.length % most === 0)
      floor = found.toSorted((a, b) => b.score - a.score)[most - 1]?.score ?? floor
  }
  return found
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({ it }) => it)
}

/** The best of `items` and the best of another text, best first, with whatever was scored to find them. */
export function bestTexts<T>(
  items: readonly T[],
  bound: (item: T) => number,
  scored: (item: T) => Candidate,
): Candidate[] {
  const bounds = Float64Array.from(items, bound)
  const ranking = newRanking()
  const found: { readonly index: number; readonly it: Candidate }[] = []
  for (;;) {
    let index = -1
    for (let i = 0; i < bounds.length; i++) if ((bounds[i] ?? 0) > (bounds[index] ?? -Infinity)) index = i
    const item = items[index]
    if (item === undefined || !ranking.matters(bounds[index] ?? 0)) break
    bounds[index] = -Infinity
    const it = scored(item)
    ranking.rank(it)
    found.push({ index, it })
  }
  return found.sort((a, b) => b.it.score - a.it.score || a.index - b.index).map(({ it }) => it)
}
