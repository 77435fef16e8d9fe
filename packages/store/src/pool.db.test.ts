import pg from 'pg'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../test/database.js'
import { createPool } from './pool.js'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.drop())

it('outlives a server that ends its connections, idle or at work', async () => {
  const faults: unknown[] = []
  const note = (error: unknown): void => void faults.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  const pool = createPool(fresh)
  const admin = new pg.Client(fresh.admin)
  await admin.connect()
  try {
    const [idle, busy] = [await pool.connect(), await pool.connect()]
    idle.release()
    await busy.query('begin')
    const slept = expect(busy.query('select pg_sleep(60)')).rejects.toThrow()
    await admin.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await slept
    await expect(busy.query('select 1')).rejects.toThrow()
    busy.release(true)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(faults).toEqual([])
  } finally {
    await admin.end()
    await pool.end()
  }
})
