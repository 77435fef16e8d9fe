import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '../test/address.js'
import { type FreshDatabase, emptyDatabase, freshDatabase } from '../test/database.js'
import { type Migration, migrate, readMigrations } from './migrate.js'
import { openServer } from './open.js'

const files: readonly Migration[] = [
  { name: '0001_first', sha256: 'a', sql: 'create table thing (id int primary key)' },
  { name: '0002_second', sha256: 'b', sql: 'alter table thing add column name text' },
]

let fresh: FreshDatabase
let empty: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  empty = await emptyDatabase()
})
afterAll(async () => {
  await fresh?.drop()
  await empty?.drop()
})

async function query<T extends pg.QueryResultRow>(config: pg.PoolConfig, sql: string): Promise<T[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrations', () => {
  it('stand in the fresh database, every file recorded once', async () => {
    const rows = await query<{ name: string }>(fresh.owner, 'select name from migration order by name')
    expect(rows.map((row) => row.name)).toEqual(readMigrations().map((file) => file.name))
    const again = await migrate(fresh)
    expect(again).toEqual({ ok: true, value: { applied: [], total: rows.length } })
  })

  it('are applied in order, once, by two migrators at the same time', async () => {
    const both = await Promise.all([migrate(empty, files), migrate(empty, files)])
    const applied = both.flatMap((result) => (result.ok ? result.value.applied : ['refused']))
    expect(applied.toSorted()).toEqual(['0001_first', '0002_second'])
  })

  it('refuse a file edited after it was applied', async () => {
    const edited = files.map((file) => (file.name === '0001_first' ? { ...file, sha256: 'c' } : file))
    expect(await migrate(empty, edited)).toMatchObject({
      ok: false,
      refusals: [{ code: 'database.migration-changed', path: '0001_first.sql' }],
    })
  })

  it('refuse a database of a newer version', async () => {
    expect(await migrate(empty, files.slice(0, 1))).toMatchObject({
      ok: false,
      refusals: [{ code: 'database.newer', facts: { migration: '0002_second' } }],
    })
  })

  it('leave nothing of a file that fails', async () => {
    const broken = { name: '0003_broken', sha256: 'd', sql: 'create table half (id int); select nonsense' }
    await expect(migrate(empty, [...files, broken])).rejects.toThrow('0003_broken')
    expect(await query(empty.owner, `select to_regclass('half') as half`)).toEqual([{ half: null }])
    expect(await migrate(empty, files)).toMatchObject({ ok: true })
  })

  it('may take a right away from the application, by the name it runs under', async () => {
    const sql = `create table record (id int primary key);
      do $$ begin execute format('revoke update, delete on record from %I', current_setting('gangmu.app_role')); end $$`
    expect(await migrate(empty, [...files, { name: '0003_record', sha256: 'e', sql }])).toMatchObject({
      ok: true,
    })
    await query(empty.connection, 'insert into record values (1)')
    await expect(query(empty.connection, 'delete from record')).rejects.toThrow('permission denied')
  })
})

describe('a login that may little', () => {
  it('is refused where it may not make the schema, and is enough for everything where it may', async () => {
    const guest = `gangmu_guest_${process.pid}`
    const bare = await emptyDatabase()
    const { database } = new pg.Client({ connectionString: addressOf(bare.admin) })
    await query(bare.admin, `create role ${guest} login password 'guest'`)
    const opened = await openServer(addressOf({ ...bare.admin, user: guest, password: 'guest' }))
    if (!opened.ok) throw new Error('refused')
    try {
      expect(await migrate(opened.value)).toMatchObject({ refusals: [{ code: 'database.not-allowed' }] })
      await query(bare.admin, `alter database ${database} owner to ${guest}`)
      expect(await migrate(opened.value)).toMatchObject({
        ok: true,
        value: { total: readMigrations().length },
      })
      expect(await migrate(opened.value)).toMatchObject({ ok: true, value: { applied: [] } })
    } finally {
      await bare.drop()
      await query(fresh.admin, `drop role ${guest}`)
    }
  })
})

describe('the application', () => {
  it('owns nothing and does not pass row-level security', async () => {
    const [me] = await query<{ name: string; bypass: boolean; super: boolean; owned: string }>(
      fresh.connection,
      `select rolname as name, rolbypassrls as bypass, rolsuper as super,
              (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    )
    expect(me).toEqual({ name: 'gangmu_app', bypass: false, super: false, owned: '0' })
  })

  it('may not make tables', async () => {
    await expect(query(fresh.connection, 'create table mine (id int)')).rejects.toThrow('permission denied')
  })
})
