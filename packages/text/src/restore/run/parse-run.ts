import { gbkPair, isTrail } from '../../gbk/gbk.js'
import { insertedReading, reads } from '../readings.js'

/**
 * A run as found in the text: its bytes from the lost one to the one that sets the reading straight again.
 * `null` is a byte the text does not tell. `[start, end)` is what the mended text replaces.
 */
export interface Run {
  readonly start: number
  readonly end: number
  readonly bytes: readonly (number | null)[]
  /** Where an undefined pair may have been dropped: indices into `bytes`. */
  readonly gaps: readonly number[]
  /** Readings that the page inserted, and the two bytes they belong to: index of the first. */
  readonly hints: readonly { readonly at: number; readonly reading: string }[]
  /** The byte before the run, for a reading that was matched across the boundary; 0 where there is none. */
  readonly before: number
  /** Written after the mended characters: an ASCII sign that a lost lead byte swallowed. */
  readonly tail: string
}

const LONGEST = 40
/** Ways to end a run that are tried. */
const MOST_WAYS = 3
/** Longer than any pattern below. */
const WIDEST = 16
/** Stands for an ASCII sign that nothing tells any more. */
export const SWALLOWED = '□'

const reading = new RegExp(String.raw`^[?？]${insertedReading.slice(2)}`)
const group = new RegExp(`^${insertedReading}`)
const reference = /^[?？](?=(?:[lr]dquo|[lr]squo|nbsp|mdash|ndash|hellip|middot|amp|lt|gt|quot|ensp|emsp);)/
const remark = /^[?？][!！?？;；](?=[\u0080-\uffff]|[@-~]|[?？](?:\n|$))/
const wide: Readonly<Record<string, number>> = {
  '!': 0xa1,
  '！': 0xa1,
  '(': 0xa8,
  '（': 0xa8,
  ')': 0xa9,
  '）': 0xa9,
  ',': 0xac,
  '，': 0xac,
  ':': 0xba,
  '：': 0xba,
  ';': 0xbb,
  '；': 0xbb,
  '?': 0xbf,
  '？': 0xbf,
}

/** A sticky pattern at a place; `text` is cut to what a pattern can need. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  return pattern.exec(text.slice(at, at + WIDEST))
}

/** The trail byte of the character before `at`, passing over a reading inserted after it. */
function trailBefore(text: string, at: number): number {
  let end = at
  if (text.charAt(end - 1) === ')') {
    const open =
      end -
      WIDEST +
      text
        .slice(Math.max(0, end - WIDEST), end)
        .padStart(WIDEST)
        .lastIndexOf('(')
    if (open > 0 && open >= end - WIDEST && match(group, text, open)?.[0].length === end - open) end = open
  }
  return (gbkPair(text.charAt(end - 1)) ?? 0) & 0xff
}

/** The ways to read a run that begins at the `?` at `start`; none where none begins there. */
export function parseRuns(text: string, start: number): readonly Run[] {
  const runs: Run[] = []
  const bytes: (number | null)[] = []
  const gaps: number[] = []
  const hints: { at: number; reading: string }[] = []
  let at = start
  let before = 0
  const straddle = match(reading, text, start)
  if (straddle) {
    before = trailBefore(text, start)
    if (before < 0x81) return runs
    hints.push({ at: -1, reading: straddle[1] ?? '' })
    bytes.push(null)
    at += straddle[0].length
  } else if (match(remark, text, start)) {
    bytes.push(null, 0xa3, wide[text.charAt(start + 1)] ?? 0)
    at += 2
  } else {
    return runs
  }
  const done = (end: number, tail = ''): Run[] => [...runs, { start, end, bytes, gaps, hints, before, tail }]
  for (let tokens = 0; tokens < LONGEST && at < text.length && runs.length < MOST_WAYS; tokens++) {
    const char = text.charAt(at)
    const code = text.charCodeAt(at)
    gaps.push(bytes.length)
    const inner = match(reading, text, at)
    if (inner) {
      hints.push({ at: bytes.length - 1, reading: inner[1] ?? '' })
      bytes.push(null)
      return done(at + inner[0].length)
    }
    if (match(reference, text, at)) {
      bytes.push(null)
      return done(at + 1, '&')
    }
    const inserted = match(group, text, at)
    if (inserted && tokens > 0 && reads(text.charAt(at - 1), inserted[1] ?? '')) {
      gaps.pop()
      at += inserted[0].length
      continue
    }
    if (char === '?') {
      const next = text.charAt(at + 1)
      if (next === '' || next === '\n') {
        bytes.push(null)
        return done(at + 1)
      }
      // 0x80 leads nothing and swallows nothing.
      const own = match(group, text, at + 1)
      const hint = own ? [{ at: bytes.length - 1, reading: own[1] ?? '' }] : []
      const end = at + 1 + (own?.[0].length ?? 0)
      runs.push({
        start,
        end,
        bytes: [...bytes, 0x80],
        gaps: [...gaps],
        hints: [...hints, ...hint],
        before,
        tail: '',
      })
      if (own) return runs
      runs.push({
        start,
        end: at + 1,
        bytes: [...bytes, null],
        gaps: [...gaps],
        hints: [...hints],
        before,
        tail: SWALLOWED,
      })
    }
    const mark = wide[char]
    if (mark !== undefined) {
      bytes.push(0xa3, mark)
    } else if (code < 0x80) {
      if (!isTrail(code) || code < 0x40) return runs
      bytes.push(code)
      const own = match(group, text, at + 1)
      if (!own) return done(at + 1)
      hints.push({ at: bytes.length - 2, reading: own[1] ?? '' })
      return done(at + 1 + own[0].length)
    } else {
      const pair = gbkPair(char)
      if (pair === undefined) return runs
      bytes.push(pair >> 8, pair & 0xff)
    }
    at++
  }
  return runs
}
