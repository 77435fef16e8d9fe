import type { Certainty } from '@gangmu/core'
import { likelihood } from '../likelihood.js'
import { insertedReading } from '../readings.js'
import { type Candidate, decode, hex, plain, type Surroundings, weigh } from './candidate.js'
import { choices, fillings } from './fill.js'
import { rankDoubleGapFillings, rankGapFillings } from './gap.js'
import { MISFIT } from './pair-chars.js'
import { nextQuote, noQuotes } from './marks.js'
import type { PairSet } from '../pair-set.js'
import { type Run, SWALLOWED } from './parse-run.js'
import { newRanking } from './ranking.js'

export interface Reading {
  readonly start: number
  readonly end: number
  /** How much likelier than the text as it stands. */
  readonly gain: number
  readonly text: string
  readonly bytes: readonly number[]
  readonly certainty: Certainty
  /** False where even the best reading is no Chinese one would write. */
  readonly plausible: boolean
  /** The lost lead byte, in hexadecimal, or empty. */
  readonly lost: string
  /** The dropped pairs, in hexadecimal. */
  readonly gaps: readonly string[]
}

const CONTEXT = 6
const REACH = 60
/** One pair in eight is undefined, so a long run may have lost several. */
const MOST_GAPS = 3
/** Gain in likelihood over the text as it stands, per character, below which it is taken for clean. */
const GAIN = 2
const inserted = new RegExp(insertedReading, 'g')

/** What stood there, by the bytes, the inserted readings and the words around; null where nothing is damaged. */
export function bestReading(
  text: string,
  runs: readonly Run[],
  seen: PairSet,
  open: boolean | null,
): Reading | null {
  const readings = runs.flatMap((run) => readingOf(text, run, seen, open) ?? [])
  return readings.sort((a, b) => b.gain - a.gain)[0] ?? null
}

function readingOf(text: string, run: Run, seen: PairSet, open: boolean | null): Reading | null {
  const round: Surroundings = {
    left: plain(text.slice(Math.max(0, run.start - REACH), run.start).replace(inserted, '')).slice(-CONTEXT),
    right: plain(`${text.slice(run.end, run.end + REACH)}\n`.replace(inserted, '')).slice(0, CONTEXT),
    seen,
    quotes: { open, next: nextQuote(text, run.end) },
  }
  const candidates = fillings(run, round)
  const ranking = newRanking()
  for (const it of candidates) ranking.rank(it)
  for (const bytes of starts(run, candidates)) rankGapFillings(run, bytes, [], round, ranking)
  for (let gaps = ranking.top()?.gaps.length ?? 0; gaps > 0 && gaps < MOST_GAPS; gaps++) {
    const last = ranking.top()
    if (!last) break
    rankGapFillings(last.run, last.bytes, last.gaps, round, ranking)
    if (ranking.top() === last) break
  }
  const best = ranking.top()
  const places = best ? doubtfulPlaces(best, run, round) : []
  if (best && places.length > 0) {
    const from = best.gaps.length === 0 ? best.bytes : (candidates[0]?.bytes ?? run.bytes)
    rankDoubleGapFillings(run, from, places, round, ranking)
  }
  const top = ranking.top()
  if (!top) return null
  // Whether anything is damaged is asked without the quotes: their partners may be damaged too.
  const alone: Surroundings = { ...round, quotes: noQuotes }
  const damaged = weigh(text.slice(run.start, run.end).replace(inserted, ''), alone)
  const gain = top.score + weigh(decode(top.bytes), alone) - weigh(decode(top.bytes), round) - damaged
  const straddled = run.hints.some((hint) => hint.at < 0)
  if (!straddled && gain < GAIN * Math.max(2, run.bytes.length / 2)) return null
  const lead = top.score - ranking.second()
  const sure = straddled && top.gaps.length === 0 && run.bytes.length <= 4
  const plausible = !top.text.includes(MISFIT) && (each(top, round) > -14 || sure)
  const guessed = lead < 0.7 || !plausible || run.tail === SWALLOWED
  return {
    start: run.start,
    end: run.end,
    gain,
    text: decode(top.bytes) + run.tail,
    bytes: top.bytes,
    certainty: guessed ? 'low' : top.gaps.length > 0 || lead < 3 ? 'medium' : 'high',
    plausible,
    lost: run.bytes[0] === null ? hex(top.bytes[0] ?? 0) : '',
    gaps: top.gaps,
  }
}

const FEW_PLACES = 4
/** A character of a reading that somebody would write is likelier than this. */
const WEAK = -3.5

/** Where a second pair side by side with another is worth the search: where one was put back, or in a weak reading. */
function doubtfulPlaces(top: Candidate, run: Run, round: Surroundings): readonly number[] {
  if (run.gaps.length > FEW_PLACES) return []
  if (top.gaps.length === 0) return each(top, round) < WEAK ? run.gaps : []
  return run.gaps.filter((at, i) => top.run.gaps[i] !== at).slice(0, 1)
}

/** The likelihood of a candidate by character, without what stands round it. */
function each(it: Candidate, round: Surroundings): number {
  return (it.score - likelihood(round.left) - likelihood(round.right)) / Math.max(1, it.text.length)
}

/** Bytes to put a gap into: the best filling of each likely first byte, or the bytes with what the readings allow. */
function starts(run: Run, candidates: readonly Candidate[]): readonly (readonly (number | null)[])[] {
  const firsts =
    run.before === 0 ? [candidates[0]?.bytes[0] ?? 0xa1] : choices(run, run.before, 0).slice(0, 3)
  return firsts.map(
    (byte) =>
      candidates.find((it) => it.bytes[0] === byte)?.bytes ?? run.bytes.map((it, i) => (i === 0 ? byte : it)),
  )
}
