import { gbkChar, gbkPair } from '../../gbk/gbk.js'
import { type Ending, endingOf, type Lattice } from '../lattice.js'
import { likelihood } from '../likelihood.js'
import { charsRead, reads } from '../readings.js'
import type { Surroundings } from './candidate.js'
import { unitsOf } from './fill.js'
import { type Beside, behindGap, commonCode, plainText } from './pair-chars.js'
import type { Run } from './parse-run.js'

export const SHORTLIST = 24
/** Next to the first byte, which is chosen again, the first choice says less. */
export const WIDE = 64
export const NEXT_WORD = 5

/** A gap with what was dropped in it. */
export interface Put {
  readonly at: number
  /** The bytes that were dropped: one pair, or two side by side. */
  readonly dropped: readonly number[]
  readonly next: number
  readonly score: number
}

/** A run with given bytes, as every place of a gap in it is tried. */
export interface Scene {
  readonly run: Run
  readonly start: readonly (number | null)[]
  readonly gaps: readonly string[]
  readonly round: Surroundings
  readonly left: readonly number[]
  /** The units of `start`. */
  readonly base: readonly number[]
  /** What stands behind the first unit of `start`, and the right of the run. */
  readonly ending: Ending
  /** `left` and `base`. */
  readonly before: Lattice
  /** How many pairs of neighbours stand elsewhere in the document. */
  readonly seen: number
}

const NEAR = 4

/** The units beside a gap, and what the others weigh: words hold four characters at most, so it is the same for all. */
export interface Edges {
  readonly near: readonly number[]
  readonly far: Ending
  readonly outer: number
}

export function edgesOf({ left, base, before, start, round }: Scene, at: number): Edges {
  const k = (at - 1) >> 1
  const near = [...left, ...base.slice(0, k)].slice(-NEAR)
  const after = plainText(start, at + 1) + round.right
  const far = after.slice(0, NEAR)
  const nearText = String.fromCharCode(...near)
  const prefix = before.best[left.length + k] ?? 0
  const outer = prefix + likelihood(after) - likelihood(nearText) - likelihood(far)
  return { near, far: endingOf(unitsOf(far)), outer }
}

/** The character behind the gap: its second byte is known, or an inserted reading tells what it can be. */
export function charsBehind(run: Run, start: readonly (number | null)[], at: number): readonly Beside[] {
  const hint = run.hints.find((it) => it.at === at - 1)
  const n = start[at]
  if (n !== null && n !== undefined) {
    const all = behindGap(n)
    return hint ? all.filter(({ byte }) => reads(gbkChar(byte, n), hint.reading)) : all
  }
  return [...charsRead(hint?.reading ?? '')].flatMap((it) => {
    const pair = gbkPair(it)
    const code = pair === undefined ? 0 : commonCode(pair >> 8, pair & 0xff)
    return pair === undefined || code === 0 ? [] : [{ byte: pair >> 8, next: pair & 0xff, code }]
  })
}
