import type { PostgresPool } from 'kysely'
import pg from 'pg'

/**
 * A view of a pool that answers days as `YYYY-MM-DD`, instants as ISO 8601 and 64-bit numbers as numbers. The pool's
 * other users keep what `pg` gives by itself.
 */
export function plainValues(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect()
      return {
        query: ((text: string, values: unknown[]) => client.query({ text, values, types })) as never,
        release: () => client.release(),
      }
    },
    // The pool is its maker's to end.
    end: async () => undefined,
  }
}

const { builtins } = pg.types
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.INT8, Number],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
