import { gbkChar } from '../../gbk/gbk.js'
import { likelihood } from '../likelihood.js'
import { reads } from '../readings.js'
import { simplifiedChar } from '../script.js'
import type { Run } from './parse-run.js'

/** One way to fill the unknown bytes of a run. */
export interface Candidate {
  readonly bytes: readonly number[]
  readonly text: string
  readonly score: number
  /** The dropped pair, in hexadecimal, or empty. */
  readonly gap: string
}

/** What stands round a run, and pairs of characters that the document holds elsewhere. */
export interface Surroundings {
  readonly left: string
  readonly right: string
  readonly seen: ReadonlySet<string>
}

/** What it is worth that two neighbours stand side by side elsewhere in the document. */
const SEEN = 1.5

/** What articles are written with; GBK also holds box drawings, kana and Greek. */
const written = /[\u3007\u3400-\u9fff，。、；：！？“”‘’（）《》〈〉【】·—…％＋～]/

export const allBytes: readonly number[] = Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => i + 0x40).filter(
  (byte) => byte !== 0x7f,
)

export const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

/** The characters of the bytes, or null where a pair is undefined or an inserted reading does not fit. */
export function decode(bytes: readonly number[], run: Run, gapAt = Infinity): string | null {
  if (bytes.length % 2 !== 0) return null
  for (const hint of run.hints) {
    if (hint.at < 0) continue
    // A reading whose two bytes the gap parted belongs to the character after it.
    const at = hint.at + 1 >= gapAt ? hint.at + 2 : hint.at
    if (!reads(gbkChar(bytes[at] ?? 0, bytes[at + 1] ?? 0), hint.reading)) return null
  }
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const char = gbkChar(bytes[i] ?? 0, bytes[i + 1] ?? 0)
    if (!written.test(char)) return null
    text += char
  }
  return text
}

/** Character by character, which is what the bytes need. */
export function plain(text: string): string {
  let out = ''
  for (const char of text) out += simplifiedChar(char)
  return out
}

/** How likely the mended text is where it stands. */
export function weigh(mended: string, round: Surroundings): number {
  const middle = plain(mended)
  const whole = round.left + middle + round.right
  let score = likelihood(whole)
  const from = Math.max(0, round.left.length - 1)
  for (let i = from; i + 1 < whole.length && i <= round.left.length + middle.length - 1; i++)
    if (round.seen.has(whole.slice(i, i + 2))) score += SEEN
  return score
}
