import { offerSetup } from '@gangmu/app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Host, openHost, password, signInCall } from '../../test/host.js'

const code = (reply: { json(): { refusals?: { code: string }[] } }) => reply.json().refusals?.[0]?.code
const post = (open: Host, url: string, payload: object, headers: Record<string, string> = {}) =>
  open.host.inject({ method: 'POST', url, payload, headers })

describe('guessing', () => {
  let open: Host
  beforeAll(async () => {
    open = await openHost({ signInsPerMinute: 2, behindProxy: true })
  })
  afterAll(() => open?.close())
  const guess = async (name: string, address: string) => {
    const reply = await open.host.inject({
      ...signInCall(name, 'not-the-password'),
      headers: { 'x-forwarded-for': address },
    })
    return reply.statusCode
  }

  it('is counted by address, whatever names are tried', async () => {
    const tries = []
    for (let at = 0; at < 12; at++) tries.push(await guess(`name-${at}`, '10.0.0.1'))
    expect(tries).toEqual(Array(12).fill(401))
    expect(await guess('name-12', '10.0.0.1')).toBe(429)
    expect(await guess('name-12', '10.0.0.2')).toBe(401)
  })

  it('is counted by name, from whatever addresses', async () => {
    for (let at = 0; at < 12; at++) expect(await guess('Donglu', `10.0.1.${at}`)).toBe(401)
    expect(await guess('donglu', '10.0.1.12')).toBe(429)
    expect(await guess('xiping', '10.0.1.12')).toBe(401)
  })

  it('believes the proxy about the address, and not the caller before it', async () => {
    for (const lie of ['1.1.1.1', '2.2.2.2']) expect(await guess('shiban', `${lie}, 10.0.2.1`)).toBe(401)
    expect(await guess('shiban', '3.3.3.3, 10.0.2.1')).toBe(429)
  })

  it('at a change of password is counted by person, and nobody else may try', async () => {
    const cookie = await open.signIn('kechuang')
    const change = (more: Record<string, string>) =>
      post(
        open,
        '/api/auth/change-password',
        {
          currentPassword: 'not-the-password',
          newPassword: 'another-password',
          username: crypto.randomUUID(),
        },
        more,
      )
    expect(code(await change({}))).toBe('session.none')
    for (const address of ['10.0.3.1', '10.0.3.2']) {
      expect((await change({ cookie, 'x-forwarded-for': address })).statusCode).toBe(400)
    }
    const third = await change({ cookie, 'x-forwarded-for': '10.0.3.3' })
    expect([third.statusCode, code(third), Number(third.headers['retry-after'])]).toEqual([
      429,
      'request.too-many',
      expect.toSatisfy((it: number) => it > 0 && it <= 60),
    ])
  })
})

describe('a session', () => {
  let open: Host
  beforeAll(async () => {
    open = await openHost({ behindProxy: true })
  })
  afterAll(() => open?.close())

  it('ends seven days after the password was given, however busy it is', async () => {
    const cookie = await open.signIn('shiban')
    const me = async () => (await open.host.inject({ url: '/api/me', headers: { cookie } })).statusCode
    const age = (days: number) =>
      open.region.pool.query(
        `update auth_session set created_at = now() - make_interval(hours => $1::int), expires_at = now() + interval '12 hours'`,
        [Math.round(days * 24)],
      )
    await age(6.9)
    expect(await me()).toBe(200)
    await age(7.1)
    expect(await me()).toBe(401)
  })

  it('travels encrypted only, where the proxy says the way here is', async () => {
    const reply = await open.host.inject({
      ...signInCall('shiban', password),
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(reply.cookies.length).toBeGreaterThan(0)
    for (const cookie of reply.cookies) expect(cookie).toMatchObject({ secure: true })
  })

  it('does not believe such a header where there is no proxy', async () => {
    const bare = await openHost({ signInsPerMinute: 1 })
    try {
      const call = (address: string) =>
        bare.host.inject({
          ...signInCall('shiban', password),
          headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': address },
        })
      const first = await call('10.0.0.1')
      expect([first.statusCode, first.cookies[0]]).toEqual([
        200,
        expect.not.objectContaining({ secure: true }),
      ])
      expect((await call('10.0.0.2')).statusCode).toBe(429)
    } finally {
      await bare.close()
    }
  })
})

describe('the first account', () => {
  const token = async (open: Host) => (await offerSetup(open.region.app)) ?? ''
  const set = (open: Host, given: string, username = 'guanli') =>
    post(open, '/api/auth/setup', { token: given, username, password: 'a-long-password' })
  const bare = async (test: (open: Host) => Promise<void>, given: Parameters<typeof openHost>[0] = {}) => {
    const open = await openHost({ ...given, accounts: false })
    try {
      await test(open)
    } finally {
      await open.close()
    }
  }

  it('is made once for the token, and stands in the ledger', () =>
    bare(async (open) => {
      const given = await token(open)
      expect(code(await set(open, 'wrong'))).toBe('session.wrong-token')
      expect((await set(open, given)).statusCode).toBe(200)
      expect(code(await set(open, given))).toBe('session.wrong-token')
      const { rows } = await open.region.pool.query(
        `select entry.kind, entry.content::jsonb -> 'body' as body, username
         from entry join person on person.id::text = entry.subject and person.id::text = entry.actor
         where entry.kind like 'account.%'`,
      )
      expect(rows).toEqual([
        { kind: 'account.first', body: { byName: '管理', username: 'guanli' }, username: 'guanli' },
      ])
    }))

  it('is not made once somebody has one, with whatever token', () =>
    bare(async (open) => {
      const given = await token(open)
      await open.region.pool.query(
        `insert into auth_user (id, name, email, username)
         select id, name, id || '@accounts.invalid', username from person where username = 'donglu'`,
      )
      expect(code(await set(open, given))).toBe('session.wrong-token')
      expect(await offerSetup(open.region.app)).toBeNull()
    }))

  it('is only for an administrator of today', () =>
    bare(async (open) => {
      const given = await token(open)
      const { pool } = open.region
      const refused = async (name?: string) =>
        expect(code(await set(open, given, name))).toBe('setup.not-administrator')
      await refused('shiban')
      await refused('nobody-here')
      await pool.query(`update person set disabled = true where username = 'guanli'`)
      await refused()
      await pool.query(`update person set disabled = false where username = 'guanli'`)
      await pool.query(
        `update post set valid = daterange('2025-01-01', '2026-01-01') where role = 'administrator'`,
      )
      await refused()
      await pool.query(`update post set valid = daterange('2026-01-01', null) where role = 'administrator'`)
      expect((await set(open, given)).statusCode).toBe(200)
    }))

  it('is guessed at by address, whatever name is said', () =>
    bare(
      async (open) => {
        for (const name of ['aa', 'bb']) expect((await set(open, 'wrong', name)).statusCode).toBe(401)
        expect((await set(open, 'wrong', 'cc')).statusCode).toBe(429)
      },
      { signInsPerMinute: 2 },
    ))
})
