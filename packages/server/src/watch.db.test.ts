import { once } from 'node:events'
import { type IncomingMessage, request as ask } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pledged, request } from '../../app/test/region.js'
import { type Host, openHost } from '../test/host.js'

let open: Host
let address: string
let document: string
const cookies = new Map<string, string>()
beforeAll(async () => {
  open = await openHost({ watching: { perPerson: 2, seconds: 3 } })
  document = await pledged(open.region, 'donglu')
  for (const it of ['donglu', 'donglu2', 'xiping']) cookies.set(it, await open.signIn(it))
  address = await open.host.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => open?.close())

/** Opens a stream as a browser does, and gathers what it says. */
async function watching(username: string | null) {
  const headers = {
    cookie: (username === null ? undefined : cookies.get(username)) ?? '',
    'accept-encoding': 'br, gzip',
  }
  const sent = ask(`${address}/api/documents/${document}/watch?place=${request()}`, { headers })
  sent.end()
  const [reply] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  reply.setEncoding('utf8').on('data', (it: string) => (text += it))
  reply.on('error', () => undefined)
  const ended = new Promise((resolve) => reply.once('close', resolve))
  return {
    status: reply.statusCode,
    headers: reply.headers,
    events: () =>
      [...text.matchAll(/^data: (.*)$/gm)].map((it) => JSON.parse(it[1] ?? '') as { kind: string }),
    ended,
    close: () => sent.destroy(),
  }
}

async function decide(username: string, finding: string, seen: number) {
  const headers = { cookie: cookies.get(username) ?? '' }
  const payload = { decision: 'reject', seen, request: request() }
  return open.host.inject({ method: 'POST', url: `/api/findings/${finding}/decision`, headers, payload })
}

async function findings() {
  const headers = { cookie: cookies.get('donglu') ?? '' }
  const reply = await open.host.inject({ url: `/api/documents/${document}`, headers })
  return reply.json().findings as { id: string; seq: number }[]
}

describe('a stream', () => {
  it('says at once that something changed, uncompressed, and nothing of what', async () => {
    const mine = await watching('donglu')
    expect([mine.status, mine.headers['content-type'], mine.headers['content-encoding']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      undefined,
    ])
    const [first] = await findings()
    expect((await decide('donglu2', first?.id ?? '', 0)).statusCode).toBe(200)
    await expect.poll(mine.events).toContainEqual({ kind: 'changed' })
    expect(JSON.stringify(mine.events())).not.toContain(first?.id)
    await mine.ended
  })

  it('hears on after news that are none of ours', async () => {
    const mine = await watching('donglu')
    const { pool } = open.region
    const odd = ['not json', 'null', '[1]', '{"is":"changed"}', `{"document":"${document}","is":"at"}`]
    odd.push(`{"document":"${document}","is":"left","who":{"place":1}}`, '')
    for (const it of odd) await pool.query(`select pg_notify('gangmu_news', $1)`, [it])
    const before = mine.events().length
    const second = (await findings())[1]
    expect((await decide('donglu2', second?.id ?? '', 0)).statusCode).toBe(200)
    await expect.poll(() => mine.events().slice(before)).toContainEqual({ kind: 'changed' })
    expect(open.faults).toEqual([])
    await mine.ended
  })

  it('ends by itself, so that the next is asked for anew; so many of a person stand at once', async () => {
    const [first, second] = [await watching('donglu'), await watching('donglu')]
    expect([first.status, second.status, (await watching('donglu')).status]).toEqual([200, 200, 429])
    expect((await watching('donglu2')).status).toBe(200)
    await first.ended
    await second.ended
    expect((await watching('donglu')).status).toBe(200)
  })

  it('frees its place when the page goes away', async () => {
    const pages = [await watching('donglu2'), await watching('donglu2')]
    for (const it of pages) it.close()
    await expect.poll(async () => (await watching('donglu2')).status).toBe(200)
  })

  it('is refused to nobody, and to whom the document is not', async () => {
    expect((await watching(null)).status).toBe(401)
    expect((await watching('xiping')).status).toBe(404)
  })

  it('does not keep the host from closing', async () => {
    const other = await openHost()
    try {
      const id = await pledged(other.region, 'donglu')
      const cookie = await other.signIn('donglu')
      const at = await other.host.listen({ host: '127.0.0.1', port: 0 })
      const reply = await fetch(`${at}/api/documents/${id}/watch?place=${request()}`, { headers: { cookie } })
      expect(reply.status).toBe(200)
      await other.host.close()
      await reply.text()
    } finally {
      await other.region.close()
    }
  })
})
