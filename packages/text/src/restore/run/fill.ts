import { gbkChar } from '../../gbk/gbk.js'
import { reads } from '../readings.js'
import { allBytes, candidate, type Candidate, type Surroundings } from './candidate.js'
import type { Run } from './parse-run.js'

const MOST_PAIRS = 800
const TRIED = 20

/** Fillings of the unknown bytes, best first. At most two are unknown: the first and the last. */
export function fillings(run: Run, round: Surroundings): readonly Candidate[] {
  const unknown = run.bytes.flatMap((byte, i) => (byte === null ? [i] : []))
  const [first, last] = unknown
  if (first === undefined) return ranked([run.bytes.map((byte) => byte ?? 0)], run, round)
  const firsts = choices(run, run.bytes, first)
  if (last === undefined)
    return ranked(
      firsts.map((byte) => filled(run.bytes, first, byte)),
      run,
      round,
    )
  const pairs = firsts.flatMap((byte) => {
    const bytes = filled(run.bytes, first, byte)
    return choices(run, bytes, last).map((end) => filled(bytes, last, end))
  })
  if (pairs.length <= MOST_PAIRS) return ranked(pairs, run, round)
  // Both are free: the likeliest of each, with the other held, are tried together.
  const guess = filled(run.bytes, first, 0xa1)
  const ends = ranked(
    allBytes.map((byte) => filled(guess, last, byte)),
    run,
    round,
  )
  const best = ends[0]
  if (!best) return []
  const starts = ranked(
    firsts.map((byte) => filled(best.bytes, first, byte)),
    run,
    round,
  )
  const both = starts
    .slice(0, TRIED)
    .flatMap(({ bytes }) => ends.slice(0, TRIED).map((end) => filled(bytes, last, end.bytes[last] ?? 0)))
  return ranked(both, run, round)
}

function filled(bytes: readonly (number | null)[], at: number, byte: number): number[] {
  const whole: number[] = []
  for (const it of bytes) whole.push(it ?? NaN)
  whole[at] = byte
  return whole
}

function ranked(all: readonly (readonly number[])[], run: Run, round: Surroundings): readonly Candidate[] {
  const found = all.map((bytes) => candidate(run, bytes, round, []))
  return found.sort((a, b) => b.score - a.score).slice(0, 40)
}

/** Bytes that fit at `index`: by the reading matched across it, or any. */
export function choices(run: Run, bytes: readonly (number | null)[], index: number): readonly number[] {
  const hint = run.hints.find((it) => it.at === index - 1)
  const lead = index === 0 ? run.before : bytes[index - 1]
  if (!hint || !lead) return allBytes
  return allBytes.filter((byte) => reads(gbkChar(lead, byte), hint.reading))
}
