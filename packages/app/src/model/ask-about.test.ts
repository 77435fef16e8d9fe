import { emptyLexicon, modelRule } from '@gangmu/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pledge } from '../../test/place.js'
import {
  type ScriptedModel,
  finds,
  hangs,
  modelAt,
  raw,
  says,
  scriptedModel,
} from '../../test/scripted-model.js'
import { readLanguage } from '../reading/language.js'
import { askAbout } from './ask-about.js'

// The rules load their tables with the first text, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

let server: ScriptedModel
beforeAll(async () => {
  server = await scriptedModel()
})
afterAll(() => server.close())

const aside = '会场外，双桥镇的泵站前排着长队。'
const reading = (text: string) =>
  readLanguage({ text, name: 'a.txt', lexicon: emptyLexicon, receivedOn: '2026-03-02', refused: [] })
const found = {
  kind: 'action',
  quote: '双桥镇的泵站前排着长队',
  text: '泵站前排着长队',
  modality: 'commitment',
  operational: true,
}

test('a proposal is anchored in the whole text, whatever passage it came from', async () => {
  const { restoration, reading: rules } = await reading(`${pledge}\n${pledge.repeat(20)}\n${aside}`)
  server.play(finds(found))
  const read = await askAbout(modelAt(server.port), restoration.text, rules)
  expect(server.asked.length).toBeGreaterThan(2)
  const own = read.findings.filter((it) => it.rule === modelRule)
  expect(own).toHaveLength(1)
  const at = restoration.text.indexOf(found.quote)
  expect(own[0]?.anchor).toMatchObject({ start: at, quote: found.quote })
  // Every other passage does not hold the quote.
  expect(read.model).toMatchObject({
    asked: server.asked.length,
    answered: server.asked.length,
    added: 1,
    dropped: { 'not-in-text': server.asked.length - 1 },
  })
})

test('never more questions at once than allowed, and no more of the text than allowed', async () => {
  const { restoration, reading: rules } = await reading(`${pledge}\n${pledge.repeat(40)}`)
  let now = 0
  let most = 0
  server.play((response, request) => {
    most = Math.max(most, ++now)
    setTimeout(() => {
      now--
      finds()(response, request)
    }, 5)
  })
  const read = await askAbout(modelAt(server.port, { atOnce: 2, characters: 6000 }), restoration.text, rules)
  expect(most).toBe(2)
  const shown = server.asked
    .map((it) => JSON.parse(it.body.messages[1]?.content ?? '').passage)
    .reduce((sum, it) => sum + it.length, 0)
  expect(shown).toBeLessThanOrEqual(6000)
  expect(read.model?.unseen).toBeGreaterThan(restoration.text.length - 6100)
})

test.each([
  ['hangs', hangs(), 'timeout', 100],
  ['talks', says('我不能帮助处理这个请求。'), 'nonsense', 60_000],
  ['fails', raw(500, { 'retry-after': '0' }, ''), 'faulty', 60_000],
])('a model that %s leaves the reading to the rules, and says why', async (_, deed, failure, textMs) => {
  const { restoration, reading: rules } = await reading(pledge)
  server.play(deed)
  const read = await askAbout(modelAt(server.port, { textMs }), restoration.text, rules)
  expect(read).toEqual({ ...rules, model: read.model })
  expect(read.model).toMatchObject({ name: 'scripted', answered: 0, failure })
})

test('a page in which the rules find nothing is shown to nobody', async () => {
  const { restoration, reading: rules } = await reading('苹果切块，加水煮十分钟，放凉即可。')
  expect(rules.findings).toEqual([])
  server.play(finds())
  const read = await askAbout(modelAt(server.port), restoration.text, rules)
  expect(server.asked).toEqual([])
  expect(read.model).toMatchObject({ asked: 0, failure: null })
})

test('whatever bytes come back, the findings of the rules are all there unchanged, and every quote stands', async () => {
  const { restoration, reading: rules } = await reading(pledge)
  const { text } = restoration
  const proposal = fc
    .tuple(fc.nat({ max: text.length }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({
      ...found,
      quote: text.slice(from, from + length),
      text: text.slice(from, from + 2),
    }))
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .string({ unit: 'binary' })
      .map((it) => new TextEncoder().encode(`{"choices":[{"message":{"content":${JSON.stringify(it)}}}]}`)),
    fc.array(proposal, { maxLength: 5 }).map((all) => {
      const content = JSON.stringify({ findings: all })
      return new TextEncoder().encode(JSON.stringify({ choices: [{ message: { content } }] }))
    }),
  )
  const status = fc.constantFrom(200, 200, 200, 204, 400, 429, 500)
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'text/plain',
    'application/octet-stream',
  )
  let proposed = 0
  await fc.assert(
    fc.asyncProperty(bytes, status, type, async (body, code, contentType) => {
      server.play((response) => {
        response.writeHead(code, { 'content-type': contentType, 'retry-after': '0' }).end(body)
      })
      const read = await askAbout(modelAt(server.port), text, rules)
      const kept = read.findings.slice(0, rules.findings.length)
      expect(kept.map(({ ordinal, rule, anchor, body }) => ({ ordinal, rule, anchor, body }))).toEqual(
        rules.findings,
      )
      for (const { anchor } of read.findings) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
      expect(read.model?.asked).toBe(1)
      proposed += read.findings.length - kept.length
    }),
    { numRuns: 60 },
  )
  expect(proposed).toBeGreaterThan(0)
}, 60_000)
