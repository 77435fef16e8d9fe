import { gbkChar } from '../../gbk/gbk.js'
import { likelihood } from '../likelihood.js'
import { reads } from '../readings.js'
import { simplifiedChar } from '../script.js'
import { MISFIT, plainText, written } from './pair-chars.js'
import { markLoss, type Quotes } from './marks.js'
import { hasPair, type PairSet } from '../pair-set.js'
import type { Run } from './parse-run.js'

/** One way to fill the unknown bytes of a run. */
export interface Candidate {
  readonly bytes: readonly number[]
  /** In the simplified script, which tells candidates apart well enough. */
  readonly text: string
  readonly score: number
  /** Undefined pairs that were put back, in hexadecimal. */
  readonly gaps: readonly string[]
  /** The run with those pairs in it, to look for another gap. */
  readonly run: Run
}

const MISREAD = 19

/** What stands round a run, and pairs of characters that the document holds elsewhere. */
export interface Surroundings {
  readonly left: string
  readonly right: string
  readonly seen: PairSet
  readonly quotes: Quotes
}

/** What a gap must gain before it is believed. */
export const GAP_COST = 2.5
/** What it is worth that two neighbours stand side by side elsewhere in the document. */
export const SEEN = 1.5

export const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

/** The characters of the bytes; a pair that is none is a misfit. */
export function decode(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const char = gbkChar(bytes[i] ?? 0, bytes[i + 1] ?? 0)
    text += written.test(char) ? char : MISFIT
  }
  return text
}

/** Whether every inserted reading is that of the character it stands at. */
function readsWell(bytes: readonly number[], run: Run): boolean {
  return run.hints.every(
    ({ at, reading }) => at < 0 || reads(gbkChar(bytes[at] ?? 0, bytes[at + 1] ?? 0), reading),
  )
}

/** A candidate from all bytes of a run. */
export function candidate(
  run: Run,
  bytes: readonly number[],
  round: Surroundings,
  gaps: readonly string[],
): Candidate {
  const misread = readsWell(bytes, run) ? 0 : MISREAD
  const plain = plainText(bytes)
  const text = misread === 0 ? plain : plain + MISFIT
  return { bytes, text, gaps, run, score: weighPlain(plain, round) - misread - gaps.length * GAP_COST }
}

/** Character by character, which is what the bytes need. */
export function plain(text: string): string {
  let out = ''
  for (const char of text) out += simplifiedChar(char)
  return out
}

/** How likely the mended text is where it stands. */
export function weigh(mended: string, round: Surroundings): number {
  return weighPlain(plain(mended), round)
}

function weighPlain(middle: string, round: Surroundings): number {
  const whole = round.left + middle + round.right
  const end = round.left.length + middle.length
  let score = likelihood(whole) - markLoss(whole, round.left.length, end, round.quotes)
  const from = Math.max(0, round.left.length - 1)
  for (let i = from; i + 1 < whole.length && i < end; i++)
    if (hasPair(round.seen, whole.charCodeAt(i), whole.charCodeAt(i + 1))) score += SEEN
  return score
}
