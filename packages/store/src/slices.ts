/** A statement holds at most 65,535 parameters: rows are written so many at a time, whatever their width. */
const ROWS = 1000

/** The rows in slices that fit into one statement each, in their order. */
export function slices<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const many = Math.ceil(rows.length / ROWS)
  return Array.from({ length: many }, (_, index) => rows.slice(index * ROWS, (index + 1) * ROWS))
}
