import { across, mayGoOn, newLattice, pushAll, scoreOf, worthBefore } from '../lattice.js'
import { wordStarts } from '../word-tree.js'
import { newHopefuls } from './hopefuls.js'
import { beforeGap, isUndefinedPair } from './pair-chars.js'
import { charsBehind, edgesOf, NEXT_WORD, type Put, type Scene, SHORTLIST, WIDE } from './put.js'

const lattice = newLattice()
/** Which of some characters has a code, from 1 on; all 0 between the searches. */
const placeOf = new Uint16Array(0x10000)
const PLACES = 4096

/** Two characters for the one that stood over the gap: their inner bytes are a pair that GBK leaves undefined. */
export function putAt(scene: Scene, at: number, least: number): readonly Put[] {
  const { run, start } = scene
  const { near, far, outer } = edgesOf(scene, at)
  const most = at <= NEXT_WORD ? WIDE : SHORTLIST
  const firsts = beforeGap(start[at - 1] ?? 0)
  const seconds = charsBehind(run, start, at)
  const worth = new Float64Array(seconds.length)
  const alike = new Int32Array(seconds.length)
  for (let s = 0; s < seconds.length; s++) {
    const code = seconds[s]?.code ?? 0
    worth[s] = worthBefore(code, far)
    alike[s] = (placeOf[code] ?? 0) - 1
    placeOf[code] = s + 1
  }
  const crossed = new Int32Array(seconds.length).fill(-1)
  const words = wordStarts()
  const hopefuls = newHopefuls(most, least)
  lattice.cutAt(0)
  pushAll(lattice, near)
  const alones = firsts.map(({ code }) => {
    lattice.cutAt(near.length)
    lattice.push(code)
    return scoreOf(lattice) + outer
  })
  const order = firsts.map((_, f) => f).sort((a, b) => (alones[b] ?? 0) - (alones[a] ?? 0))
  for (const f of order) {
    const first = firsts[f]
    if (!first) continue
    const alone = alones[f] ?? 0
    lattice.cutAt(near.length)
    lattice.push(first.code)
    const cross = (s: number): void => {
      const second = seconds[s]
      if (!second || !isUndefinedPair(first.byte, second.byte)) return
      crossed[s] = f
      const bound = Math.max(alone + (worth[s] ?? 0), across(lattice, second.code, far) + outer)
      if (bound >= hopefuls.floor()) hopefuls.hope(bound, f * PLACES + s)
    }
    // Words that began before the first character are few.
    if ((lattice.open[lattice.size()] ?? 0) > 1) {
      for (let s = 0; s < seconds.length; s++) if (mayGoOn(lattice, seconds[s]?.code ?? 0)) cross(s)
    } else
      for (const code of words.after.get(first.code) ?? [])
        for (let s = (placeOf[code] ?? 0) - 1; s >= 0; s = alike[s] ?? -1) cross(s)
    for (let s = 0; s < seconds.length; s++) {
      const bound = alone + (worth[s] ?? 0)
      if (bound < hopefuls.floor() || crossed[s] === f) continue
      if (isUndefinedPair(first.byte, seconds[s]?.byte ?? 0)) hopefuls.hope(bound, f * PLACES + s)
    }
  }
  for (const { code } of seconds) placeOf[code] = 0
  return hopefuls.exactly((order) => {
    const first = firsts[Math.floor(order / PLACES)]
    const second = seconds[order % PLACES]
    if (!first || !second) return null
    lattice.cutAt(near.length)
    lattice.push(first.code)
    lattice.push(second.code)
    pushAll(lattice, far.codes)
    return { at, dropped: [first.byte, second.byte], next: second.next, score: scoreOf(lattice) + outer }
  })
}
