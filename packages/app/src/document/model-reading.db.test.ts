import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pledge } from '../../test/place.js'
import { type Region, openRegion, request, value } from '../../test/region.js'
import { type ScriptedModel, finds, hangs, modelAt, raw, scriptedModel } from '../../test/scripted-model.js'
import {
  type App,
  acceptAll,
  decideFinding,
  driftOf,
  getCommitment,
  getDocument,
  readPending,
  receiveDocument,
  refuseRepair,
} from '../index.js'

let region: Region
let server: ScriptedModel
let app: App
let number = 0
beforeAll(async () => {
  region = await openRegion()
  server = await scriptedModel()
  app = { ...region.app, model: modelAt(server.port) }
})
afterAll(async () => {
  await server.close()
  await region.close()
})
beforeEach(() => {
  number += 1
})

const aside = '另外,双桥镇的泵站前排着长队,居民盼着早日通水。'
const alone = {
  kind: 'action',
  quote: '双桥镇的泵站前排着长队',
  actor: '双桥镇',
  text: '泵站前排着长队',
  modality: 'commitment',
  operational: true,
}
const together = {
  kind: 'quantity',
  quote: '新增高新技术企业20家',
  role: 'target',
  raw: '20家',
  value: 20,
  unit: '家',
  form: 'numeric',
  hedge: '力争',
}

async function received(by: App = app): Promise<string> {
  const bytes = new TextEncoder().encode(`${pledge}\n${aside}\n(${number})`)
  const board = await region.as('donglu')
  const { id } = value(await receiveDocument(app, board, { name: `${number}.txt`, bytes }))
  await readPending(by)
  return id
}

async function detailOf(id: string) {
  return value(await getDocument(app, await region.as('donglu'), { id }))
}

test('a reading keeps who found what, and which model took part', async () => {
  server.play(finds(alone, together))
  const { findings, reading, restored } = await detailOf(await received())
  const sources = findings.map((it) => it.source)
  expect(sources.filter((it) => it === 'model')).toHaveLength(1)
  expect(sources.filter((it) => it === 'both')).toHaveLength(1)
  const own = findings.find((it) => it.source === 'model')
  expect(own).toMatchObject({ rule: 'model', body: { actor: '双桥镇' }, proposal: null, duty: true })
  const both = findings.find((it) => it.source === 'both')
  expect(both).toMatchObject({ body: { value: 20 }, proposal: { hedge: '力争' } })
  for (const { anchor } of findings) expect(restored.slice(anchor.start, anchor.end)).toBe(anchor.quote)
  const starts = findings.map((it) => it.anchor.start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  expect(reading).toMatchObject({
    rules: expect.stringMatching(/\+scripted\(scripted-2\)\+prompt-\d+$/),
    model: { name: 'scripted', version: 'scripted-2', added: 1, agreed: 1, failure: null },
  })

  const { rows } = await region.pool.query(
    `select source, rule = 'model' as "by model", proposal is not null as proposed, count(*)::int from finding
     where reading = $1 group by 1, 2, 3 order by 1`,
    [reading?.id],
  )
  expect(rows).toMatchObject([
    { source: 'both', 'by model': false, proposed: true, count: 1 },
    { source: 'model', 'by model': true, proposed: false, count: 1 },
    { source: 'rules', 'by model': false, proposed: false },
  ])
})

test.each([
  ['fails', raw(500, { 'retry-after': '0' }, ''), 'faulty', 60_000],
  ['hangs', hangs(), 'timeout', 100],
])('a model that %s leaves the document read by the rules', async (_, deed, failure, textMs) => {
  server.play(deed)
  const { reading, findings, document } = await detailOf(
    await received({ ...app, model: modelAt(server.port, { textMs }) }),
  )
  expect(document.state).toBe('read')
  expect(findings.length).toBeGreaterThan(0)
  expect(findings.every((it) => it.source === 'rules')).toBe(true)
  expect(reading).toMatchObject({ rules: expect.not.stringContaining('scripted'), model: { failure } })
})

test('without a model nobody is asked', async () => {
  server.play(finds(alone))
  const { reading } = await detailOf(await received(region.app))
  expect(reading?.model).toBeNull()
  expect(server.asked).toEqual([])
})

test('a load accepts what the rules found, and leaves to people what a model proposes', async () => {
  server.play(finds(alone, together))
  const id = await received()
  expect(await acceptAll(app, { documents: [id] })).not.toMatchObject({ commitments: 0 })
  const { findings, document } = await detailOf(id)
  expect(findings.find((it) => it.source === 'model')?.decision).toBeNull()
  expect(findings.find((it) => it.source === 'both')?.decision).toMatchObject({ byLoad: true })
  expect(document.open).toBe(1)
})

test('what a person confirms of it says in the ledger where it came from', async () => {
  server.play(finds(alone))
  const { findings } = await detailOf(await received())
  const own = findings.find((it) => it.source === 'model')
  const board = await region.as('donglu')
  const { finding } = value(
    await decideFinding(app, board, { id: own?.id ?? '', decision: 'confirm', request: request() }),
  )
  const commitment = value(await getCommitment(app, board, { id: finding.decision?.commitment ?? '' }))
  expect(commitment).toMatchObject({ commitment: { title: '泵站前排着长队' } })
  const { rows } = await region.pool.query('select kind, content from entry where subject = $1', [own?.id])
  expect(rows).toMatchObject([{ kind: 'finding.confirm' }])
  expect(JSON.parse(rows[0].content).body).toMatchObject({ source: 'model', quote: alone.quote })
})

test('what it proposes is no pledge among others before a person said so', async () => {
  server.play(finds(alone))
  const id = await received()
  const later = pledge.replace('2026年3月2日', '2026年4月2日')
  const bytes = new TextEncoder().encode(later)
  const board = await region.as('donglu')
  const other = value(await receiveDocument(app, board, { name: 'later.txt', bytes }))
  await readPending(region.app)
  const told = async () => {
    const { drifts } = value(await driftOf(app, board, { id, against: other.id }))
    expect(drifts.length).toBeGreaterThan(2)
    return drifts.filter((it) => it.older?.anchor.quote === alone.quote).map((it) => it.kind)
  }
  expect(await told()).toEqual([])
  const own = (await detailOf(id)).findings.find((it) => it.source === 'model')
  value(await decideFinding(app, board, { id: own?.id ?? '', decision: 'confirm', request: request() }))
  expect(await told()).toEqual(['dropped'])
})

test('a refused repair keeps what was proposed and decided, and asks nobody again', async () => {
  server.play(finds(alone, together))
  const id = await received()
  const before = await detailOf(id)
  const own = before.findings.find((it) => it.source === 'model')
  const board = await region.as('donglu')
  value(await decideFinding(app, board, { id: own?.id ?? '', decision: 'confirm', request: request() }))
  const key = before.repairs.find((it) => it.kind === 'punctuation' && it.applied)?.key ?? ''
  server.play(hangs())
  const refused = value(await refuseRepair(app, board, { id, key, refused: true, request: request() }))
  expect(server.asked).toEqual([])
  expect(refused.restored).toContain('另外,双桥镇')
  expect(refused.findings.find((it) => it.source === 'model')).toMatchObject({
    anchor: { quote: alone.quote },
    decision: { decision: 'confirm' },
  })
  expect(refused.reading).toMatchObject({ rules: before.reading?.rules, model: before.reading?.model })
  const back = value(await refuseRepair(app, board, { id, key, refused: false, request: request() }))
  expect(back.findings.map((it) => [it.source, it.anchor.quote, it.decision?.decision])).toEqual(
    (await detailOf(id)).findings.map((it) => [it.source, it.anchor.quote, it.decision?.decision]),
  )
  expect(back.findings.filter((it) => it.source === 'both')).toHaveLength(1)
})

test('stopped while a model is asked, a document waits on as if nobody had begun', async () => {
  const stop = new AbortController()
  server.play(() => stop.abort())
  const bytes = new TextEncoder().encode(`${pledge}\n(${number})`)
  const board = await region.as('donglu')
  const { id } = value(await receiveDocument(app, board, { name: 'stopped.txt', bytes }))
  expect(await readPending(app, undefined, stop.signal)).toEqual({ read: 0, refused: 0 })
  expect((await detailOf(id)).document.state).toBe('reading')
  server.play(finds())
  expect(await readPending(app)).toEqual({ read: 1, refused: 0 })
  expect((await detailOf(id)).document.state).toBe('read')
})
