/** Pointy-top hexagons on an odd-r grid: odd rows stand half a tile to the right. Side length 1. */
export interface Cell {
  readonly col: number
  readonly row: number
}
export type Point = readonly [x: number, y: number]

const TILE_WIDTH = Math.sqrt(3)
const ROW_HEIGHT = 1.5

const isOdd = (row: number): boolean => (row & 1) === 1

export function centreOf({ col, row }: Cell): Point {
  return [TILE_WIDTH * (col + (isOdd(row) ? 0.5 : 0)), ROW_HEIGHT * row]
}

/** Six corners, clockwise from the top; edge i runs from corner i to corner i + 1. */
export function cornersOf(cell: Cell, side = 1): readonly Point[] {
  const [x, y] = centreOf(cell)
  const half = (TILE_WIDTH / 2) * side
  return [
    [x, y - side],
    [x + half, y - side / 2],
    [x + half, y + side / 2],
    [x, y + side],
    [x - half, y + side / 2],
    [x - half, y - side / 2],
  ]
}

/** The cell across each edge, in the order of the edges. */
export function neighboursOf({ col, row }: Cell): readonly Cell[] {
  const shift = isOdd(row) ? 1 : 0
  return [
    { col: col + shift, row: row - 1 },
    { col: col + 1, row },
    { col: col + shift, row: row + 1 },
    { col: col - 1 + shift, row: row + 1 },
    { col: col - 1, row },
    { col: col - 1 + shift, row: row - 1 },
  ]
}

const keyOf = ({ col, row }: Cell): string => `${col},${row}`

/** The edges at which a group ends, as line segments. */
export function outlineOf(cells: readonly Cell[]): readonly (readonly [Point, Point])[] {
  const inside = new Set(cells.map(keyOf))
  return cells.flatMap((cell) => {
    const corners = cornersOf(cell)
    return neighboursOf(cell).flatMap((neighbour, edge) => {
      const from = corners[edge]
      const to = corners[(edge + 1) % 6]
      return inside.has(keyOf(neighbour)) || from === undefined || to === undefined
        ? []
        : [[from, to] as const]
    })
  })
}

/** `[left, top, width, height]` around all cells. */
export function boundsOf(cells: readonly Cell[]): readonly [number, number, number, number] {
  if (cells.length === 0) return [0, 0, 1, 1]
  const centres = cells.map(centreOf)
  const xs = centres.map((it) => it[0])
  const ys = centres.map((it) => it[1])
  const left = Math.min(...xs) - TILE_WIDTH / 2
  const top = Math.min(...ys) - 1
  return [left, top, Math.max(...xs) + TILE_WIDTH / 2 - left, Math.max(...ys) + 1 - top]
}

/** The nearest cell in a direction, for moving with arrow keys. */
export function towards<T extends Cell>(cells: readonly T[], from: Cell, dx: number, dy: number): T | null {
  const [x, y] = centreOf(from)
  let best: T | null = null
  let least = Number.POSITIVE_INFINITY
  for (const cell of cells) {
    const [cx, cy] = centreOf(cell)
    const along = (cx - x) * dx + (cy - y) * dy
    const aside = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx)
    if (along > 0.1 && aside <= along * 1.2 && along + aside * 2 < least) {
      best = cell
      least = along + aside * 2
    }
  }
  return best
}
