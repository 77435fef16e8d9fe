import { costOf, type Prepared } from './cost.js'
import { piecesOf } from './graph.js'
import { shuffled } from './seeded.js'

const PASSES = 40

/**
 * Lets blocks at the edge of a zone change over to a neighbouring one, as long as that makes the layout better and
 * leaves every zone of one piece.
 */
export function moved(
  prepared: Prepared,
  start: readonly (readonly number[])[],
  random: () => number,
): readonly (readonly number[])[] {
  let zones = start
  let cost = costOf(prepared, zones).total
  const nodes = prepared.blocks.map((_, node) => node)
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false
    for (const node of shuffled(nodes, random)) {
      const next = bestMove(prepared, zones, node, cost)
      if (next === null) continue
      zones = next.zones
      cost = next.cost
      better = true
    }
    if (!better) break
  }
  return zones
}

interface Move {
  readonly zones: readonly (readonly number[])[]
  readonly cost: number
}

function bestMove(
  prepared: Prepared,
  zones: readonly (readonly number[])[],
  node: number,
  cost: number,
): Move | null {
  const home = zones.findIndex((it) => it.includes(node))
  const left = (zones[home] ?? []).filter((it) => it !== node)
  if (left.length === 0 || piecesOf(prepared.neighbours, left).length > 1) return null
  const near = new Set(
    (prepared.neighbours[node] ?? []).map((it) => zones.findIndex((zone) => zone.includes(it))),
  )
  near.delete(home)
  let best: Move | null = null
  for (const to of near) {
    const next = zones.map((it, index) => (index === home ? left : index === to ? [...it, node] : it))
    const total = costOf(prepared, next).total
    // More than rounding: otherwise two layouts of the same cost would change over for ever.
    if (total < (best?.cost ?? cost) - 1e-12) best = { zones: next, cost: total }
  }
  return best
}
