import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../test/database.js'
import { createPool } from './pool.js'
import { everything } from './scope.js'
import { type Writer, createStore } from './store.js'

let database: FreshDatabase
let pool: pg.Pool
let owner: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database)
  owner = new pg.Pool({ ...database.owner, max: 2 })
  await owner.query(`
    insert into unit values ('a-zhen'), ('b-zhen');
    insert into entry (at, kind, subject, actor, content, nonce, commit)
      values (now(), 'test', 'x', 'y', '{}', repeat('n', 32)::bytea, repeat('c', 32)::bytea);
    insert into request values (gen_random_uuid(), 'p', 'd', now());
    insert into blob values (repeat('a', 64), 'bytes');`)
})
afterAll(async () => {
  await pool.end()
  await owner.end()
  await database.drop()
})

const appendOnly = [
  'blob',
  'restoration',
  'reading',
  'finding',
  'decision',
  'repair_refusal',
  'commitment_action',
  'evidence',
  'request',
  'entry',
]

describe('what happened cannot be made undone', () => {
  test.each(appendOnly)('%s takes new rows only', async (table) => {
    const column = (
      await owner.query(
        `select attname from pg_attribute where attrelid = '${table}'::regclass and attnum = 2`,
      )
    ).rows[0].attname
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
    await expect(owner.query(`truncate ${table} cascade`)).rejects.toThrow('append-only')
  })

  test.each(['entry', 'request', 'blob'])('not even by the owner of %s', async (table) => {
    await expect(owner.query(`delete from ${table}`)).rejects.toThrow('append-only')
  })
})

describe('the two clocks', () => {
  const insert = (valid: string, known: string) =>
    owner.query(
      `insert into unit_state (unit, kind, name, sort_key, basis, valid, known)
       values ('a-zhen', 'town', '甲镇', 'jia', '{}', $1, $2)`,
      [valid, known],
    )

  test('a unit has one state at any point of both', async () => {
    await insert('[2020-01-01,2024-01-01)', '[2020-01-01,)')
    await insert('[2024-01-01,)', '[2020-01-01,2025-01-01)')
    // Learned in 2025: it lasted until 2023 only.
    await expect(insert('[2023-06-01,)', '[2025-01-01,)')).rejects.toThrow('unit_state_once')
    await insert('[2024-01-01,)', '[2025-01-01,)')
  })
})

describe('a transaction', () => {
  test('that fails leaves nothing, one that collides is tried again', async () => {
    const store = createStore(pool)
    const add = (id: string) =>
      store.write(everything, (db) => db.insertInto('unit').values({ id }).execute())
    await expect(
      store.write(everything, async (db) => {
        await db.insertInto('unit').values({ id: 'c-zhen' }).execute()
        throw new Error('planted')
      }),
    ).rejects.toThrow('planted')
    await add('c-zhen')
    let tries = 0
    await store.write(everything, async () => {
      tries += 1
      if (tries < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    })
    expect(tries).toBe(3)
    const always = store.write(everything, async () => {
      tries += 1
      throw Object.assign(new Error('could not serialize'), { code: '40001' })
    })
    await expect(always).rejects.toThrow('could not serialize')
    expect(tries).toBe(8)
  })

  test('that only reads cannot write', async () => {
    const store = createStore(pool)
    const work = store.read(everything, (db) =>
      (db as Writer).insertInto('unit').values({ id: 'd' }).execute(),
    )
    await expect(work).rejects.toThrow()
  })

  test('forgets its scope when it ends', async () => {
    const store = createStore(pool)
    await store.read(everything, async () => undefined)
    const { rows } = await pool.query(`select current_setting('gangmu.read_units', true) as it`)
    expect(rows[0].it ?? '').toBe('')
  })
})
