import { gbkChar, gbkPair, isLead, isTrail } from '../../gbk/gbk.js'
import { begins, likelihood } from '../likelihood.js'
import { charsRead, reads } from '../readings.js'
import { allBytes, candidate, type Candidate, hex, type Surroundings } from './candidate.js'
import { choices } from './fill.js'
import { commonChar, MISFIT, plainChar, plainText } from './pair-chars.js'
import type { Run } from './parse-run.js'

const SHORTLIST = 24
/** Next to the first byte, which is chosen again, the first choice says less. */
const WIDE = 64
/** For how many of them the first byte is chosen again; a gap near it may belong to the same word. */
const REFILLED = 4
const NEXT_WORD = 5
const NEAR = 4

interface Put {
  readonly at: number
  /** The bytes that were dropped: one pair, or two side by side. */
  readonly dropped: readonly number[]
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
  return filledGaps(run, start, gaps, round, run.gaps, putAt)
}

/** The same with two undefined pairs side by side. Dear: for short runs that nothing else explains. */
export function doubleGapFillings(
  run: Run,
  start: readonly (number | null)[],
  places: readonly number[],
  round: Surroundings,
): readonly Candidate[] {
  return filledGaps(run, start, [], round, places, putTwoAt)
}

function filledGaps(
  run: Run,
  start: readonly (number | null)[],
  gaps: readonly string[],
  round: Surroundings,
  places: readonly number[],
  search: typeof putAt,
): readonly Candidate[] {
  const put = places
    .flatMap((at) => (at % 2 === 0 ? [] : search(run, start, at, round)))
    .sort((a, b) => b.score - a.score)
  // Those next to the first byte beyond the shortlist are only there to be tried with other first bytes.
  const tried = put.filter((it, rank) => rank < SHORTLIST || (it.at <= NEXT_WORD && rank < WIDE))
  const first = openers(run, round)
  return tried.flatMap((it, rank) => {
    const rest = [it.next, ...start.slice(it.at + 1).map((byte) => byte ?? 0)]
    const bytes = [...start.slice(0, it.at).map((byte) => byte ?? 0), ...it.dropped, ...rest]
    return refilled(
      closed(run, it, bytes),
      bytes,
      [...gaps, ...pairsOf(it.dropped)],
      round,
      rank < REFILLED || it.at <= NEXT_WORD ? first : [],
    )
  })
}

function pairsOf(bytes: readonly number[]): string[] {
  const pairs: string[] = []
  for (let i = 0; i + 1 < bytes.length; i += 2) pairs.push(hex(bytes[i] ?? 0) + hex(bytes[i + 1] ?? 0))
  return pairs
}

/** The run with a pair put back: what stood behind it stands so many bytes further. */
function closed(run: Run, put: Put, bytes: readonly number[]): Run {
  const more = put.dropped.length
  return {
    ...run,
    bytes: bytes.map((byte, i) => (i === 0 && run.bytes[0] === null ? null : byte)),
    gaps: run.gaps.filter((at) => at !== put.at).map((at) => (at > put.at ? at + more : at)),
    // A reading whose two bytes the gap parted belongs to the character after it.
    hints: run.hints.map((hint) =>
      hint.at >= 0 && hint.at + 1 >= put.at ? { ...hint, at: hint.at + more } : hint,
    ),
  }
}

/** Two characters for the one that stood over the gap: their inner bytes are a pair that GBK leaves undefined. */
function putAt(run: Run, start: readonly (number | null)[], at: number, round: Surroundings): readonly Put[] {
  const { near, far, outer } = beside(start, at, round)
  const seconds = lastChars(run, start, at)
  let found: Put[] = []
  let least = -Infinity
  for (const { x, char: first } of firstChars(start, at)) {
    const trails = undefinedTrails(x)
    for (const { y, next, char: second } of seconds) {
      if (!trails.has(y)) continue
      const score = likelihood(near + first + second + far) + outer
      if (score <= least) continue
      found.push({ at, dropped: [x, y], next, score })
      if (found.length > WIDE * 4) {
        found = shortest(found, WIDE)
        least = found.at(-1)?.score ?? least
      }
    }
  }
  return shortest(found, at <= NEXT_WORD ? WIDE : SHORTLIST)
}

/** Words hold four characters at most, so what stands further off weighs the same for all. */
function beside(
  start: readonly (number | null)[],
  at: number,
  round: Surroundings,
): { readonly near: string; readonly far: string; readonly outer: number } {
  const before = round.left + plainText(start, 0, at - 1)
  const after = plainText(start, at + 1) + round.right
  const [near, far] = [before.slice(-NEAR), after.slice(0, NEAR)]
  const outer = likelihood(before) + likelihood(after) - likelihood(near) - likelihood(far)
  return { near, far, outer }
}

/** The character before the gap: its first byte is known, its second leads an undefined pair. */
function firstChars(
  start: readonly (number | null)[],
  at: number,
): readonly { readonly x: number; readonly char: string }[] {
  const p = start[at - 1] ?? 0
  return allBytes.flatMap((x) => {
    const char = isLead(x) && undefinedTrails(x).size > 0 ? commonChar(p, x) : ''
    return char === '' ? [] : [{ x, char }]
  })
}

const ENDS = 6

/** Three characters for the two that stood over the gap. The outer ones are chosen first, by what stands beside them. */
function putTwoAt(
  run: Run,
  start: readonly (number | null)[],
  at: number,
  round: Surroundings,
): readonly Put[] {
  const { near, far, outer } = beside(start, at, round)
  const firsts = firstChars(start, at)
    .map((it) => ({ ...it, score: likelihood(near + it.char) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, ENDS)
  const lasts = lastChars(run, start, at)
    .filter(({ y }) => undefinedLeads(y).length > 0)
    .map((it) => ({ ...it, score: likelihood(it.char + far) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, ENDS)
  // The second bytes of the middle character that make an undefined pair with some last one, and with which.
  const trails = allBytes.flatMap((trail) => {
    const ends = isLead(trail) ? lasts.filter(({ y }) => undefinedTrails(trail).has(y)) : []
    return ends.length > 0 ? [{ trail, ends }] : []
  })
  const found: Put[] = []
  for (const first of firsts)
    for (const lead of undefinedTrails(first.x)) {
      if (!isLead(lead)) continue
      for (const { trail, ends } of trails) {
        const middle = commonChar(lead, trail)
        if (middle === '') continue
        // The middle one is a word's with either neighbour, or the search would try all there are.
        const joined = begins(first.char, middle)
        for (const { y, next, char } of ends) {
          if (!joined && !begins(middle, char)) continue
          const score = likelihood(near + first.char + middle + char + far) + outer
          found.push({ at, dropped: [first.x, lead, trail, y], next, score })
        }
      }
    }
  return shortest(found, SHORTLIST)
}

/** For each byte the bytes that make an undefined pair behind it or before it; asked for again and again. */
const trailsOf = new Map<number, ReadonlySet<number>>()
const leadsOf = new Map<number, readonly number[]>()

function undefinedTrails(lead: number): ReadonlySet<number> {
  let found = trailsOf.get(lead)
  if (!found) {
    found = new Set(allBytes.filter((trail) => isTrail(trail) && gbkChar(lead, trail) === ''))
    trailsOf.set(lead, found)
  }
  return found
}

function undefinedLeads(trail: number): readonly number[] {
  let found = leadsOf.get(trail)
  if (!found) {
    found = isTrail(trail) ? allBytes.filter((lead) => isLead(lead) && gbkChar(lead, trail) === '') : []
    leadsOf.set(trail, found)
  }
  return found
}

/** The best of a list, best first. */
function shortest(found: readonly Put[], most: number): Put[] {
  return [...found].sort((a, b) => b.score - a.score).slice(0, most)
}

/** The character behind the gap: its second byte is known, or an inserted reading tells what it can be. */
function lastChars(
  run: Run,
  start: readonly (number | null)[],
  at: number,
): readonly { readonly y: number; readonly next: number; readonly char: string }[] {
  const hint = run.hints.find((it) => it.at === at - 1)
  const n = start[at]
  if (n !== null && n !== undefined)
    return allBytes.flatMap((y) => {
      const char = commonChar(y, n)
      return char === '' || (hint && !reads(gbkChar(y, n), hint.reading)) ? [] : [{ y, next: n, char }]
    })
  return [...charsRead(hint?.reading ?? '')].flatMap((it) => {
    const pair = gbkPair(it)
    const char = pair === undefined ? '' : commonChar(pair >> 8, pair & 0xff)
    return pair === undefined || char === '' ? [] : [{ y: pair >> 8, next: pair & 0xff, char }]
  })
}

const QUICK = 3
const OPENERS = 48
const TRIED = 4

/** Bytes that may begin a run, the likelier ones by their character alone; none where the first byte is known. */
function openers(run: Run, round: Surroundings): readonly number[] {
  if (run.bytes[0] !== null || run.before !== 0) return []
  const near = round.left.slice(-QUICK)
  return choices(run, run.bytes, 0)
    .flatMap((byte) => {
      const char = plainChar(byte, run.bytes[1] ?? 0)
      return char === MISFIT ? [] : [{ byte, score: likelihood(near + char) }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, OPENERS)
    .map((it) => it.byte)
}

/** The first byte again, now that the gap is closed: the two are chosen together. */
function refilled(
  run: Run,
  bytes: readonly number[],
  gaps: readonly string[],
  round: Surroundings,
  openers: readonly number[],
): readonly Candidate[] {
  if (openers.length === 0) return [candidate(run, bytes, round, gaps)]
  const [near, far] = [round.left.slice(-QUICK), plainText(bytes, 2, 10)]
  const firsts = openers
    .map((byte) => ({ byte, score: likelihood(near + plainChar(byte, bytes[1] ?? 0) + far) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, TRIED)
  const found = firsts.map(({ byte }) => candidate(run, [byte, ...bytes.slice(1)], round, gaps))
  return found.sort((a, b) => b.score - a.score).slice(0, 2)
}
