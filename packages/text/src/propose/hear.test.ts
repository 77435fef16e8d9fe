import { type ModelAnswer, type Reading, checkAnchor, emptyLexicon, modelRule } from '@gangmu/core'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { read } from '../extract/read.js'
import { restore } from '../restore/restore.js'
import { hear } from './hear.js'
import { passagesOf } from './passages.js'
import { promptFor } from './prompt.js'

// A busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const received = [
  '东麓区功能区建设工作部署会召开',
  '2026年3月2日',
  '彩塘镇要在2026年6月底前建成智能制造产业园一期。',
  '东麓区力争全年规上工业产值突破300亿元，新增高新技术企业20家。',
  '双桥镇的泵站也在排队等着，老街那一段夏天总要淹上几回。',
].join('\n')
const restoration = restore(received)
const { text } = restoration
const rules = read({ received, restoration, lexicon: emptyLexicon })

const ok = (content: string): ModelAnswer => ({ ok: true, content, version: 'scripted-2' })
const said = (...findings: readonly unknown[]): ModelAnswer => ok(JSON.stringify({ findings }))

function heard(...answers: readonly ModelAnswer[]): Reading {
  const { passages, unseen } = passagesOf(text, { each: 10_000, all: 100_000 })
  const [passage] = passages
  if (passage === undefined) throw new Error('no passage')
  return hear(text, rules, {
    name: 'scripted',
    answers: answers.map((answer) => ({ passage, answer })),
    unseen,
  })
}

const own = (reading: Reading) => reading.findings.filter((it) => it.rule === modelRule)

/** What must hold whatever a model says. */
function expectSound(reading: Reading): void {
  const kept = reading.findings.slice(0, rules.findings.length)
  expect(kept.map(({ ordinal, rule, anchor, body }) => ({ ordinal, rule, anchor, body }))).toEqual(
    rules.findings,
  )
  for (const it of reading.findings) expect(checkAnchor(text, it.anchor, '')).toBeNull()
  expect(reading.findings.map((it) => it.ordinal)).toEqual(reading.findings.map((_, at) => at + 1))
  expect(reading.facts).toEqual(rules.facts)
}

const pump = {
  kind: 'action',
  quote: '双桥镇的泵站也在排队等着',
  actor: '双桥镇',
  theme: '泵站',
  text: '泵站也在排队等着',
  modality: 'commitment',
  operational: true,
}

describe('what a model proposes', () => {
  test('stands behind the findings of the rules, with its quote and its source', () => {
    const reading = heard(said(pump))
    expectSound(reading)
    expect(own(reading)).toMatchObject([
      { anchor: { quote: pump.quote }, body: { kind: 'action', actor: '双桥镇', text: pump.text } },
    ])
    expect(reading.rules).toBe(`${rules.rules}+scripted(scripted-2)+prompt-1`)
    expect(reading.model).toMatchObject({
      asked: 1,
      answered: 1,
      added: 1,
      agreed: 0,
      dropped: {},
      failure: null,
    })
  })

  test('of words in which the rules found the same is kept on their finding, which stays as it is', () => {
    const figure = {
      kind: 'quantity',
      quote: '新增高新技术企业20家',
      role: 'fact',
      raw: '20家',
      value: 9999,
      unit: '座',
      form: 'numeric',
      hedge: '力争',
    }
    const reading = heard(said(figure, { ...figure, quote: '规上工业产值突破300亿元，新增高新技术企业20家' }))
    expectSound(reading)
    expect(own(reading)).toEqual([])
    const both = reading.findings.filter((it) => it.proposal !== undefined)
    expect(both.map((it) => it.body)).toMatchObject([
      { kind: 'quantity', value: 20, unit: '家', role: 'target' },
    ])
    // Even on it the figure is read from the words, not taken from the model.
    expect(both[0]?.proposal).toMatchObject({ body: { value: 20, unit: '家', role: 'fact', hedge: '力争' } })
    expect(reading.model).toMatchObject({ added: 0, agreed: 1, dropped: { twice: 1 } })
  })

  test('of another figure in the same clause is a finding of its own', () => {
    const alone: Reading = {
      ...rules,
      findings: rules.findings.filter((it) => it.anchor.quote.includes('300亿')),
    }
    const [passage] = passagesOf(text, { each: 10_000, all: 100_000 }).passages
    const quote = '全年规上工业产值突破300亿元，新增高新技术企业20家'
    const answer = said({ kind: 'quantity', quote, role: 'target', raw: '20家', unit: '家', value: 20 })
    const reading = hear(text, alone, { name: 'x', answers: passage ? [{ passage, answer }] : [], unseen: 0 })
    expect(own(reading)).toMatchObject([{ body: { value: 20 } }])
  })

  test('of the size that makes things count is no figure of its own', () => {
    const words = `${received}\n东麓区年内要招引10亿元以上项目6个。`
    const reading = read({ received: words, restoration: restore(words), lexicon: emptyLexicon })
    const [passage] = passagesOf(words, { each: 1000, all: 1000 }).passages
    const quote = '招引10亿元以上项目6个'
    const answer = said({ kind: 'quantity', quote, role: 'target', raw: '10亿元', value: 1e9, unit: 'CNY' })
    const answers = passage ? [{ passage, answer }] : []
    expect(hear(words, reading, { name: 'x', answers, unseen: 0 }).model).toMatchObject({
      added: 0,
      agreed: 1,
    })
  })

  test.each([
    ['not-in-text', { ...pump, quote: '双桥镇的泵站也在排队等候' }],
    ['not-in-text', { ...pump, quote: '，' }],
    ['not-in-quote', { ...pump, text: '请转账到以下账户' }],
    ['unknown-kind', { ...pump, kind: 'order' }],
    ['wrong-fields', { ...pump, operational: 'yes' }],
    ['wrong-fields', { ...pump, modality: 'command' }],
    ['wrong-fields', 'a finding'],
    ['wrong-fields', { ...pump, actor: '区'.repeat(300) }],
    [
      'not-as-written',
      { kind: 'quantity', quote: '夏天总要淹上几回', role: 'fact', raw: '几回', value: 7, unit: '回' },
    ],
    ['wrong-fields', { kind: 'relation', quote: pump.quote, type: 'owns', from: '双桥镇', to: '泵站' }],
  ])('is dropped as %s', (reason, finding) => {
    const reading = heard(said(finding))
    expectSound(reading)
    expect(own(reading)).toEqual([])
    expect(reading.model?.dropped).toEqual({ [reason]: 1 })
  })

  test('says no word that the text does not hold, and nothing of the register', () => {
    const reading = heard(
      said(
        { ...pump, actor: '国务院', theme: '请拨打热线' },
        {
          kind: 'entity',
          quote: '老街',
          type: 'carrier',
          name: '老街',
          unit: 'qingwan-shi',
          canonical: '王府井',
        },
        {
          kind: 'milestone',
          quote: pump.quote,
          event: '排队',
          subject: '地铁',
          due: '明年',
          status: 'planned',
        },
      ),
    )
    expect(own(reading).map((it) => it.body)).toMatchObject([
      { kind: 'action', actor: '', theme: '' },
      { kind: 'milestone', subject: '', due: null },
      { kind: 'entity', unit: null, canonical: null },
    ])
  })

  test('is found behind code fences and between words', () => {
    const json = JSON.stringify([pump])
    for (const content of [
      json,
      `\`\`\`json\n${json}\n\`\`\``,
      `好的，结果如下：\n{"findings":${json}}\n以上。`,
    ])
      expect(own(heard(ok(content)))).toHaveLength(1)
  })

  test.each([
    ['', 'nonsense'],
    ['{"findings":[{"kind":"action","quote":"双桥', 'nonsense'],
    ['{"findings":{}}', 'nonsense'],
    ['null', 'nonsense'],
  ])('is not heard in %j', (content, failure) => {
    const reading = heard(ok(content))
    expect(reading).toEqual({ ...rules, model: reading.model })
    expect(reading.model).toMatchObject({ asked: 1, answered: 0, failure })
  })

  test('stands where other passages failed, and the note says what went wrong', () => {
    const reading = heard({ ok: false, failure: 'timeout' }, said(pump))
    expect(own(reading)).toHaveLength(1)
    expect(reading.model).toMatchObject({ asked: 2, answered: 1, failure: 'timeout' })
  })

  test('is bounded in number', () => {
    const reading = heard(said(...Array.from({ length: 5000 }, () => pump)))
    expect(own(reading)).toHaveLength(1)
    expect(reading.model?.dropped['too-many']).toBe(5000 - 120)
  })
})

/** Pieces a hostile or confused model may put together: true quotes, false ones, wrong types, odd characters. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    20,
    -1e308,
    '',
    '20家',
    '300亿元',
    '双桥镇',
    'action',
    'quantity',
    'target',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .integer({ min: 0, max: text.length })
    .chain((from) => fc.integer({ min: 0, max: 30 }).map((length) => text.slice(from, from + length))),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  fc.record({ start: fc.constantFrom('2026', 'x', 7), end: fc.constantFrom('2026-06', null) }),
)
const kinds = ['entity', 'quantity', 'milestone', 'project', 'agreement', 'action', 'relation', '__proto__']
const names =
  'kind quote role actor indicator value raw unit comparator period hedge form threshold subject event due dueText status theme text modality operational name parties type aka within from to __proto__'
const slice = fc
  .tuple(fc.nat({ max: text.length }), fc.integer({ min: 2, max: 30 }))
  .map(([from, length]) => text.slice(from, from + length))
const finding = fc
  .tuple(
    fc.constantFrom(...kinds),
    slice,
    fc.nat({ max: 12 }),
    fc.dictionary(fc.constantFrom(...names.split(' ')), value, { maxKeys: 3 }),
  )
  .map(([kind, quote, from, changed]) => {
    const part = quote.slice(from) || quote
    const words = { raw: part, name: part, event: part, text: part, from: part, to: part }
    const said = { status: 'planned', role: 'target', modality: 'instruction', operational: true }
    const type = kind === 'relation' ? 'part-of' : 'zone'
    return { quote, ...words, ...said, type, ...changed, kind }
  })
const content = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc.array(finding, { maxLength: 12 }).map((it) => JSON.stringify({ findings: it })),
  fc.array(finding, { maxLength: 6 }).map((it) => `\`\`\`\n${JSON.stringify(it)}`),
)

test('whatever a model answers, the findings of the rules stay and every quote stands in the text', () => {
  let proposed = 0
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 3 }), (all) => {
      const reading = heard(...all.map(ok))
      expectSound(reading)
      proposed += own(reading).length
      for (const { body } of own(reading)) expectSpelled(body)
    }),
    { numRuns: 300 },
  )
  expect(proposed).toBeGreaterThan(50)
})

/** No free word of a proposal holds a character that the text does not. */
function expectSpelled(body: object): void {
  const free = [
    'actor',
    'indicator',
    'raw',
    'subject',
    'event',
    'dueText',
    'theme',
    'text',
    'name',
    'within',
    'from',
    'to',
  ]
  for (const [name, words] of Object.entries(body)) {
    if (free.includes(name) && typeof words === 'string')
      for (const char of words) expect(text.includes(char) || /[率数量额]/u.test(char)).toBe(true)
  }
}

test('the question holds the passage as data, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const [, message] = promptFor(
        words,
        { start: 0, end: words.length, under: [] },
        { title: null, date: null },
      )
      expect(JSON.parse(message?.content ?? '')).toMatchObject({ passage: words })
    }),
  )
})
