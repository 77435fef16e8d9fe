import pg from 'pg'
import type { Running } from './running.js'

export type Pool = pg.Pool

/** Connections for the application's role. Ending the pool leaves the database running. */
export function createPool(running: Pick<Running, 'connection'>): Pool {
  const pool = new pg.Pool({ max: 10, ...running.connection })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The pool listens only to idle ones; at work the query itself is refused, and the event is said twice.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
