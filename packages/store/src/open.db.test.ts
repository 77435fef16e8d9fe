import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../test/database.js'
import { addressOf } from '../test/address.js'
import { openServer } from './open.js'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.drop())

async function query<T extends pg.QueryResultRow>(config: pg.PoolConfig, sql: string): Promise<T[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a server', () => {
  it('serves the application under a role that owns nothing and sees the region first', async () => {
    const opened = await openServer(addressOf(fresh.admin))
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusals))
    expect(opened.value).toMatchObject({ singleRole: false, version: fresh.version })
    expect(
      await query(
        opened.value.connection,
        `select current_user::text as me, current_setting('search_path') as path`,
      ),
    ).toEqual([{ me: 'gangmu_app', path: 'gangmu,public' }])
    expect(await query(opened.value.connection, 'select count(*)::int > 0 as read from migration')).toEqual([
      { read: true },
    ])
    await expect(query(opened.value.connection, 'create table mine (id int)')).rejects.toThrow(
      'permission denied',
    )
  })

  it('says so where the login may not make roles', async () => {
    await query(fresh.admin, `create role gangmu_guest_${process.pid} login password 'guest'`)
    try {
      const opened = await openServer(
        addressOf({ ...fresh.admin, user: `gangmu_guest_${process.pid}`, password: 'guest' }),
      )
      expect(opened).toMatchObject({ ok: true, value: { singleRole: true } })
    } finally {
      await query(fresh.admin, `drop role gangmu_guest_${process.pid}`)
    }
  })

  it('is refused where nobody answers, without its password', async () => {
    const closed = await freePort()
    const opened = await openServer(`postgres://me:secret@127.0.0.1:${closed}/gangmu`)
    expect(opened).toMatchObject({
      ok: false,
      refusals: [{ code: 'database.unreachable', path: `postgres://127.0.0.1:${closed}/gangmu` }],
    })
    expect(JSON.stringify(opened)).not.toContain('secret')
  })

  it.each(['', 'nonsense', 'mysql://host/name'])('is refused by the address %j', async (url) => {
    expect(await openServer(url)).toMatchObject({ ok: false, refusals: [{ code: 'database.unreachable' }] })
  })

  it('is refused where it is older than 15', async () => {
    const old = oldServer()
    const port = await listening(old)
    expect(await openServer(`postgres://me@127.0.0.1:${port}/gangmu`)).toMatchObject({
      ok: false,
      refusals: [{ code: 'database.too-old', facts: { version: '14.2', needed: 15 } }],
    })
    old.close()
  })
})

/** The edge of the process is faked: as much of PostgreSQL 14's protocol as it takes to ask for its version. */
function oldServer() {
  return createServer((socket) => {
    let greeted = false
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      if (bytes[0] === 'X'.charCodeAt(0)) return socket.end()
      const ready = message('Z', Buffer.from('I'))
      if (!greeted) {
        greeted = true
        return socket.write(Buffer.concat([message('R', int32(0)), ready]))
      }
      const names = ['version', 'text'].map((name, index) =>
        Buffer.concat([
          text(name),
          int32(0),
          int16(0),
          int32(index === 0 ? 23 : 25),
          int16(-1),
          int32(-1),
          int16(0),
        ]),
      )
      const values = ['140002', '14.2'].map((value) =>
        Buffer.concat([int32(value.length), Buffer.from(value)]),
      )
      return socket.write(
        Buffer.concat([
          message('T', Buffer.concat([int16(2), ...names])),
          message('D', Buffer.concat([int16(2), ...values])),
          message('C', text('SELECT 1')),
          ready,
        ]),
      )
    })
  })
}

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeInt16BE(value)
  return buffer
}

function listening(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
