import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pledge } from '../../test/place.js'
import { type Region, codes, openRegion, request, value } from '../../test/region.js'
import {
  type DriftReply,
  decideFinding,
  driftOf,
  getDocument,
  listCounterparts,
  readPending,
  receiveDocument,
} from '../index.js'

/** Half a year later: a smaller figure, a later date, one thing left out, one kept, one more. */
const later = [
  '东麓区盘点各功能区上半年进展',
  '2026年5月9日',
  '彩塘镇要在2026年9月底前建成智能制造产业园一期。',
  '东麓区力争全年规上工业产值突破260亿元。',
  '清湾科创功能区要新增高新技术企业25家，加快建设公共实验室。',
  '白禾文旅功能区要建成游客中心2个。',
].join('\n')

const foreign = ['西坪区民生实事推进会召开', '2025年11月3日', '西坪区年内新建幼儿园4所。'].join('\n')

let region: Region
let [older, newer, other] = ['', '', '']
beforeAll(async () => {
  region = await openRegion()
  older = await received('donglu', pledge)
  newer = await received('donglu', later)
  other = await received('xiping', foreign)
})
afterAll(() => region.close())

let files = 0
async function received(username: string, text: string, read = true): Promise<string> {
  files += 1
  const bytes = new TextEncoder().encode(text)
  const subject = await region.as(username)
  const { id } = value(await receiveDocument(region.app, subject, { name: `${files}.txt`, bytes }))
  if (read) await readPending(region.app)
  return id
}

const between = async (id: string, against: string, username = 'donglu') =>
  driftOf(region.app, await region.as(username), { id, against })
const of = (reply: DriftReply, words: string) =>
  reply.drifts.find((it) => (it.older ?? it.newer)?.anchor.quote.includes(words))

describe('what became of pledges', () => {
  test('is told with both sentences, each where it stands in its document', async () => {
    const reply = value(await between(newer, older))
    expect([reply.older.id, reply.newer.id]).toEqual([older, newer])
    expect(of(reply, '产业园一期')).toMatchObject({ kind: 'postponed', actor: '彩塘镇' })
    expect(of(reply, '规上工业产值')).toMatchObject({ kind: 'weakened' })
    expect(of(reply, '高新技术企业')).toMatchObject({ kind: 'raised' })
    expect(of(reply, '公共实验室')).toMatchObject({ kind: 'kept' })
    expect(of(reply, '游客中心')).toMatchObject({ kind: 'new', older: null })
    const reader = await region.as('donglu')
    const texts = await Promise.all(
      [older, newer].map(async (id) => value(await getDocument(region.app, reader, { id }))),
    )
    for (const it of reply.drifts) {
      for (const [at, detail] of [
        [it.older, texts[0]],
        [it.newer, texts[1]],
      ] as const) {
        if (at === null || detail === undefined) continue
        expect(detail.restored.slice(at.anchor.start, at.anchor.end)).toBe(at.anchor.quote)
        expect(detail.findings.map((one) => one.id)).toContain(at.finding)
        expect(at.confirmed).toBe(false)
      }
    }
  })

  test('leads to a finding of the sentence where the text says of itself what became of it', async () => {
    const told = await received(
      'donglu',
      later
        .replace('5月9日', '5月12日')
        .replace('在2026年9月底前建成智能制造产业园一期', '抓紧，智能制造产业园一期建成时间由6月调整到10月'),
    )
    const it = of(value(await between(told, older)), '产业园一期')
    expect(it).toMatchObject({ kind: 'postponed', newer: { confirmed: false, commitment: null } })
    expect(it?.why.map((fact) => fact.of)).toContain('stated')
    const { findings } = value(await getDocument(region.app, await region.as('donglu'), { id: told }))
    const found = findings.find((one) => one.id === it?.newer?.finding)
    expect(it?.newer?.anchor.quote).toContain(found?.anchor.quote)
  })

  test('is the same from whichever side it is asked: the earlier document is the older', async () => {
    expect(await between(older, newer)).toEqual(await between(newer, older))
  })

  test('goes by what stands in review: rejected is no pledge, edited is what the edit says', async () => {
    const text = later.replace('260亿元', '280亿元').replace('5月9日', '6月9日')
    const reviewed = await received('donglu', text)
    const before = value(await between(reviewed, older))
    const person = await region.as('donglu')
    const reject = of(before, '高新技术企业')?.newer?.finding ?? ''
    const { findings } = value(await getDocument(region.app, person, { id: reviewed }))
    const beside = findings.filter((it) => it.id === reject || it.speaker === reject)
    for (const it of beside) {
      value(await decideFinding(region.app, person, { id: it.id, decision: 'reject', request: request() }))
    }
    const figure = findings.find((it) => it.id === of(before, '规上工业产值')?.newer?.finding)
    if (figure?.body.kind !== 'quantity') throw new Error('the figure speaks for its clause')
    const body = { ...figure.body, value: 3.2e10 }
    const decide = { id: figure.id, request: request() }
    value(await decideFinding(region.app, person, { ...decide, decision: 'edit', body }))
    const edited = value(await between(reviewed, older))
    expect(of(before, '规上工业产值')).toMatchObject({ kind: 'weakened', newer: { confirmed: false } })
    expect(of(edited, '规上工业产值')).toMatchObject({ kind: 'raised', newer: { confirmed: false } })
    expect(of(before, '高新技术企业')?.kind).toBe('raised')
    expect(of(edited, '高新技术企业')).toMatchObject({ kind: 'dropped', newer: null })
    value(await decideFinding(region.app, person, { id: figure.id, decision: 'confirm', request: request() }))
    const confirmed = of(value(await between(reviewed, older)), '规上工业产值')
    expect(confirmed?.newer).toMatchObject({ confirmed: true, commitment: expect.any(String) })
  })

  test('of long texts is worked out in a thread of its own, and is the same', async () => {
    const filler = Array.from(
      { length: 700 },
      (_, at) => `会议强调，全区各街道要在${at}号地块新植行道树${at + 2}株，推进绿化项目建设。`,
    )
    const long = await received('donglu', [later, ...filler].join('\n').replace('5月9日', '5月10日'))
    const kinds = (reply: DriftReply) =>
      reply.drifts.filter((it) => it.older !== null).map((it) => `${it.kind} ${it.subject}`)
    expect(kinds(value(await between(long, older)))).toEqual(kinds(value(await between(newer, older))))
  }, 60_000)
})

describe('a comparison is refused', () => {
  test('with a document the reader may not see, as if it were not there, and names which', async () => {
    for (const [id, against, path] of [
      [newer, other, 'against'],
      [other, newer, 'id'],
    ] as const) {
      const refusals = await between(id, against)
      expect(refusals).toMatchObject({ ok: false, refusals: [{ code: 'document.unknown', path }] })
    }
    expect(codes(await between(newer, older, 'xiping'))).toEqual(['document.unknown', 'document.unknown'])
    expect((await between(newer, older, 'shenji')).ok).toBe(true)
    expect(codes(await between('not-an-id', older))).toEqual(['document.unknown'])
  })

  test('while one of them is not read', async () => {
    const waiting = await received('donglu', later.replace('260亿元', '270亿元'), false)
    expect(codes(await between(waiting, older))).toEqual(['document.not-read'])
    expect(codes(await between(newer, waiting))).toEqual(['document.not-read'])
    await readPending(region.app)
    expect((await between(waiting, older)).ok).toBe(true)
  })

  test('of a text with itself, under whichever name it came', async () => {
    expect(codes(await between(newer, newer))).toEqual(['document.same-text'])
    const again = await received('donglu', `${later}\n`)
    expect(codes(await between(newer, again))).toEqual(['document.same-text'])
  })

  test('where it took too much', async () => {
    const { TookTooMuch } = await import('../reading/in-thread.js')
    const reader = { ...region.app.reader, compare: () => Promise.reject(new TookTooMuch('long')) }
    const given = { id: newer, against: older }
    const refusals = await driftOf({ ...region.app, reader }, await region.as('donglu'), given)
    expect(codes(refusals)).toEqual(['document.too-much-to-compare'])
  })
})

describe('documents to compare with', () => {
  const offered = async (id: string, username: string, q?: string) =>
    value(await listCounterparts(region.app, await region.as(username), { id, q })).counterparts

  test('are earlier ones first, and what speaks of the same before', async () => {
    const all = await offered(newer, 'shenji')
    expect(all[0]).toMatchObject({ id: older, order: 'earlier' })
    expect(all[0]?.names).toContain('智能制造产业园一期')
    expect(all.find((it) => it.id === other)).toMatchObject({ order: 'earlier', shared: 0, names: [] })
    const orders = all.map((it) => ['earlier', null, 'later'].indexOf(it.order))
    expect(orders).toEqual(orders.toSorted())
    expect(all.map((it) => it.id)).not.toContain(newer)
  })

  test('are those the reader may see', async () => {
    expect((await offered(newer, 'donglu')).map((it) => it.id)).not.toContain(other)
    const refusals = await listCounterparts(region.app, await region.as('xiping'), { id: newer })
    expect(codes(refusals)).toEqual(['document.unknown'])
  })

  test('are found by words, which are no pattern', async () => {
    expect((await offered(newer, 'shenji', '民生实事')).map((it) => it.id)).toEqual([other])
    expect(await offered(newer, 'shenji', '%')).toEqual([])
  })
})
