import { hasPair, type PairSet, pairSetOf } from '../pair-set.js'

const BODY = 200_000
const OTHER = /[^\u4e00-\u9fff\w]/g

/** Neighbouring characters of a text. */
export function pairsOf(text: string): PairSet {
  return pairSetOf(text.slice(0, BODY).replace(OTHER, ''), () => true)
}

/** Share of the pairs of neighbouring characters of `line` that stand in a body. */
export function overlap(line: string, body: PairSet): number {
  const bare = line.slice(0, 200).replace(OTHER, '')
  if (bare.length < 4) return 0
  let hit = 0
  for (let i = 0; i + 1 < bare.length; i++)
    if (hasPair(body, bare.charCodeAt(i), bare.charCodeAt(i + 1))) hit++
  return hit / (bare.length - 1)
}
