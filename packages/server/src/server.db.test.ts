import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { receiveDocument } from '@gangmu/app'
import { type Route, routes } from '@gangmu/contract'
import { accepted } from '@gangmu/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pledged, request, value } from '../../app/test/region.js'
import { fileCall, type Host, openHost, password, signInCall } from '../test/host.js'

const folder = mkdtempSync(join(tmpdir(), 'gangmu-pages-'))
const pages = join(folder, 'pages')
mkdirSync(join(pages, 'assets'), { recursive: true })
writeFileSync(join(pages, 'index.html'), '<!doctype html><head><title>screen</title></head>')
writeFileSync(join(pages, 'assets', 'main-a1b2c3.js'), 'export {}')
writeFileSync(join(folder, 'secret.txt'), 'not for you')

let open: Host
let city: string
let zone: string
beforeAll(async () => {
  open = await openHost({ pages })
  city = await open.signIn('shiban')
  zone = await open.signIn('kechuang')
})
afterAll(async () => {
  await open?.close()
  rmSync(folder, { recursive: true })
})

const refusals = (reply: { json(): { refusals: unknown } }) => reply.json().refusals
const count = async (table: string) =>
  (await open.region.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

describe('signing in', () => {
  it('lets in with the right password, in a cookie no script can read, and says no more', async () => {
    const reply = await open.host.inject(signInCall('Donglu', password))
    expect([reply.statusCode, reply.json()]).toEqual([200, { ok: true }])
    const [cookie] = reply.cookies
    expect(cookie).toMatchObject({ name: 'gangmu.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie).not.toHaveProperty('secure')
  })

  it('refuses a wrong password and an unknown name alike', async () => {
    const wrong = await open.host.inject(signInCall('shiban', 'not-the-password'))
    const unknown = await open.host.inject(signInCall('nobody-here', 'not-the-password'))
    const refused = [{ code: 'session.wrong-password', path: '/', facts: {} }]
    expect([wrong.statusCode, refusals(wrong)]).toEqual([401, refused])
    expect([unknown.statusCode, refusals(unknown)]).toEqual([401, refused])
  })

  it('knows a name of two Chinese characters', async () => {
    await open.region.pool.query(`update auth_user set username = '张三' where username = 'donglu2'`)
    const reply = await open.host.inject(signInCall('张三', password))
    expect(reply.statusCode).toBe(200)
  })

  it('ends at once when signed out, whatever the cookie still says', async () => {
    const cookie = await open.signIn('caitang')
    const me = () => open.host.inject({ url: '/api/me', headers: { cookie } })
    expect((await me()).json()).toMatchObject({ username: 'caitang', posts: [{ unit: 'caitang-zhen' }] })
    const out = await open.host.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } })
    expect(out.statusCode).toBe(200)
    const after = await me()
    expect([after.statusCode, refusals(after)]).toEqual([
      401,
      [{ code: 'session.none', path: '/', facts: {} }],
    ])
  })

  it('does not take a forged session', async () => {
    const forged = city.replace(/session_token=[^;]{8}/, 'session_token=aaaaaaaa')
    const bare = forged
      .split('; ')
      .filter((it) => it.includes('session_token'))
      .join('; ')
    expect((await open.host.inject({ url: '/api/me', headers: { cookie: bare } })).statusCode).toBe(401)
  })

  it('is closed to those who would make an account themselves', async () => {
    const payload = { email: 'me@example.org', name: 'me', password: 'long-enough-1' }
    const reply = await open.host.inject({ method: 'POST', url: '/api/auth/sign-up/email', payload })
    expect([reply.statusCode, await count('auth_user')]).toEqual([404, 9])
  })

  it('counts guesses by name and address', async () => {
    const strict = await openHost({ signInsPerMinute: 3 })
    try {
      const guess = (name: string) => strict.host.inject(signInCall(name, 'not-the-password'))
      for (const _ of [1, 2, 3]) expect((await guess('shiban')).statusCode).toBe(401)
      const fourth = await guess('shiban')
      expect([fourth.statusCode, refusals(fourth)]).toMatchObject([429, [{ code: 'request.too-many' }]])
      expect((await guess('donglu')).statusCode).toBe(401)
    } finally {
      await strict.close()
    }
  })
})

describe('a request', () => {
  it('with an unknown field is refused, with the place', async () => {
    const url = '/api/commitments/01a20e17-0000-7000-8000-000000000000/actions'
    const payload = {
      verb: 'accept',
      body: { note: '', charge: null, light: 'green' },
      request: request(),
      seen: 1,
    }
    const reply = await open.host.inject({ method: 'POST', url, headers: { cookie: city }, payload })
    expect([reply.statusCode, refusals(reply)]).toMatchObject([
      400,
      [{ code: 'request.invalid', path: '/body/body/light', facts: { problem: 'unknown-field' } }],
    ])
    const query = await open.host.inject({ url: '/api/units?when=now', headers: { cookie: city } })
    expect([query.statusCode, refusals(query)]).toMatchObject([400, [{ path: '/query/when' }]])
  })

  it('that is no JSON is refused, not a fault', async () => {
    const reply = await open.host.inject({
      method: 'POST',
      url: '/api/commitments/dispatch',
      headers: { cookie: city, 'content-type': 'application/json' },
      payload: '{',
    })
    expect([reply.statusCode, refusals(reply)]).toMatchObject([400, [{ code: 'request.invalid' }]])
  })

  it('from a page of somebody else writes nothing', async () => {
    const from = (headers: Record<string, string>) =>
      open.host.inject({
        method: 'POST',
        url: '/api/auth/sign-out',
        headers: { host: 'gangmu.test', ...headers },
      })
    const foreign = await from({ origin: 'https://elsewhere.example' })
    expect([foreign.statusCode, refusals(foreign)]).toMatchObject([403, [{ code: 'request.foreign-origin' }]])
    expect((await from({ origin: 'null' })).statusCode).toBe(403)
    expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await from({ origin: 'https://gangmu.test' })).statusCode).toBe(200)
  })

  it.each([
    ['/api/commitments?q=%00', '/query/q'],
    ['/api/units?asOf=2026-01-01%00', '/query/asOf'],
    ['/api/documents/a%00b', '/params/id'],
    [`/api/commitments/%00/evidence/${'a'.repeat(64)}`, '/params/id'],
    ['/api/coverage?city=%00', '/query/city'],
  ])('with a text no database keeps is refused with its place: %s', async (url, path) => {
    const reply = await open.host.inject({ url, headers: { cookie: city } })
    expect([reply.statusCode, refusals(reply)]).toMatchObject([
      400,
      [{ code: 'request.invalid', path, facts: { problem: 'unstorable-text' } }],
    ])
  })

  it.each(['\0', '\ud800', 'a\udc00b'])('with such a text in its body is refused too: %j', async (text) => {
    const url = '/api/findings/01a20e17-0000-7000-8000-000000000000/decision'
    const payload = { decision: 'confirm', theme: text, seen: 0, request: request() }
    const reply = await open.host.inject({ method: 'POST', url, headers: { cookie: city }, payload })
    expect([reply.statusCode, refusals(reply)]).toMatchObject([400, [{ path: '/body/theme' }]])
    const signIn = await open.host.inject(signInCall(`shiban${text}`, password))
    expect([signIn.statusCode, refusals(signIn)]).toMatchObject([400, [{ path: '/body/username' }]])
    expect(open.faults).toEqual([])
  })

  it.each([
    '/api/units?asOf=0000-01-01',
    '/api/units?asOf=1899-12-31',
    '/api/tiles?asOf=3000-01-01',
    '/api/units?knownAt=0000-01-01T00:00:00Z',
    '/api/units?knownAt=9999-12-31T00:00:00Z',
    '/api/commitments?dueFrom=0001-01-01',
    '/api/documents/%ED%A0%80',
  ])('beyond what is known of days and letters is refused, not a fault: %s', async (url) => {
    const reply = await open.host.inject({ url, headers: { cookie: city } })
    expect([reply.statusCode, reply.json().refusals?.[0]?.code]).toEqual([400, 'request.invalid'])
    expect(open.faults).toEqual([])
  })

  it('that meets a bug of ours is answered with an id and nothing else', async () => {
    const broken = { ...routes.session.place, path: '/api/broken' } as Route
    const handler = () => {
      throw new Error('a secret of ours')
    }
    const told: { correlation: string; error: Error }[] = []
    const host = await openHost({
      routes: [{ route: broken, handler, noun: 'session' }],
      onFault: (fault) => void told.push(fault),
    })
    try {
      const reply = await host.host.inject('/api/broken')
      expect(reply.statusCode).toBe(500)
      expect(reply.body).not.toContain('secret')
      expect(refusals(reply)).toEqual([
        { code: 'server.fault', path: '/', facts: { correlation: told[0]?.correlation } },
      ])
      expect(told[0]?.error.message).toBe('a secret of ours')
    } finally {
      await host.close()
    }
  })

  it('to an address that does not say who may call it cannot be served', async () => {
    const { authz: _, ...silent } = routes.session.place
    const routesGiven = [
      {
        route: { ...silent, path: '/api/silent' } as unknown as Route,
        handler: async () => accepted(null),
        noun: 'x',
      },
    ]
    await expect(openHost({ routes: routesGiven })).rejects.toThrow(
      '/api/silent does not say who may call it',
    )
  })
})

describe('what is not yours', () => {
  it('is answered exactly like what is not there', async () => {
    const id = await pledged(open.region, 'donglu')
    const ask = async (it: string, cookie: string) => {
      const reply = await open.host.inject({ url: `/api/documents/${it}`, headers: { cookie } })
      return [reply.statusCode, reply.body.replaceAll(it, '')]
    }
    const xiping = await open.signIn('xiping')
    expect((await ask(id, await open.signIn('donglu')))[0]).toBe(200)
    const absent = await ask('01a20e17-0000-7000-8000-000000000000', xiping)
    expect(await ask(id, xiping)).toEqual(absent)
    expect(absent[0]).toBe(404)
  })
})

describe('two who act on the same duty', () => {
  it('do not overwrite each other: the second is told that it changed', async () => {
    const detail = await open.host.inject({ url: '/api/documents', headers: { cookie: city } })
    const document = detail.json().documents[0].id
    const { findings } = (
      await open.host.inject({ url: `/api/documents/${document}`, headers: { cookie: city } })
    ).json()
    const finding = findings.find((it: { body: { kind: string } }) => it.body.kind === 'milestone')
    const post = (url: string, payload: object, cookie: string) =>
      open.host.inject({ method: 'POST', url, headers: { cookie }, payload })
    const decided = await post(
      `/api/findings/${finding.id}/decision`,
      { decision: 'confirm', seen: finding.seq, request: request() },
      await open.signIn('donglu'),
    )
    expect(decided.statusCode, decided.body).toBe(200)
    const { commitment } = decided.json().finding.decision
    const donglu = await open.signIn('donglu')
    const assign = () =>
      post(
        `/api/commitments/${commitment}/actions`,
        {
          verb: 'assign',
          body: { owner: 'caitang-zhen', due: null, note: '', charge: null },
          request: request(),
          seen: 1,
        },
        donglu,
      )
    const [first, second] = [await assign(), await assign()]
    expect(first.statusCode, first.body).toBe(200)
    expect([second.statusCode, refusals(second)]).toMatchObject([409, [{ code: 'commitment.changed' }]])
  })
})

describe('a file', () => {
  it('is received, read behind the reply, and known the second time', async () => {
    const bytes = Buffer.from('彩塘镇要在2026年9月底前完成河道整治。')
    const first = await open.host.inject(fileCall('/api/documents', '../../河道.txt', bytes, zone))
    expect(first.statusCode, first.body).toBe(200)
    expect(first.json()).toMatchObject({ known: false })
    const again = await open.host.inject(fileCall('/api/documents', '河道.txt', bytes, zone))
    expect(again.json()).toEqual({ id: first.json().id, known: true })
    const state = async () =>
      (await open.host.inject({ url: `/api/documents/${first.json().id}`, headers: { cookie: zone } })).json()
        .document
    await expect.poll(async () => (await state()).state, { timeout: 30_000 }).toBe('read')
    expect(await state()).toMatchObject({ name: '河道.txt', receivedBy: 'kechuang-zone' })
  })

  it('over the limit is refused with the limit, and nothing of it is kept', async () => {
    const small = await openHost()
    try {
      const limit = small.region.app.limits.documentBytes
      const cookie = await small.signIn('shiban')
      const large = fileCall('/api/documents', 'large.txt', Buffer.alloc(limit + 1, 'a'), cookie)
      const reply = await small.host.inject(large)
      expect([reply.statusCode, refusals(reply)]).toMatchObject([
        422,
        [{ code: 'document.too-large', facts: { limit } }],
      ])
      // Announced as larger than that, it is not even read.
      const announced = await small.host.inject({
        ...fileCall('/api/evidence', 'large.txt', Buffer.from('short'), cookie),
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '209715200' },
      })
      expect(refusals(announced)).toMatchObject([
        { code: 'evidence.too-large', facts: { size: 209_715_200 } },
      ])
      const { rows } = await small.region.pool.query('select 1 from blob')
      expect(rows).toEqual([])
    } finally {
      await small.close()
    }
  })

  it('after so many in a minute is refused, to that person alone', async () => {
    const busy = await openHost({ uploads: { perMinute: 2, atOnce: 4 } })
    try {
      const send = async (cookie: string, name: string) =>
        busy.host.inject(fileCall('/api/evidence', name, Buffer.from(name), cookie))
      const [one, other] = [await busy.signIn('donglu'), await busy.signIn('xiping')]
      expect((await send(one, 'a')).statusCode).toBe(200)
      const document = fileCall('/api/documents', 'b.txt', Buffer.from('东麓区年内完成改造。'), one)
      expect((await busy.host.inject(document)).statusCode).toBe(200)
      const third = await send(one, 'c')
      expect([third.statusCode, refusals(third)]).toMatchObject([429, [{ code: 'request.too-many' }]])
      expect((await send(other, 'd')).statusCode).toBe(200)
    } finally {
      await busy.close()
    }
  })

  it('beyond so many at the same moment is refused until one is done', async () => {
    let entered = 0
    let release = (): void => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const handler = async () => {
      entered += 1
      await held
      return accepted({ name: 'a', sha256: 'a', bytes: 1 })
    }
    const busy = await openHost({
      uploads: { perMinute: 100, atOnce: 2 },
      routes: [{ route: routes.commitment.evidence, handler, noun: 'evidence' }],
    })
    try {
      const send = (cookie: string) =>
        busy.host.inject(fileCall('/api/evidence', 'a', Buffer.from('a'), cookie)).then((it) => it)
      const [one, other] = [await busy.signIn('donglu'), await busy.signIn('xiping')]
      const first = [send(one), send(one)]
      await expect.poll(() => entered).toBe(2)
      const third = await send(one)
      expect([third.statusCode, refusals(third)]).toMatchObject([429, [{ code: 'request.too-many' }]])
      const others = send(other)
      await expect.poll(() => entered).toBe(3)
      release()
      const codes = (await Promise.all([...first, others])).map((it) => it.statusCode)
      expect(codes).toEqual([200, 200, 200])
      expect((await send(one)).statusCode).toBe(200)
    } finally {
      release()
      await busy.close()
    }
  })

  it('that is missing is refused', async () => {
    const reply = await open.host.inject({
      method: 'POST',
      url: '/api/evidence',
      headers: { cookie: city },
      payload: { file: 'text' },
    })
    expect([reply.statusCode, refusals(reply)]).toMatchObject([400, [{ path: '/body' }]])
  })
})

describe('the screen', () => {
  it('answers every address of its own with the page, fresh, and keeps hashed files for ever', async () => {
    for (const url of ['/', '/commitments/1', '/documents?q=1']) {
      const reply = await open.host.inject(url)
      expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'no-store'])
      expect(reply.body).toContain('<title>screen</title>')
    }
    const asset = await open.host.inject('/assets/main-a1b2c3.js')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await open.host.inject('/assets/gone-000000.js')).statusCode).toBe(404)
  })

  const answersIn = async (url: string, cookie?: string) => {
    const { body } = await open.host.inject({ url, headers: cookie === undefined ? {} : { cookie } })
    const block = /<script type="application\/json" id="answers">(.*?)<\/script>/s.exec(body)?.[1]
    return JSON.parse(block ?? 'null') as Record<string, unknown>
  }

  it('brings with the page what it asks first, the same as its own routes say to the same person', async () => {
    const answers = await answersIn('/?unit=donglu-qu', city)
    const urls = [
      '/api/me',
      '/api/place',
      '/api/overview?unit=donglu-qu',
      '/api/tiles?unit=donglu-qu',
      '/api/units',
    ]
    expect(Object.keys(answers)).toEqual(urls)
    for (const url of urls) {
      const reply = await open.host.inject({ url, headers: { cookie: city } })
      expect(answers[url], url).toEqual(reply.json())
    }
    expect(Object.keys(await answersIn('/documents', city))).toEqual(['/api/me', '/api/place'])
  })

  it('tells nobody who is not signed in more than the place, and leaves out what is refused', async () => {
    expect(Object.keys(await answersIn('/'))).toEqual(['/api/me', '/api/place'])
    expect((await answersIn('/'))['/api/me']).toBeNull()
    expect((await open.host.inject({ url: '//', headers: { cookie: city } })).statusCode).toBeLessThan(500)
    const forged = city.replace(/session_token=[^;]{8}/, 'session_token=aaaaaaaa').replace(/; .*/, '')
    expect(Object.keys(await answersIn('/', forged))).toEqual(['/api/place'])
    expect(Object.keys(await answersIn('/?unit=nowhere', city))).not.toContain('/api/overview?unit=nowhere')
  })

  it('keeps the session as any other call does', async () => {
    const fresh = await open.signIn('caitang')
    await open.region.pool.query(
      `update auth_session set updated_at = now() - interval '2 hours', expires_at = now() + interval '10 hours'
       where user_id = (select id from auth_user where username = 'caitang')`,
    )
    const cookie = fresh.replace(/gangmu\.session_data=[^;]*(?:; )?/, '')
    const page = await open.host.inject({ url: '/', headers: { cookie } })
    expect(page.cookies.map((it) => it.name)).toContain('gangmu.session_token')
  })

  it('lets no text of an answer end its block', async () => {
    await open.region.pool.query(`update unit_state set name = '</script><b>$&' where unit = 'donglu-qu'`)
    const { units } = (await answersIn('/', city))['/api/units'] as { units: { id: string; name: string }[] }
    expect(units.find((it) => it.id === 'donglu-qu')?.name).toBe('</script><b>$&')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
  ])('does not leave its folder: %s', async (url) => {
    const reply = await open.host.inject(url)
    expect(reply.body).not.toContain('not for you')
    expect(reply.statusCode).toBeLessThan(500)
  })

  it('may run only our own scripts, and stands in no frame', async () => {
    const policy = String((await open.host.inject('/')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  })
})

describe('the description', () => {
  it('holds every route of the contract with who may call it', async () => {
    const { paths } = (await open.host.inject('/api/openapi.json')).json()
    const all = Object.values(routes).flatMap((ofNoun) => Object.values(ofNoun as Record<string, Route>))
    for (const { path, method, authz, multipart, events } of all) {
      const operation = paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()]
      expect(operation['x-authz'], path).toBe(authz)
      expect('429' in operation.responses, path).toBe(multipart === true || events === true)
    }
    expect(open.faults).toEqual([])
  })
})

it('a reply holds what its schema names and no more', async () => {
  const id = value(
    await receiveDocument(open.region.app, await open.region.as('shiban'), {
      name: 'a.txt',
      bytes: new TextEncoder().encode('西坪区全年完成投资12亿元。'),
    }),
  ).id
  const reply = await open.host.inject({ url: '/api/documents', headers: { cookie: city } })
  const row = reply.json().documents.find((it: { id: string }) => it.id === id)
  const parsed = routes.document.list.reply.safeParse(reply.json())
  expect(parsed.error).toBeUndefined()
  expect(row).toMatchObject({ date: null, refusal: null, publisher: null })
})
