import type { Cell } from './tile-grid.js'
import { cellKey, neighbours } from './tile-grid.js'

export type Point = readonly [x: number, y: number]

const rowHeight = Math.sqrt(3) / 2
/** The area of a tile where the centres of two neighbours are 1 apart. */
export const tileArea = rowHeight

export function centreOf({ col, row }: Cell): Point {
  return [col + (row % 2 === 0 ? 0 : 0.5), row * rowHeight]
}

export function rowOf(y: number): number {
  return Math.round(y / rowHeight)
}

export function middleOf(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1): number => points.reduce((total, it) => total + it[axis], 0)
  const count = Math.max(points.length, 1)
  return [sum(0) / count, sum(1) / count]
}

/** Mean square of the distances from the middle. */
export function inertia(points: readonly Point[]): number {
  const [x, y] = middleOf(points)
  return points.reduce((sum, it) => sum + (it[0] - x) ** 2 + (it[1] - y) ** 2, 0) / Math.max(points.length, 1)
}

/** Sides at which the cells end. */
export function perimeter(cells: readonly Cell[]): number {
  const inside = new Set(cells.map(cellKey))
  return cells.flatMap(neighbours).filter((it) => !inside.has(cellKey(it))).length
}

/** The fewest sides that so many hexagons can have. */
export function leastPerimeter(count: number): number {
  return count === 0 ? 0 : 2 * Math.ceil(Math.sqrt(12 * count - 3))
}

/** Empty cells that are shut in by the cells. */
export function holes(cells: readonly Cell[]): number {
  const taken = new Set(cells.map(cellKey))
  const cols = cells.map((it) => it.col)
  const rows = cells.map((it) => it.row)
  const [left, right] = [Math.min(...cols) - 1, Math.max(...cols) + 1]
  const [top, bottom] = [Math.min(...rows) - 1, Math.max(...rows) + 1]
  const open = new Set<string>([cellKey({ col: left, row: top })])
  const queue: Cell[] = [{ col: left, row: top }]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const near of neighbours(next)) {
      const key = cellKey(near)
      if (near.col < left || near.col > right || near.row < top || near.row > bottom) continue
      if (taken.has(key) || open.has(key)) continue
      open.add(key)
      queue.push(near)
    }
  }
  return (right - left + 1) * (bottom - top + 1) - open.size - taken.size
}
