import { gbkChar, gbkPair, isLead, isTrail } from '../../gbk/gbk.js'
import { isCommon, likelihood } from '../likelihood.js'
import { charsRead } from '../readings.js'
import { simplifiedChar } from '../script.js'
import { allBytes, candidate, type Candidate, hex, MISFIT, plain, type Surroundings } from './candidate.js'
import { choices } from './fill.js'
import type { Run } from './parse-run.js'

const SHORTLIST = 24
/** For how many of them the first byte is chosen again; a gap near it may belong to the same word. */
const REFILLED = 4
const NEXT_WORD = 5
const NEAR = 4

interface Put {
  readonly at: number
  readonly pair: readonly [number, number]
  readonly next: number
  readonly score: number
}

/** Fillings with one more undefined pair put back that the page dropped, starting from given bytes. */
export function gapFillings(
  run: Run,
  start: readonly (number | null)[],
  gaps: readonly string[],
  round: Surroundings,
): readonly Candidate[] {
  const put = shortest(run.gaps.flatMap((at) => (at % 2 === 0 ? [] : putAt(run, start, at, round))))
  return put.flatMap((it, rank) => {
    const rest = [it.next, ...start.slice(it.at + 1).map((byte) => byte ?? 0)]
    const bytes = [...start.slice(0, it.at).map((byte) => byte ?? 0), ...it.pair, ...rest]
    return refilled(
      closed(run, it, bytes),
      bytes,
      [...gaps, hex(it.pair[0]) + hex(it.pair[1])],
      round,
      rank < REFILLED || it.at <= NEXT_WORD,
    )
  })
}

/** The run with a pair put back: what stood behind it stands two bytes further. */
function closed(run: Run, put: Put, bytes: readonly number[]): Run {
  return {
    ...run,
    bytes: bytes.map((byte, i) => (i === 0 && run.bytes[0] === null ? null : byte)),
    gaps: run.gaps.filter((at) => at !== put.at).map((at) => (at > put.at ? at + 2 : at)),
    // A reading whose two bytes the gap parted belongs to the character after it.
    hints: run.hints.map((hint) =>
      hint.at >= 0 && hint.at + 1 >= put.at ? { ...hint, at: hint.at + 2 } : hint,
    ),
  }
}

/** Two characters for the one that stood over the gap: their inner bytes are a pair that GBK leaves undefined. */
function putAt(run: Run, start: readonly (number | null)[], at: number, round: Surroundings): readonly Put[] {
  const p = start[at - 1] ?? 0
  // Words hold four characters at most, so what stands further off weighs the same for all.
  const before = round.left + chars(start.slice(0, at - 1))
  const after = chars(start.slice(at + 1)) + round.right
  const [near, far] = [before.slice(-NEAR), after.slice(0, NEAR)]
  const outer = likelihood(before) + likelihood(after) - likelihood(near) - likelihood(far)
  const firsts = allBytes.flatMap((x) => common(gbkChar(p, x)).map((char) => [x, char] as const))
  const seconds = lastChars(run, start, at)
  let found: Put[] = []
  let least = -Infinity
  for (const [x, first] of firsts) {
    if (!isLead(x)) continue
    for (const [y, next, second] of seconds) {
      if (gbkChar(x, y) !== '' || !isTrail(y)) continue
      const score = likelihood(near + first + second + far) + outer
      if (score <= least) continue
      found.push({ at, pair: [x, y], next, score })
      if (found.length > SHORTLIST * 4) {
        found = shortest(found)
        least = found.at(-1)?.score ?? least
      }
    }
  }
  return shortest(found)
}

/** The best of a list, best first. */
function shortest(found: readonly Put[]): Put[] {
  return [...found].sort((a, b) => b.score - a.score).slice(0, SHORTLIST)
}

/** The character behind the gap: its second byte is known, or an inserted reading tells what it can be. */
function lastChars(
  run: Run,
  start: readonly (number | null)[],
  at: number,
): readonly (readonly [y: number, next: number, char: string])[] {
  const hint = run.hints.find((it) => it.at === at - 1)
  const n = start[at]
  if (n !== null && n !== undefined)
    return allBytes.flatMap((y) => common(gbkChar(y, n)).map((char) => [y, n, char] as const))
  return [...charsRead(hint?.reading ?? '')].flatMap((char) => {
    const pair = gbkPair(char)
    return pair === undefined ? [] : common(char).map((one) => [pair >> 8, pair & 0xff, one] as const)
  })
}

function common(char: string): readonly string[] {
  const one = char === '' ? '' : simplifiedChar(char)
  return one !== '' && isCommon(one) ? [one] : []
}

function chars(bytes: readonly (number | null)[]): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) text += gbkChar(bytes[i] ?? 0, bytes[i + 1] ?? 0) || MISFIT
  return plain(text)
}

/** The first byte again, now that the gap is closed: the two are chosen together. */
function refilled(
  run: Run,
  bytes: readonly number[],
  gaps: readonly string[],
  round: Surroundings,
  again: boolean,
): readonly Candidate[] {
  const free = again && run.bytes[0] === null && run.before === 0
  const firsts = free ? choices(run, run.bytes, 0) : [bytes[0] ?? 0]
  const found = firsts.map((byte) => candidate(run, [byte, ...bytes.slice(1)], round, gaps))
  return found.sort((a, b) => b.score - a.score).slice(0, 2)
}
