/** For each node the nodes it has a border with. */
export type Neighbours = readonly (readonly number[])[]

/** The pieces a graph falls into, or those of a part of it. */
export function piecesOf(neighbours: Neighbours, within?: readonly number[]): readonly (readonly number[])[] {
  const nodes = within ?? neighbours.map((_, node) => node)
  const left = new Set(nodes)
  const pieces: number[][] = []
  for (const start of nodes) {
    if (!left.delete(start)) continue
    const piece = [start]
    for (let at = 0; at < piece.length; at++) {
      for (const next of neighbours[piece[at] ?? 0] ?? []) if (left.delete(next)) piece.push(next)
    }
    pieces.push(piece)
  }
  return pieces
}
