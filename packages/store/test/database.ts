import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { superuser } from '../src/embedded/cluster.js'
import { migrate } from '../src/migrate.js'
import { openEmbedded, openServer } from '../src/open.js'
import { ownerRole } from '../src/running.js'

/** One server for the whole run, handed to the workers by the environment. */
interface TestServer {
  readonly connection: pg.PoolConfig
  readonly owner: pg.PoolConfig
  readonly version: number
  readonly schema: string
  readonly singleRole: boolean
  /** Who may make databases. */
  readonly admin: pg.PoolConfig
}

const variable = 'GANGMU_TEST_SERVER'
const template = 'gangmu_template'

/** What a test file works on: a database of its own, migrated. */
export interface FreshDatabase extends TestServer {
  /** Drops the database; end your pools first. */
  drop(): Promise<void>
}

/** vitest's global set-up: TEST_DATABASE_URL where it is set, the embedded PostgreSQL otherwise. */
export async function setup(): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL']
  const folder = mkdtempSync(join(tmpdir(), 'gangmu-test-'))
  // The lifecycle tests run on durable settings; the others need not wait for the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', max_connections: '200' }
  const opened =
    url === undefined ? await openEmbedded(join(folder, 'data'), { settings }) : await openServer(url)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusals))
  const running = opened.value
  const stop = async (): Promise<void> => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const admin = url === undefined ? { ...running.owner, user: superuser } : running.owner
    await run(admin, `drop database if exists ${template}`)
    await run(admin, `create database ${template} ${ownedBy(running.owner)}`)
    const migrated = await migrate({ ...running, owner: inDatabase(running.owner, template) })
    if (!migrated.ok) throw new Error(JSON.stringify(migrated.refusals))
    const { connection, owner, version, schema, singleRole } = running
    const server: TestServer = { connection, owner, version, schema, singleRole, admin }
    process.env[variable] = JSON.stringify(server)
    return async () => {
      await run(admin, `drop database if exists ${template}`)
      await stop()
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Copies the migrated template. Call it in `beforeAll`, and `drop` in `afterAll`. */
export function freshDatabase(): Promise<FreshDatabase> {
  return create(`template ${template}`)
}

/** A database without our tables, for tests of migrations themselves. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return create('')
}

async function create(words: string): Promise<FreshDatabase> {
  const server = testServer()
  const name = `gangmu_test_${randomBytes(6).toString('hex')}`
  await run(server.admin, `create database ${name} ${ownedBy(server.owner)} ${words}`)
  return {
    ...server,
    connection: inDatabase(server.connection, name),
    owner: inDatabase(server.owner, name),
    admin: inDatabase(server.admin, name),
    drop: () => run(server.admin, `drop database if exists ${name} with (force)`),
  }
}

function ownedBy(owner: pg.PoolConfig): string {
  return owner.user === ownerRole ? `owner ${ownerRole}` : ''
}

function testServer(): TestServer {
  const text = process.env[variable]
  if (text === undefined) throw new Error('run database tests with `vitest run --project store`')
  return JSON.parse(text) as TestServer
}

async function run(config: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function inDatabase(config: pg.PoolConfig, name: string): pg.PoolConfig {
  if (config.connectionString === undefined) return { ...config, database: name }
  const url = new URL(config.connectionString)
  url.pathname = `/${name}`
  return { ...config, connectionString: url.href }
}
