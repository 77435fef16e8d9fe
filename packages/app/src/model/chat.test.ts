import type { ModelAnswer } from '@gangmu/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type Deed,
  type ScriptedModel,
  breaks,
  hangs,
  key,
  modelAt,
  raw,
  says,
  scriptedModel,
} from '../../test/scripted-model.js'
import type { Model } from './model.js'

vi.setConfig({ testTimeout: 60_000 })

let server: ScriptedModel
beforeAll(async () => {
  server = await scriptedModel()
})
afterAll(() => server.close())

const messages = [{ role: 'user' as const, content: '彩塘镇年内建成泵站。' }]
const open = () => new AbortController().signal
const ask = (model: Model = modelAt(server.port)) => model.ask(messages, open())
const json = { 'content-type': 'application/json' }
const failed = (failure: string): unknown => ({ ok: false, failure })

describe('the chat API', () => {
  test('is asked as it documents itself, and its answer taken', async () => {
    server.play(says('{"findings":[]}'))
    expect(await ask()).toEqual({ ok: true, content: '{"findings":[]}', version: 'scripted-2' })
    expect(server.asked).toMatchObject([
      {
        path: '/v1/chat/completions',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: { model: 'scripted', messages, stream: false, temperature: 0 },
      },
    ])
  })

  test.each<[string, ModelAnswer, Deed]>([
    ['cut short', { ok: false, failure: 'cut-short' }, says('{"findings":[', { finish: 'length' })],
    ['broken off', { ok: false, failure: 'unreachable' }, breaks()],
    [
      'a page',
      { ok: false, failure: 'not-an-answer' },
      raw(200, { 'content-type': 'text/html' }, '<p>hello'),
    ],
    ['without a type', { ok: false, failure: 'not-an-answer' }, raw(200, {}, '{}')],
    ['half a JSON', { ok: false, failure: 'not-an-answer' }, raw(200, json, '{"choices":[{"mess')],
    ['no choices', { ok: false, failure: 'not-an-answer' }, raw(200, json, '{"choices":[]}')],
    ['null', { ok: false, failure: 'not-an-answer' }, raw(200, json, 'null')],
    [
      'no words',
      { ok: false, failure: 'not-an-answer' },
      raw(200, json, '{"choices":[{"message":{"content":null}}]}'),
    ],
    ['denied', { ok: false, failure: 'denied' }, raw(401, json, `{"error":"key ${key} is unknown"}`)],
    ['rejected', { ok: false, failure: 'rejected' }, raw(404, json, '{}')],
    ['huge', { ok: false, failure: 'too-long' }, says('x'.repeat(2 * 1024 * 1024))],
  ])('answers %s', async (_, answer, deed) => {
    server.play(deed)
    expect(await ask()).toEqual(answer)
    expect(server.asked).toHaveLength(1)
  })

  test('an answer without end is left when it is too long', async () => {
    let open = true
    server.play((response) => {
      response.writeHead(200, json)
      response.on('close', () => (open = false))
      const more = (): void => {
        if (open) response.write(' '.repeat(65_536), () => setImmediate(more))
      }
      more()
    })
    expect(await ask()).toEqual(failed('too-long'))
    await expect.poll(() => open).toBe(false)
  })

  test.each([
    [429, '0', 'busy'],
    [503, null, 'busy'],
    [500, '0', 'faulty'],
    [429, new Date(0).toUTCString(), 'busy'],
  ])('is asked once more after %i with Retry-After %s', async (status, after, failure) => {
    const refuses = raw(status, after === null ? json : { ...json, 'retry-after': after }, '{}')
    server.play(refuses, says('[]'))
    expect(await ask()).toMatchObject({ ok: true })
    expect(server.asked).toHaveLength(2)
    server.play(refuses)
    expect(await ask()).toEqual(failed(failure))
    expect(server.asked).toHaveLength(2)
  })

  test('that takes no more than a plain question is asked one, and from then on at once', async () => {
    server.play(raw(400, json, '{}'), says('[]'))
    const model = modelAt(server.port)
    expect(await ask(model)).toMatchObject({ ok: true })
    expect(await ask(model)).toMatchObject({ ok: true })
    expect(server.asked.map((it) => 'temperature' in it.body)).toEqual([true, false, false])
    server.play(raw(400, json, '{}'))
    expect(await ask(model)).toEqual(failed('rejected'))
    expect(server.asked).toHaveLength(1)
  })

  test('is not waited for longer than a reading waits', async () => {
    server.play(raw(429, { ...json, 'retry-after': '3600' }, '{}'))
    expect(await ask()).toEqual(failed('busy'))
    expect(server.asked).toHaveLength(1)
  })

  test.each([
    ['nothing', hangs()],
    ['the beginning of an answer', hangs(true)],
    ['a promise of patience', raw(429, { ...json, 'retry-after': '9' }, '{}')],
  ])('that gives %s is left when its time is over', async (_, deed) => {
    server.play(deed)
    expect(await ask(modelAt(server.port, { callMs: 80 }))).toEqual(failed('timeout'))
  })

  test('is left at once when the asker goes', async () => {
    const asker = new AbortController()
    server.play((response) => {
      response.on('close', () => undefined)
      asker.abort()
    })
    const model = modelAt(server.port, { callMs: 600_000 })
    expect(await model.ask(messages, asker.signal)).toEqual(failed('timeout'))
    expect(await model.ask(messages, asker.signal)).toEqual(failed('timeout'))
    expect(server.asked).toHaveLength(1)
  })

  test('that sends to another host is not followed: neither the text nor the key go there', async () => {
    const other = await scriptedModel()
    try {
      other.play(says('[]'))
      for (const status of [301, 302, 307, 308]) {
        server.play(raw(status, { location: `http://127.0.0.1:${other.port}/v1/chat/completions` }, ''))
        expect(await ask()).toEqual(failed('redirected'))
      }
      expect(other.asked).toEqual([])
    } finally {
      await other.close()
    }
  })

  test('where nobody listens is said to be out of reach', async () => {
    const gone = await scriptedModel()
    await gone.close()
    expect(await ask(modelAt(gone.port))).toEqual(failed('unreachable'))
  })

  test('after several failures in a row is left alone for a while', async () => {
    server.play(raw(401, json, '{}'))
    const model = modelAt(server.port, {}, { ms: 60_000, failures: 2 })
    const answers = [await ask(model), await ask(model), await ask(model)]
    expect(answers).toEqual([failed('denied'), failed('denied'), failed('resting')])
    expect(server.asked).toHaveLength(2)

    const brief = modelAt(server.port, {}, { ms: 0, failures: 1 })
    await ask(brief)
    server.play(says('[]'))
    expect(await ask(brief)).toMatchObject({ ok: true })
  })
})
