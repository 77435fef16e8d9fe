import type { Certainty } from '@gangmu/core'
import { gbkChar, isTrail } from '../../gbk/gbk.js'
import { isCommon, joinedLikelihood, likelihood, prefixScores, suffixScores } from '../likelihood.js'
import { insertedReading, reads } from '../readings.js'
import { simplified, simplifiedChar } from '../script.js'
import type { Run } from './parse-run.js'

export interface Reading {
  readonly start: number
  readonly end: number
  /** How much likelier than the text as it stands. */
  readonly gain: number
  readonly text: string
  readonly bytes: readonly number[]
  readonly certainty: Certainty
  /** The lost lead byte, in hexadecimal. */
  readonly lost: string
  /** The dropped pair, in hexadecimal, or empty. */
  readonly gap: string
}

interface Candidate {
  readonly bytes: readonly number[]
  readonly text: string
  readonly score: number
  readonly gap: string
  /** Where the pair was put back, as an index into the bytes. */
  readonly gapAt: number
}

const CONTEXT = 6
/** What a gap must gain before it is believed. */
const GAP_COST = 1
/** Gain in likelihood over the text as it stands, per character, below which it is taken for clean. */
const GAIN = 2

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')
const allBytes: readonly number[] = Array.from({ length: 0xfe - 0x40 }, (_, i) => i + 0x40).filter(
  (b) => b !== 0x7f,
)
const inserted = new RegExp(insertedReading, 'g')
/** What articles are written with; GBK also holds box drawings, kana and Greek. */
const written = /[\u3007\u3400-\u9fff，。、；：！？“”‘’（）《》〈〉【】·—…％＋～]/

/** What stood there, by the bytes, the inserted readings and the words around; null where nothing is damaged. */
export function bestReading(text: string, runs: readonly Run[]): Reading | null {
  const readings = runs.flatMap((run) => readingOf(text, run) ?? [])
  return readings.sort((a, b) => b.gain - a.gain)[0] ?? null
}

function readingOf(text: string, run: Run): Reading | null {
  const left = simplified(text.slice(Math.max(0, run.start - 60), run.start).replace(inserted, '')).slice(
    -CONTEXT,
  )
  const right = simplified(text.slice(run.end, run.end + 60).replace(inserted, '')).slice(0, CONTEXT)
  const weigh = (mended: string): number => likelihood(left + simplified(mended) + right)
  const candidates = withoutGap(run, weigh)
  const best = [...candidates, ...withGap(run, candidates[0], left, right)].sort((a, b) => b.score - a.score)
  const [top, second] = best
  if (!top) return null
  const asItStands = weigh(text.slice(run.start, run.end).replace(inserted, ''))
  if (run.before === 0 && top.score - asItStands < GAIN * Math.max(2, run.bytes.length / 2)) return null
  const lead = second ? top.score - second.score : Infinity
  const worst = (top.score - likelihood(left) - likelihood(right)) / Math.max(1, top.text.length)
  const certainty: Certainty = lead < 0.7 || worst < -14 ? 'low' : top.gap || lead < 3 ? 'medium' : 'high'
  const unknown = run.bytes[0] === null ? top.bytes[0] : undefined
  return {
    start: run.start,
    end: run.end,
    gain: top.score - asItStands,
    text: top.text + run.tail,
    bytes: top.bytes,
    certainty,
    lost: unknown === undefined ? '' : hex(unknown),
    gap: top.gap,
  }
}

/** All fillings of the unknown bytes, best first. At most two bytes are unknown: the first and the last. */
function withoutGap(run: Run, weigh: (text: string) => number): readonly Candidate[] {
  const unknown = run.bytes.flatMap((byte, i) => (byte === null ? [i] : []))
  const [first, last] = [unknown[0], unknown[1]]
  const firsts = first === undefined ? [0] : choices(run, first)
  let found: Candidate[] = []
  for (const a of firsts) {
    const filled = run.bytes.map((byte, i) => (i === first ? a : byte))
    const rests = last === undefined ? [0] : choices({ ...run, bytes: filled }, last)
    for (const b of rests) {
      const bytes = filled.map((byte, i) => (i === last ? b : (byte ?? 0)))
      const text = decode(bytes, run)
      if (text !== null) found.push({ bytes, text, score: weigh(text), gap: '', gapAt: Infinity })
    }
  }
  found = found.sort((a, b) => b.score - a.score)
  return found.slice(0, 40)
}

/** Bytes that fit at `index`: by the reading matched across it, or any. */
function choices(run: Run, index: number): readonly number[] {
  const hint = run.hints.find((it) => it.at === index - 1 && index > 0)
  const straddle = index === 0 ? run.hints.find((it) => it.at === -1) : undefined
  if (straddle) return allBytes.filter((byte) => reads(gbkChar(run.before, byte), straddle.reading))
  const lead = run.bytes[index - 1]
  if (hint && lead) return allBytes.filter((byte) => reads(gbkChar(lead, byte), hint.reading))
  return allBytes
}

/** The characters of the bytes, or null where a pair is undefined or a reading does not fit. */
function decode(bytes: readonly number[], run: Run, gapAt = Infinity): string | null {
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

/** Fillings with one undefined pair put back, starting from the best filling of the unknown bytes, if any. */
function withGap(run: Run, base: Candidate | undefined, left: string, right: string): readonly Candidate[] {
  const found: Candidate[] = []
  const fill = base?.bytes ?? run.bytes.map((byte, i) => byte ?? (i === 0 ? 0xa1 : 0))
  for (const at of run.gaps) {
    const p = fill[at - 1]
    const n = fill[at]
    if (p === undefined || n === undefined || at % 2 === 0) continue
    const before = left + plain(fill.slice(0, at - 1))
    const after = plain(fill.slice(at + 1)) + right
    const beforeScores = prefixScores(before)
    const afterScores = suffixScores(after)
    const firsts = allBytes.flatMap((x) => (x < 0x81 ? [] : pairOf(x, gbkChar(p, x))))
    const seconds = allBytes.flatMap((y) => pairOf(y, gbkChar(y, n)))
    for (const [x, first] of firsts) {
      for (const [y, second] of seconds) {
        if (gbkChar(x, y) !== '' || !isTrail(y)) continue
        const score = joinedLikelihood(before, beforeScores, first + second, after, afterScores) - GAP_COST
        found.push({ bytes: [x, y], text: '', score, gap: hex(x) + hex(y), gapAt: at })
      }
    }
  }
  const best = found.sort((a, b) => b.score - a.score)
  const kept: Candidate[] = []
  for (const candidate of best) {
    const bytes = [...fill.slice(0, candidate.gapAt), ...candidate.bytes, ...fill.slice(candidate.gapAt)]
    const text = decode(bytes, run, candidate.gapAt)
    if (text !== null) kept.push({ ...candidate, bytes, text })
    if (kept.length >= 12) break
  }
  return kept.flatMap((candidate) =>
    refill(run, candidate, (text) => likelihood(left + simplified(text) + right)),
  )
}

function pairOf(byte: number, char: string): readonly (readonly [number, string])[] {
  const one = char === '' ? '' : simplifiedChar(char)
  return one !== '' && isCommon(one) ? [[byte, one]] : []
}

function plain(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += simplifiedChar(gbkChar(bytes[i] ?? 0, bytes[i + 1] ?? 0) || '\ufffd')
  return text
}

/** The first byte again, now that the gap is closed: the two are chosen together. */
function refill(run: Run, candidate: Candidate, weigh: (text: string) => number): readonly Candidate[] {
  if (run.bytes[0] !== null || run.before !== 0) return [candidate]
  return allBytes.flatMap((byte) => {
    const bytes = [byte, ...candidate.bytes.slice(1)]
    const text = decode(bytes, run, candidate.gapAt)
    return text === null ? [] : [{ ...candidate, bytes, text, score: weigh(text) - GAP_COST }]
  })
}
