import { readPending, receiveDocument } from '@gangmu/app'
import { documentDetail } from '@gangmu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pledge } from '../../app/test/place.js'
import { value } from '../../app/test/region.js'
import { type ScriptedModel, finds, key, modelAt, raw, scriptedModel } from '../../app/test/scripted-model.js'
import { type Host, openHost } from '../test/host.js'

let it: Host
let server: ScriptedModel
let cookie: string
beforeAll(async () => {
  it = await openHost()
  server = await scriptedModel()
  cookie = await it.signIn('donglu')
})
afterAll(async () => {
  await server.close()
  await it.close()
})

/** A document read with the model, as the host shows it. */
async function shown(text: string) {
  const app = { ...it.region.app, model: modelAt(server.port) }
  const bytes = new TextEncoder().encode(text)
  const { id } = value(await receiveDocument(app, await it.region.as('donglu'), { name: 'a.txt', bytes }))
  await readPending(app)
  const reply = await it.host.inject({ url: `/api/documents/${id}`, headers: { cookie } })
  expect(reply.body).not.toContain(key)
  return documentDetail.parse(reply.json())
}

test('a reply says what a model proposed, how it took part, and nothing of its key', async () => {
  const quote = '双桥镇的泵站前排着长队'
  const said = { kind: 'action', quote, text: quote, modality: 'commitment', operational: true }
  server.play(finds(said, { ...said, quote: '没有这句话' }))
  const { findings, reading } = await shown(`${pledge}\n${quote}。`)
  expect(findings.find((one) => one.source === 'model')?.anchor.quote).toBe(quote)
  expect(reading?.model).toMatchObject({ name: 'scripted', added: 1, dropped: { 'not-in-text': 1 } })

  server.play(raw(403, { 'content-type': 'application/json' }, `{"error":"no such key: ${key}"}`))
  const without = await shown(`${pledge}\n另起一行。`)
  expect(without.reading?.model).toMatchObject({ answered: 0, failure: 'denied' })
})
