import { endingOf, newLattice, pushAll, withEnding } from '../lattice.js'
import { candidate, type Candidate, SEEN, type Surroundings } from './candidate.js'
import { hasPair } from '../pair-set.js'
import { allBytes, plainCode, plainCodes, trailsRead } from './pair-chars.js'
import type { Run } from './parse-run.js'
import { bestFew, bestTexts } from './ranking.js'

const MOST_PAIRS = 800
const TRIED = 20
const MOST_RANKED = 40

/** Fillings of the unknown bytes, best first. At most two are unknown: the first and the last. */
export function fillings(run: Run, round: Surroundings): readonly Candidate[] {
  const unknown = run.bytes.flatMap((byte, i) => (byte === null ? [i] : []))
  const [first, last] = unknown
  if (first === undefined)
    return [
      candidate(
        run,
        run.bytes.map((byte) => byte ?? 0),
        round,
        [],
      ),
    ]
  const firsts = choices(run, first === 0 ? run.before : run.bytes[first - 1], first)
  if (last === undefined)
    return ranked(
      firsts.map((byte) => filled(run.bytes, first, byte)),
      [first, first],
      run,
      round,
    )
  const lasts = firsts.map((byte) => choices(run, last === first + 1 ? byte : run.bytes[last - 1], last))
  if (lasts.reduce((sum, it) => sum + it.length, 0) <= MOST_PAIRS)
    return ranked(
      firsts.flatMap((byte, i) => {
        const bytes = filled(run.bytes, first, byte)
        return (lasts[i] ?? []).map((end) => filled(bytes, last, end))
      }),
      [first, last],
      run,
      round,
    )
  // Both are free: the likeliest of each, with the other held, are tried together.
  const guess = filled(run.bytes, first, 0xa1)
  const ends = ranked(
    allBytes.map((byte) => filled(guess, last, byte)),
    [last, last],
    run,
    round,
    TRIED,
  )
  const best = ends[0]
  if (!best) return []
  const starts = ranked(
    firsts.map((byte) => filled(best.bytes, first, byte)),
    [first, first],
    run,
    round,
    TRIED,
  )
  const both = starts.flatMap(({ bytes }) => ends.map((end) => filled(bytes, last, end.bytes[last] ?? 0)))
  return ranked(both, [first, last], run, round)
}

function filled(bytes: readonly (number | null)[], at: number, byte: number): number[] {
  const whole: number[] = []
  for (const it of bytes) whole.push(it ?? NaN)
  whole[at] = byte
  return whole
}

/** The best of some fillings, best first. They differ in a character or two, so the others are weighed but once. */
function ranked(
  all: readonly (readonly number[])[],
  varied: Varied,
  run: Run,
  round: Surroundings,
  most = MOST_RANKED,
): readonly Candidate[] {
  const bound = boundOf(all, varied, round)
  // Only where a reading tells the first byte are its other fillings asked for.
  if (run.before === 0 && most === MOST_RANKED)
    return bestTexts(all, bound, (bytes) => candidate(run, bytes, round, []))
  return bestFew(
    all,
    most,
    bound,
    (bytes) => candidate(run, bytes, round, []),
    (it) => it.score,
  )
}

const lattice = newLattice()

/** The first and the last byte in which fillings differ. */
type Varied = readonly [first: number, last: number]

/** How likely a filling is at most: its words and neighbours, without what marks and readings take from it. */
function boundOf(
  all: readonly (readonly number[])[],
  [first, last]: Varied,
  round: Surroundings,
): (bytes: readonly number[]) => number {
  const [sample] = all
  if (!sample) return () => Infinity
  const [from, to] = [first >> 1, last >> 1]
  const base = plainCodes(sample)
  const left = unitsOf(round.left)
  const units = [...left, ...base, ...unitsOf(round.right)]
  lattice.cutAt(0)
  pushAll(lattice, units, 0, left.length + from)
  const ending = endingOf(units.slice(left.length + to + 1))
  let seen = 0
  for (let i = Math.max(0, left.length - 1); i + 1 < units.length && i < left.length + base.length; i++)
    if (hasPair(round.seen, units[i] ?? 0, units[i + 1] ?? 0)) seen++
  // PairSet in a list mostly begin alike, so what the lattice holds of the last one is kept.
  const start = left.length + from
  const held: number[] = []
  const more: number[] = [0]
  return (bytes) => {
    let alike = true
    for (let i = from; i <= to && i < base.length; i++) {
      const code = plainCode(bytes[i * 2] ?? 0, bytes[i * 2 + 1] ?? 0)
      const place = i - from
      if (alike && held[place] === code && place < held.length) continue
      if (alike) {
        alike = false
        held.length = place
        more.length = place + 1
        lattice.cutAt(start + place)
      }
      const before = place > 0 ? (held[place - 1] ?? 0) : (units[start - 1] ?? 0)
      lattice.push(code)
      held.push(code)
      more.push((more[place] ?? 0) + (hasPair(round.seen, before, code) ? 1 : 0))
    }
    const behind = hasPair(round.seen, held.at(-1) ?? 0, ending.codes[0] ?? 0) ? 1 : 0
    return withEnding(lattice, ending) + (seen + (more.at(-1) ?? 0) + behind) * SEEN
  }
}

/** Bytes that fit at `index` behind the byte `lead`: by the reading matched across them, or any. */
export function choices(run: Run, lead: number | null | undefined, index: number): readonly number[] {
  const hint = run.hints.find((it) => it.at === index - 1)
  return hint && lead ? trailsRead(lead, hint.reading) : allBytes
}

export function unitsOf(text: string): number[] {
  const units: number[] = []
  for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i))
  return units
}
