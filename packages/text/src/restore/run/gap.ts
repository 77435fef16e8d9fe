import {
  type Ending,
  endingOf,
  extended,
  newLattice,
  pushAll,
  resume,
  scoreOf,
  withEnding,
} from '../lattice.js'
import { likelihood } from '../likelihood.js'
import { LONGEST_WORD, nodeBelow, wordTree } from '../word-tree.js'
import { candidate, GAP_COST, hex, SEEN, type Surroundings } from './candidate.js'
import { choices, unitsOf } from './fill.js'
import { hasPair } from '../pair-set.js'
import { MISFIT_CODE, plainCode, plainCodes, plainText } from './pair-chars.js'
import type { Run } from './parse-run.js'
import { NEXT_WORD, type Put, type Scene, SHORTLIST, WIDE } from './put.js'
import { putAt } from './put-one.js'
import { putTwoAt } from './put-two.js'
import { DUST, type Ranking } from './ranking.js'

/** For how many puts the first byte is chosen again; a gap near it may belong to the same word. */
const REFILLED = 4

/** Ranks fillings with one more undefined pair put back that the page dropped, starting from given bytes. */
export function rankGapFillings(
  run: Run,
  start: readonly (number | null)[],
  gaps: readonly string[],
  round: Surroundings,
  ranking: Ranking,
): void {
  rankPut(sceneOf(run, start, gaps, round), run.gaps, putAt, ranking)
}

/** The same with two undefined pairs side by side. Dear: for short runs that nothing else explains. */
export function rankDoubleGapFillings(
  run: Run,
  start: readonly (number | null)[],
  places: readonly number[],
  round: Surroundings,
  ranking: Ranking,
): void {
  rankPut(sceneOf(run, start, [], round), places, putTwoAt, ranking)
}

const whole = newLattice()
const local = newLattice()
const scratch = newLattice()

function sceneOf(
  run: Run,
  start: readonly (number | null)[],
  gaps: readonly string[],
  round: Surroundings,
): Scene {
  const left = unitsOf(round.left)
  const base = plainCodes(start)
  const units = [...left, ...base, ...unitsOf(round.right)]
  whole.cutAt(0)
  pushAll(whole, units, 0, left.length + base.length)
  let seen = 0
  for (let i = Math.max(0, left.length - 1); i + 1 < units.length && i < left.length + base.length; i++)
    if (hasPair(round.seen, units[i] ?? 0, units[i + 1] ?? 0)) seen++
  const ending = endingOf(units.slice(left.length + 1))
  return { run, start, gaps, round, left, base, ending, before: whole, seen }
}

function rankPut(scene: Scene, places: readonly number[], search: typeof putAt, ranking: Ranking): void {
  const { run, round } = scene
  let put: readonly Put[] = []
  for (const at of places) {
    if (at % 2 === 0) continue
    // What WIDE others outdo, wherever they stand, is never tried.
    const floor = put[WIDE - 1]?.score ?? -Infinity
    put = [...put, ...search(scene, at, floor)].sort((a, b) => b.score - a.score)
  }
  // Those next to the first byte beyond the shortlist are only there to be tried with other first bytes.
  const tried = put.filter((it, at) => at < SHORTLIST || (it.at <= NEXT_WORD && at < WIDE))
  const first = openers(run, round)
  const refill = refiller(scene, first)
  for (const [at, it] of tried.entries()) refill(it, at < REFILLED || it.at <= NEXT_WORD, ranking)
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

const QUICK = 3
const OPENERS = 48
const TRIED = 4

/** Bytes that may begin a run, the likelier ones by their character alone; none where the first byte is known. */
function openers(run: Run, round: Surroundings): readonly number[] {
  if (run.bytes[0] !== null || run.before !== 0) return []
  const near = unitsOf(round.left.slice(-QUICK))
  local.cutAt(0)
  pushAll(local, near)
  return choices(run, run.before, 0)
    .flatMap((byte) => {
      const code = plainCode(byte, run.bytes[1] ?? 0)
      if (code === MISFIT_CODE) return []
      local.cutAt(near.length)
      local.push(code)
      return [{ byte, score: scoreOf(local) }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, OPENERS)
    .map((it) => it.byte)
}

/** Ranks a run with a gap closed; where `again`, with the first byte chosen again: the two are chosen together. */
function refiller(
  scene: Scene,
  openers: readonly number[],
): (put: Put, again: boolean, ranking: Ranking) => void {
  const { run, start, gaps, round, left, base, ending, before, seen } = scene
  const near = round.left.slice(-QUICK)
  const nearUnits = unitsOf(near)
  const firstsBy = new Map<string, readonly number[]>()
  const nearHeadsFor = headsBy(openers, nearUnits)
  const leftHeadsFor = headsBy(openers, left)

  /** The likeliest first bytes, by the characters beside them. */
  const firstsFor = (bytes: readonly number[]): readonly number[] => {
    const far = plainText(bytes, 2, 10)
    const second = bytes[1] ?? 0
    const key = `${second}${far}`
    const known = firstsBy.get(key)
    if (known) return known
    const ending = endingOf(unitsOf(far))
    const { bounds } = joinedTo(nearHeadsFor(second), ending)
    const least = (bounds.toSorted()[bounds.length - TRIED] ?? -Infinity) - DUST
    const found = openers
      .flatMap((byte, i) => {
        if ((bounds[i] ?? 0) < least) return []
        const score = likelihood(near + String.fromCharCode(plainCode(byte, second)) + far)
        return [{ byte, score }]
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, TRIED)
      .map(({ byte }) => byte)
    firstsBy.set(key, found)
    return found
  }

  /** The units over the gap. */
  const unitsAt = ({ at, dropped, next }: Put): number[] => plainCodes([start[at - 1] ?? 0, ...dropped, next])

  /** What a closed run scores at most: its words and neighbours, without what marks and readings take from it. */
  const boundOf = (put: Put): number => {
    const k = (put.at - 1) >> 1
    resume(scratch, before, left.length + k)
    let last = (k > 0 ? base[k - 1] : left.at(-1)) ?? 0
    let together = seen
    for (const code of unitsAt(put)) {
      scratch.push(code)
      if (hasPair(round.seen, last, code)) together++
      last = code
    }
    if (hasPair(round.seen, last, ending.codes[k] ?? 0)) together++
    return withEnding(scratch, ending, k) + together * SEEN
  }

  /** The same with the best of all first bytes. */
  const openedBoundOf = (put: Put): number => {
    const k = (put.at - 1) >> 1
    const units = k === 0 ? unitsAt(put).slice(1) : [...base.slice(1, k), ...unitsAt(put)]
    let together = seen + 2
    for (let i = Math.max(0, k - 2); i < units.length; i++)
      if (hasPair(round.seen, units[i] ?? 0, units[i + 1] ?? ending.codes[k] ?? 0)) together++
    const tail = extended(units, ending, k)
    const second = (k === 0 ? put.dropped[0] : start[1]) ?? 0
    return joinedTo(leftHeadsFor(second), tail).best + together * SEEN
  }

  const bytesWith = ({ at, dropped, next }: Put): number[] => [
    ...start.slice(0, at).map((byte) => byte ?? 0),
    ...dropped,
    next,
    ...start.slice(at + 1).map((byte) => byte ?? 0),
  ]

  return (put, again, ranking) => {
    const cost = (gaps.length + (put.dropped.length >> 1)) * GAP_COST
    if (!again || openers.length === 0) {
      if (!ranking.matters(boundOf(put) - cost)) return
      const bytes = bytesWith(put)
      ranking.rank(candidate(closed(run, put, bytes), bytes, round, [...gaps, ...pairsOf(put.dropped)]))
      return
    }
    if (!ranking.matters(openedBoundOf(put) - cost)) return
    const bytes = bytesWith(put)
    const firsts = firstsFor(bytes)
    const told = [...gaps, ...pairsOf(put.dropped)]
    const own = closed(run, put, bytes)
    const found = firsts.map((byte) => candidate(own, [byte, ...bytes.slice(1)], round, told))
    for (const it of found.sort((a, b) => b.score - a.score).slice(0, 2)) ranking.rank(it)
  }
}

/** What stands before each opener and the words that may go on behind it; node 0 is that of none. */
interface Heads {
  /** By opener: where its words begin. */
  readonly from: Int32Array
  readonly before: Float64Array
  readonly node: Int32Array
}

function headsBy(openers: readonly number[], near: readonly number[]): (second: number) => Heads {
  const known = new Map<number, Heads>()
  return (second) => {
    let heads = known.get(second)
    if (!heads) known.set(second, (heads = headsOf(openers, second, near)))
    return heads
  }
}

function headsOf(openers: readonly number[], second: number, near: readonly number[]): Heads {
  const { open, best, from: starts, node: nodes } = local
  local.cutAt(0)
  pushAll(local, near)
  const from = new Int32Array(openers.length + 1)
  const before: number[] = []
  const node: number[] = []
  for (const [i, byte] of openers.entries()) {
    from[i] = node.length
    local.cutAt(near.length)
    local.push(plainCode(byte, second))
    before.push(scoreOf(local))
    node.push(0)
    const at = local.size() * LONGEST_WORD
    for (let w = at; w < at + (open[local.size()] ?? 0); w++) {
      before.push(best[starts[w] ?? 0] ?? 0)
      node.push(nodes[w] ?? 0)
    }
  }
  from[openers.length] = node.length
  return { from, before: Float64Array.from(before), node: Int32Array.from(node) }
}

/** What each opener and an ending are worth together, and the best of them. */
function joinedTo(
  { from, before, node }: Heads,
  { codes, worth }: Ending,
): { readonly bounds: Float64Array; readonly best: number } {
  const tree = wordTree()
  const bounds = new Float64Array(from.length - 1)
  let best = -Infinity
  for (let at = 0; at < bounds.length; at++) {
    let score = -Infinity
    for (let w = from[at] ?? 0; w < (from[at + 1] ?? 0); w++) {
      const held = before[w] ?? 0
      let below = node[w] ?? 0
      if (below === 0) score = held + (worth[0] ?? 0)
      for (let i = 0; below !== 0 && i < codes.length; i++) {
        below = nodeBelow(tree, below, codes[i] ?? 0)
        const word = held + (tree.weight[below] ?? NaN) + (worth[i + 1] ?? 0)
        if (word > score) score = word
      }
    }
    bounds[at] = score
    if (score > best) best = score
  }
  return { bounds, best }
}
