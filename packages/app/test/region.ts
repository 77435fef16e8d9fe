import type { Subject } from '@gangmu/core'
import { type Pool, createPool, createStore } from '@gangmu/store'
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { type FreshDatabase, freshDatabase } from '@gangmu/store/test'
import {
  type ActRequest,
  type App,
  type CommitmentDetail,
  accounts,
  act,
  createApp,
  loadPack,
  readPending,
  receiveDocument,
  subjectOf,
  today,
} from '../src/index.js'
import { pack, pledge } from './place.js'

export { freshDatabase }

/** The clock of a test: set it, and it stands. */
interface Clock {
  now: string
}

export interface Region {
  readonly app: App
  readonly clock: Clock
  readonly database: FreshDatabase
  readonly pool: Pool
  readonly as: (username: string) => Promise<Subject>
  readonly close: () => Promise<void>
}

/** A database of its own with the test place in it. */
export async function openRegion(): Promise<Region> {
  const database = await freshDatabase()
  const pool = createPool(database)
  const store = createStore(pool)
  const clock = { now: '2026-03-10T02:00:00.000Z' }
  const ports = { clock: () => clock.now, id: () => uuidv7(), nonce: () => randomBytes(32) }
  const loaded = await loadPack({ store, ports }, pack)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusals))
  const created = await createApp({ store, ports })
  if (!created.ok) throw new Error(JSON.stringify(created.refusals))
  const app = created.value
  const people = new Map((await accounts(app)).map((it) => [it.username, it.person]))
  return {
    app,
    clock,
    database,
    pool,
    as: async (username) => {
      const subject = await subjectOf(app, people.get(username) ?? '', today(app))
      if (subject === null) throw new Error(`nobody called ${username}`)
      return subject
    },
    close: async () => {
      await pool.end()
      await database.drop()
    },
  }
}

export const request = () => uuidv7()

/** The value of what must be accepted. */
export function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

/** The codes of what must be refused. */
export function codes(
  result: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] } | object,
): readonly string[] {
  return 'refusals' in result ? (result.refusals as readonly { code: string }[]).map((it) => it.code) : []
}

/** The test document, received by a unit and read. */
export async function pledged(region: Region, username: string): Promise<string> {
  return received(region, username, pledge)
}

/** A text, received by a unit and read. */
export async function received(region: Region, username: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const subject = await region.as(username)
  const { id } = value(await receiveDocument(region.app, subject, { name: 'pledge.txt', bytes }))
  await readPending(region.app)
  return id
}

type Bodies = { readonly [V in ActRequest['verb']]: Extract<ActRequest, { verb: V }>['body'] }

/** Takes one action on what was last seen, as somebody. */
export async function take<V extends ActRequest['verb']>(
  region: Region,
  username: string,
  it: { readonly id: string; readonly seq: number },
  verb: V,
  body: Bodies[V],
): Promise<Awaited<ReturnType<typeof act>>> {
  const action = { verb, body, seen: it.seq, request: request() } as unknown as ActRequest
  return act(region.app, await region.as(username), { id: it.id, action })
}

export async function taken<V extends ActRequest['verb']>(
  ...given: Parameters<typeof take<V>>
): Promise<CommitmentDetail> {
  return value(await take(...given))
}
