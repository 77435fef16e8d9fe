import { gbkChar, gbkPair, isLead } from '../../gbk/gbk.js'
import {
  cutAt,
  type Ending,
  endingOf,
  extended,
  type Lattice,
  newLattice,
  push,
  pushAll,
  resume,
  scoreOf,
  withEnding,
} from '../lattice.js'
import { likelihood } from '../likelihood.js'
import { charsRead, reads } from '../readings.js'
import { LONGEST_WORD, nodeBelow, wordStarts, wordTree } from '../word-tree.js'
import { candidate, GAP_COST, hex, SEEN, type Surroundings } from './candidate.js'
import { choices, unitsOf } from './fill.js'
import { standTogether } from './neighbours.js'
import {
  type Beside,
  beforeGap,
  behindGap,
  commonCode,
  pairsFor,
  isUndefinedPair,
  MISFIT_CODE,
  plainCode,
  plainCodes,
  plainText,
  undefinedLeads,
  undefinedTrails,
} from './pair-chars.js'
import type { Run } from './parse-run.js'
import { bestFew, DUST, matters, rank, type Ranking } from './ranking.js'

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

/** A run with given bytes, as every place of a gap in it is tried. */
interface Scene {
  readonly run: Run
  readonly start: readonly (number | null)[]
  readonly gaps: readonly string[]
  readonly round: Surroundings
  readonly left: readonly number[]
  /** The units of `start`. */
  readonly base: readonly number[]
  /** What stands behind the first unit of `start`, and the right of the run. */
  readonly ending: Ending
  /** `left` and `base`. */
  readonly before: Lattice
  /** How many pairs of neighbours stand elsewhere in the document. */
  readonly seen: number
}

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
  cutAt(whole, 0)
  pushAll(whole, units, 0, left.length + base.length)
  let seen = 0
  for (let i = Math.max(0, left.length - 1); i + 1 < units.length && i < left.length + base.length; i++)
    if (standTogether(round.seen, units[i] ?? 0, units[i + 1] ?? 0)) seen++
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

/** The units beside a gap, and what the others weigh: words hold four characters at most, so it is the same for all. */
interface Edges {
  readonly near: readonly number[]
  readonly far: Ending
  readonly outer: number
}

function edgesOf({ left, base, before, start, round }: Scene, at: number): Edges {
  const k = (at - 1) >> 1
  const near = [...left, ...base.slice(0, k)].slice(-NEAR)
  const after = plainText(start, at + 1) + round.right
  const far = after.slice(0, NEAR)
  const nearText = String.fromCharCode(...near)
  const prefix = before.best[left.length + k] ?? 0
  const outer = prefix + likelihood(after) - likelihood(nearText) - likelihood(far)
  return { near, far: endingOf(unitsOf(far)), outer }
}

/** Two characters for the one that stood over the gap: their inner bytes are a pair that GBK leaves undefined. */
function putAt(scene: Scene, at: number, least: number): readonly Put[] {
  const { run, start } = scene
  const { near, far, outer } = edgesOf(scene, at)
  const seconds = charsBehind(run, start, at)
  const secondsBy: number[][] = []
  const worth = new Float64Array(seconds.length)
  for (const [i, { byte, code }] of seconds.entries()) {
    worth[i] = worthBefore(code, far)
    const alike = secondsBy[byte]
    if (alike) alike.push(i)
    else secondsBy[byte] = [i]
  }
  const most = at <= NEXT_WORD ? WIDE : SHORTLIST
  const firsts = beforeGap(start[at - 1] ?? 0)
  const found: Hopeful[] = []
  cutAt(local, 0)
  pushAll(local, near)
  for (const [f, { byte: x, code }] of firsts.entries()) {
    cutAt(local, near.length)
    push(local, code)
    const alone = scoreOf(local) + outer
    for (const y of undefinedTrails(x)) {
      const alike = secondsBy[y]
      if (!alike) continue
      for (const s of alike) {
        const second = seconds[s]?.code ?? 0
        let bound = alone + (worth[s] ?? 0)
        if (mayGoOn(local, second)) {
          push(local, second)
          bound = withEnding(local, far) + outer
          cutAt(local, near.length + 1)
        }
        if (bound >= least - DUST) found.push({ bound, order: f * BYTES + s, first: f, second: s })
      }
    }
  }
  return exactly(found, most, least, (it) => {
    const first = firsts[it.first]
    const second = seconds[it.second]
    if (!first || !second) return null
    cutAt(local, near.length)
    push(local, first.code)
    push(local, second.code)
    pushAll(local, far.codes)
    return { at, dropped: [first.byte, second.byte], next: second.next, score: scoreOf(local) + outer }
  })
}

const BYTES = 256

/** What a put scores but for dust, and its place among its equals. */
interface Hopeful {
  readonly bound: number
  readonly order: number
  readonly first: number
  readonly second: number
}

/** The best of many, best first: only those that may be among them are scored to the last bit. */
function exactly(
  found: readonly Hopeful[],
  most: number,
  least: number,
  putOf: (it: Hopeful) => Put | null,
): readonly Put[] {
  const bounds = Float64Array.from(found, (it) => it.bound).sort()
  const floor = Math.max(least, bounds[bounds.length - most] ?? -Infinity) - DUST
  return found
    .flatMap((it) => {
      const put = it.bound < floor ? null : putOf(it)
      return put && put.score > least ? [{ put, order: it.order }] : []
    })
    .sort((a, b) => b.put.score - a.put.score || a.order - b.order)
    .slice(0, most)
    .map(({ put }) => put)
}

/** Whether a word that is open may go on with a character. */
function mayGoOn({ size, open, node }: Lattice, code: number): boolean {
  const tree = wordTree()
  const at = size * LONGEST_WORD
  for (let i = 0; i < (open[size] ?? 0); i++) if (nodeBelow(tree, node[at + i] ?? 0, code) !== 0) return true
  return false
}

/** What a character and an ending are worth together. */
function worthBefore(code: number, { codes, worth }: Ending): number {
  const tree = wordTree()
  let score = (tree.lone[code] ?? 0) + (worth[0] ?? 0)
  let node = tree.first[code] ?? 0
  for (let i = 0; node !== 0 && i < codes.length; i++) {
    node = nodeBelow(tree, node, codes[i] ?? 0)
    const word = (tree.weight[node] ?? NaN) + (worth[i + 1] ?? 0)
    if (word > score) score = word
  }
  return score
}

const ENDS = 6

/** Three characters for the two that stood over the gap. The outer ones are chosen first, by what stands beside them. */
function putTwoAt(scene: Scene, at: number, least: number): readonly Put[] {
  const { run, start } = scene
  const { near, far, outer } = edgesOf(scene, at)
  const tree = wordTree()
  cutAt(local, 0)
  pushAll(local, near)
  const scored = (it: Beside): { readonly it: Beside; readonly score: number } => {
    cutAt(local, near.length)
    push(local, it.code)
    return { it, score: scoreOf(local) }
  }
  const firsts = beforeGap(start[at - 1] ?? 0)
    .map(scored)
    .sort((a, b) => b.score - a.score)
    .slice(0, ENDS)
  const farText = String.fromCharCode(...unitsIn(far))
  const lasts = bestFew(
    charsBehind(run, start, at).filter(({ byte }) => undefinedLeads(byte).length > 0),
    ENDS,
    ({ code }) => worthBefore(code, far),
    (it) => ({ it, score: likelihood(String.fromCharCode(it.code) + farText) }),
    ({ score }) => score,
  )
  const words = wordStarts()
  const found: (Hopeful & { readonly pair: number })[] = []
  const worth = lasts.map(({ it }) => worthBefore(it.code, far))
  /** Ends by the second byte of the middle character. */
  const tryMiddle = (f: number, pair: number, middle: number, e: number): void => {
    const last = lasts[e]?.it
    if (!last || !isLead(pair & 0xff) || !isUndefinedPair(pair & 0xff, last.byte)) return
    push(local, middle)
    let bound = scoreOf(local) + (worth[e] ?? 0) + outer
    if (mayGoOn(local, last.code)) {
      push(local, last.code)
      bound = withEnding(local, far) + outer
    }
    cutAt(local, near.length + 1)
    if (bound >= least - DUST)
      found.push({ bound, order: (f * 0x10000 + pair) * BYTES + e, first: f, second: e, pair })
  }
  // The middle one is a word's with either neighbour, or the search would try all there are.
  for (const [f, { it: first }] of firsts.entries()) {
    cutAt(local, near.length)
    push(local, first.code)
    for (const middle of words.after.get(first.code) ?? [])
      for (const pair of pairsFor(middle))
        if (isUndefinedPair(first.byte, pair >> 8))
          for (let e = 0; e < lasts.length; e++) tryMiddle(f, pair, middle, e)
    const node = tree.first[first.code] ?? 0
    for (const [e, { it: last }] of lasts.entries())
      for (const middle of words.before.get(last.code) ?? [])
        for (const pair of pairsFor(middle))
          if (isUndefinedPair(first.byte, pair >> 8) && nodeBelow(tree, node, middle) === 0)
            tryMiddle(f, pair, middle, e)
  }
  return exactly(found, SHORTLIST, least, (it) => {
    const first = firsts[it.first]?.it
    const last = lasts[it.second]?.it
    const { pair } = it as Hopeful & { readonly pair: number }
    if (!first || !last) return null
    cutAt(local, near.length)
    push(local, first.code)
    push(local, plainCode(pair >> 8, pair & 0xff))
    push(local, last.code)
    pushAll(local, far.codes)
    const dropped = [first.byte, pair >> 8, pair & 0xff, last.byte]
    return { at, dropped, next: last.next, score: scoreOf(local) + outer }
  })
}

function unitsIn({ codes }: Ending): number[] {
  return Array.from(codes)
}

/** The character behind the gap: its second byte is known, or an inserted reading tells what it can be. */
function charsBehind(run: Run, start: readonly (number | null)[], at: number): readonly Beside[] {
  const hint = run.hints.find((it) => it.at === at - 1)
  const n = start[at]
  if (n !== null && n !== undefined) {
    const all = behindGap(n)
    return hint ? all.filter(({ byte }) => reads(gbkChar(byte, n), hint.reading)) : all
  }
  return [...charsRead(hint?.reading ?? '')].flatMap((it) => {
    const pair = gbkPair(it)
    const code = pair === undefined ? 0 : commonCode(pair >> 8, pair & 0xff)
    return pair === undefined || code === 0 ? [] : [{ byte: pair >> 8, next: pair & 0xff, code }]
  })
}

const QUICK = 3
const OPENERS = 48
const TRIED = 4

/** Bytes that may begin a run, the likelier ones by their character alone; none where the first byte is known. */
function openers(run: Run, round: Surroundings): readonly number[] {
  if (run.bytes[0] !== null || run.before !== 0) return []
  const near = unitsOf(round.left.slice(-QUICK))
  cutAt(local, 0)
  pushAll(local, near)
  return choices(run, run.before, 0)
    .flatMap((byte) => {
      const code = plainCode(byte, run.bytes[1] ?? 0)
      if (code === MISFIT_CODE) return []
      cutAt(local, near.length)
      push(local, code)
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
    const bounds = nearHeadsFor(second).words.map((words) => joinedTo(words, ending))
    const least = (bounds.toSorted((a, b) => b - a)[TRIED - 1] ?? -Infinity) - DUST
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

  /** What a closed run scores at most: its words and neighbours, without what marks and readings take from it. */
  const boundOf = (put: Put, bytes: readonly number[]): number => {
    const k = (put.at - 1) >> 1
    resume(scratch, before, left.length + k)
    let last = (k > 0 ? base[k - 1] : left.at(-1)) ?? 0
    let together = seen
    for (const code of plainCodes(bytes, put.at - 1, put.at + put.dropped.length + 1)) {
      push(scratch, code)
      if (standTogether(round.seen, last, code)) together++
      last = code
    }
    if (standTogether(round.seen, last, ending.codes[k] ?? 0)) together++
    return withEnding(scratch, ending, k) + together * SEEN
  }

  /** The same with the best of all first bytes. */
  const openedBoundOf = (put: Put, bytes: readonly number[]): number => {
    const k = (put.at - 1) >> 1
    const units = plainCodes(bytes, 2, put.at + put.dropped.length + 1)
    let together = seen + 2
    for (let i = Math.max(0, k - 2); i < units.length; i++)
      if (standTogether(round.seen, units[i] ?? 0, units[i + 1] ?? ending.codes[k] ?? 0)) together++
    const tail = extended(units, ending, k)
    let score = -Infinity
    for (const words of leftHeadsFor(bytes[1] ?? 0).words) score = Math.max(score, joinedTo(words, tail))
    return score + together * SEEN
  }

  return (put, again, ranking) => {
    const rest = [put.next, ...start.slice(put.at + 1).map((byte) => byte ?? 0)]
    const bytes = [...start.slice(0, put.at).map((byte) => byte ?? 0), ...put.dropped, ...rest]
    const cost = (gaps.length + (put.dropped.length >> 1)) * GAP_COST
    if (!again || openers.length === 0) {
      if (!matters(ranking, boundOf(put, bytes) - cost)) return
      rank(ranking, candidate(closed(run, put, bytes), bytes, round, [...gaps, ...pairsOf(put.dropped)]))
      return
    }
    if (!matters(ranking, openedBoundOf(put, bytes) - cost)) return
    const firsts = firstsFor(bytes)
    const told = [...gaps, ...pairsOf(put.dropped)]
    const own = closed(run, put, bytes)
    const found = firsts.map((byte) => candidate(own, [byte, ...bytes.slice(1)], round, told))
    for (const it of found.sort((a, b) => b.score - a.score).slice(0, 2)) rank(ranking, it)
  }
}

/** The words that may go on behind each opener, with what stands before them; node 0 is that of none. */
interface Heads {
  readonly words: readonly (readonly (readonly [before: number, node: number])[])[]
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
  cutAt(local, 0)
  pushAll(local, near)
  const words = openers.map((byte) => {
    cutAt(local, near.length)
    push(local, plainCode(byte, second))
    const at = local.size * LONGEST_WORD
    const open = Array.from(
      { length: local.open[local.size] ?? 0 },
      (_, i) => [local.best[local.from[at + i] ?? 0] ?? 0, local.node[at + i] ?? 0] as const,
    )
    return [[scoreOf(local), 0] as const, ...open]
  })
  return { words }
}

function joinedTo(words: readonly (readonly [before: number, node: number])[], { codes, worth }: Ending): number {
  const tree = wordTree()
  let score = -Infinity
  for (const [before, node] of words) {
    if (node === 0) score = before + (worth[0] ?? 0)
    let below = node
    for (let i = 0; below !== 0 && i < codes.length; i++) {
      below = nodeBelow(tree, below, codes[i] ?? 0)
      const word = before + (tree.weight[below] ?? NaN) + (worth[i + 1] ?? 0)
      if (word > score) score = word
    }
  }
  return score
}
