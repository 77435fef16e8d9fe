import { costOf, differenceWithin, type Prepared, unlike } from './cost.js'
import { piecesOf } from './graph.js'

type Edge = readonly [number, number]

/**
 * Joins likest blocks first into a tree (Kruskal), then cuts it into `zones` parts, each time where cutting gains
 * most. `shake` gives each edge another rank than its unlikeness, so that another tree comes out.
 */
export function cutTree(
  prepared: Prepared,
  zones: number,
  shake: (unlikeness: number) => number,
): readonly (readonly number[])[] {
  let parts = piecesOf(prepared.neighbours)
  let tree = likestTree(prepared, shake)
  while (parts.length < zones) {
    let best: {
      readonly gain: number
      readonly parts: readonly (readonly number[])[]
      readonly cut: Edge
    } | null = null
    for (const cut of tree) {
      const part = parts.find((it) => it.includes(cut[0]))
      if (part === undefined) continue
      const halves = piecesOf(linked(prepared, tree, cut), part)
      if (halves.length !== 2) continue
      const split = parts.flatMap((it) => (it === part ? halves : [it]))
      const gain =
        prepared.weights.likeness === 0
          ? -costOf(prepared, split).total
          : differenceWithin(prepared, part) -
            halves.reduce((sum, it) => sum + differenceWithin(prepared, it), 0)
      if (best === null || gain > best.gain) best = { gain, parts: split, cut }
    }
    if (best === null) throw new Error('a tree of enough blocks can be cut')
    const { cut } = best
    tree = tree.filter((it) => it !== cut)
    parts = best.parts
  }
  return parts
}

function likestTree(prepared: Prepared, shake: (unlikeness: number) => number): readonly Edge[] {
  const { blocks, neighbours } = prepared
  const edges = neighbours.flatMap((of, from) =>
    of.flatMap((to) => {
      const [a, b] = [blocks[from], blocks[to]]
      if (from > to || a === undefined || b === undefined) return []
      return [{ edge: [from, to] as const, key: shake(unlike(a, b)) }]
    }),
  )
  const home = blocks.map((_, at) => at)
  const tree: Edge[] = []
  for (const { edge } of edges.toSorted((a, b) => a.key - b.key)) {
    const [from, to] = [home[edge[0]] ?? 0, home[edge[1]] ?? 0]
    if (from === to) continue
    tree.push(edge)
    for (const [at, it] of home.entries()) if (it === to) home[at] = from
  }
  return tree
}

function linked(prepared: Prepared, tree: readonly Edge[], without: Edge): readonly (readonly number[])[] {
  const links = prepared.blocks.map((): number[] => [])
  for (const it of tree) {
    if (it === without) continue
    links[it[0]]?.push(it[1])
    links[it[1]]?.push(it[0])
  }
  return links
}
