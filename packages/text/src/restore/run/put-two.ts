import { isLead } from '../../gbk/gbk.js'
import { across, newLattice, pushAll, scoreOf, worthBefore } from '../lattice.js'
import { likelihood } from '../likelihood.js'
import { nodeBelow, wordStarts, wordTree } from '../word-tree.js'
import { newHopefuls } from './hopefuls.js'
import { type Beside, beforeGap, isUndefinedPair, pairsFor, plainCode, undefinedLeads } from './pair-chars.js'
import { charsBehind, edgesOf, type Put, type Scene, SHORTLIST } from './put.js'
import { bestFew } from './ranking.js'

const lattice = newLattice()
const ENDS = 6
const PAIRS = 0x10000

/** Three characters for the two that stood over the gap. The outer ones are chosen first, by what stands beside them. */
export function putTwoAt(scene: Scene, at: number, least: number): readonly Put[] {
  const { run, start } = scene
  const { near, far, outer } = edgesOf(scene, at)
  const tree = wordTree()
  lattice.cutAt(0)
  pushAll(lattice, near)
  const scored = (it: Beside): { readonly it: Beside; readonly score: number } => {
    lattice.cutAt(near.length)
    lattice.push(it.code)
    return { it, score: scoreOf(lattice) }
  }
  const firsts = beforeGap(start[at - 1] ?? 0)
    .map(scored)
    .sort((a, b) => b.score - a.score)
    .slice(0, ENDS)
  const farText = String.fromCharCode(...Array.from(far.codes))
  const lasts = bestFew(
    charsBehind(run, start, at).filter(({ byte }) => undefinedLeads(byte).length > 0),
    ENDS,
    ({ code }) => worthBefore(code, far),
    (it) => ({ it, score: likelihood(String.fromCharCode(it.code) + farText) }),
    ({ score }) => score,
  )
  const words = wordStarts()
  const hopefuls = newHopefuls(SHORTLIST, least)
  const worth = lasts.map(({ it }) => worthBefore(it.code, far))
  const tryMiddle = (f: number, pair: number, middle: number, e: number): void => {
    const last = lasts[e]?.it
    if (!last || !isLead(pair & 0xff) || !isUndefinedPair(pair & 0xff, last.byte)) return
    lattice.push(middle)
    const alone = scoreOf(lattice) + (worth[e] ?? 0)
    const bound = Math.max(alone, across(lattice, last.code, far)) + outer
    lattice.cutAt(near.length + 1)
    if (bound >= hopefuls.floor()) hopefuls.hope(bound, (f * PAIRS + pair) * ENDS + e)
  }
  /** Middle characters that begin a word with a last one: character, pair and number of the last, in turn. */
  const beforeLast: number[] = []
  for (const [e, { it: last }] of lasts.entries())
    for (const middle of words.before.get(last.code) ?? [])
      for (const pair of pairsFor(middle))
        if (isLead(pair & 0xff) && isUndefinedPair(pair & 0xff, last.byte)) beforeLast.push(middle, pair, e)
  // The middle one is a word's with either neighbour, or the search would try all there are.
  for (const [f, { it: first }] of firsts.entries()) {
    lattice.cutAt(near.length)
    lattice.push(first.code)
    for (const middle of words.after.get(first.code) ?? [])
      for (const pair of pairsFor(middle))
        if (isUndefinedPair(first.byte, pair >> 8))
          for (let e = 0; e < lasts.length; e++) tryMiddle(f, pair, middle, e)
    const node = tree.first[first.code] ?? 0
    for (let i = 0; i < beforeLast.length; i += 3) {
      const [middle = 0, pair = 0, e = 0] = [beforeLast[i], beforeLast[i + 1], beforeLast[i + 2]]
      if (isUndefinedPair(first.byte, pair >> 8) && nodeBelow(tree, node, middle) === 0)
        tryMiddle(f, pair, middle, e)
    }
  }
  return hopefuls.exactly((order) => {
    const last = lasts[order % ENDS]?.it
    const pair = Math.floor(order / ENDS) % PAIRS
    const first = firsts[Math.floor(order / ENDS / PAIRS)]?.it
    if (!first || !last) return null
    lattice.cutAt(near.length)
    lattice.push(first.code)
    lattice.push(plainCode(pair >> 8, pair & 0xff))
    lattice.push(last.code)
    pushAll(lattice, far.codes)
    const dropped = [first.byte, pair >> 8, pair & 0xff, last.byte]
    return { at, dropped, next: last.next, score: scoreOf(lattice) + outer }
  })
}
