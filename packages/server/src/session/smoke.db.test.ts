import { afterAll, beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import { createPool, createStore } from '@gangmu/store'
import { type App, makeAccounts, systemPorts } from '@gangmu/app'
import { type FreshDatabase, freshDatabase } from '../../../store/test/database.js'
import { createServer } from '../server.js'
import { createSessions } from './sessions.js'
import { hashPassword } from './password.js'

let db: FreshDatabase
let pool: pg.Pool
beforeAll(async () => {
  db = await freshDatabase()
  pool = createPool(db)
})
afterAll(async () => {
  await pool?.end()
  await db?.drop()
})

it('smokes', async () => {
  const id = systemPorts.id()
  await pool.query(`insert into person (id, username, name) values ($1, '张三', '张三')`, [id])
  const app = {
    store: createStore(pool),
    ports: systemPorts,
    limits: { documentBytes: 1000 },
    place: { manifest: { timeZone: 'Asia/Shanghai' } },
  } as unknown as App
  await makeAccounts(app, [
    { person: id, username: '张三', name: '张三', password: await hashPassword('secret-123') },
  ])
  const host = await createServer({
    app,
    sessions: createSessions(app, pool),
    pages: null,
    version: 'x',
    onFault: (f) => console.log(f),
  })
  const wrong = await host.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: '张三', password: 'nope-nope' },
  })
  console.log(wrong.statusCode, wrong.body)
  const right = await host.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: '张三', password: 'secret-123' },
  })
  console.log(right.statusCode, right.body, right.headers)
  const cookie = right.cookies.map((c) => `${c.name}=${encodeURIComponent(c.value)}`).join('; ')
  for (const url of [
    '/api/me',
    '/api/auth/list-sessions',
    '/api/nothing',
    '/api/openapi.json',
    '/api/health',
    '/api/auth/sign-up/email',
  ]) {
    const r = await host.inject({ url, headers: { cookie } })
    console.log(url, r.statusCode, r.body.slice(0, 300))
  }
  const out = await host.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { cookie, origin: 'http://localhost:80' },
    payload: {},
  })
  console.log(out.statusCode, out.body, out.headers['set-cookie'])
  console.log((await host.inject({ url: '/api/me', headers: { cookie } })).body)
  console.log(
    (
      await host.inject({
        method: 'POST',
        url: '/api/auth/sign-out',
        headers: { origin: 'https://evil.example' },
      })
    ).body,
  )
  await host.close()
  expect(1).toBe(1)
})
