/** Geometry of the schematic map: hexagons in rows, odd rows shifted right by half a tile. */
export interface Tile {
  readonly unit: string
  readonly col: number
  readonly row: number
}
export type Cell = Pick<Tile, 'col' | 'row'>

export function cellKey(cell: Cell): string {
  return `${cell.col},${cell.row}`
}

/** The six cells that share an edge with `cell`. */
export function neighbours({ col, row }: Cell): readonly Cell[] {
  const side = row % 2 === 0 ? col - 1 : col
  return [
    { col: col - 1, row },
    { col: col + 1, row },
    { col: side, row: row - 1 },
    { col: side + 1, row: row - 1 },
    { col: side, row: row + 1 },
    { col: side + 1, row: row + 1 },
  ]
}

/** Steps over edges from one cell to another. */
export function hexDistance(a: Cell, b: Cell): number {
  const [aq, bq] = [axial(a), axial(b)]
  const rows = a.row - b.row
  return Math.max(Math.abs(aq - bq), Math.abs(rows), Math.abs(aq - bq + rows))
}

function axial({ col, row }: Cell): number {
  return col - Math.floor(row / 2)
}

/** Connected pieces that the cells make; 1 where they are one, 0 where there are none. */
export function pieces(cells: readonly Cell[]): number {
  const open = new Map(cells.map((it) => [cellKey(it), it]))
  let count = 0
  for (const first of cells) {
    if (!open.delete(cellKey(first))) continue
    count += 1
    const queue: Cell[] = [first]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const near of neighbours(next)) if (open.delete(cellKey(near))) queue.push(near)
    }
  }
  return count
}
