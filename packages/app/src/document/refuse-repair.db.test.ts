import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Region, codes, openRegion, request, value } from '../../test/region.js'
import { pledge } from '../../test/place.js'
import {
  type DocumentDetail,
  decideFinding,
  getCommitment,
  getDocument,
  listEntries,
  readPending,
  receiveDocument,
  refuseRepair,
} from '../index.js'

type FindingRow = DocumentDetail['findings'][number]

let region: Region
let damaged: string
let id: string
beforeAll(async () => {
  region = await openRegion()
  const traditional = {
    区: '區',
    镇: '鎮',
    东: '東',
    会: '會',
    业: '業',
    产: '產',
    园: '園',
    设: '設',
    '，': ',',
  }
  damaged = Object.entries(traditional).reduce((it, [now, then]) => it.replaceAll(now, then), pledge)
  id = await received('damaged.txt', damaged)
})
afterAll(() => region.close())

async function received(name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const it = value(await receiveDocument(region.app, await region.as('donglu'), { name, bytes }))
  await readPending(region.app)
  return it.id
}

test('a refused repair makes a new reading, decisions stay, and none of them is lost', async () => {
  const { app } = region
  const board = await region.as('donglu')
  const before = value(await getDocument(app, board, { id }))
  const quotes = before.repairs.map((it) => [it.kind, it.applied, it.refused])
  expect(quotes.length).toBeGreaterThan(1)
  const punctuation = before.repairs.find((it) => it.kind === 'punctuation' && it.applied)
  const script = before.repairs.find((it) => it.kind === 'script' && it.applied)
  if (punctuation === undefined || script === undefined) throw new Error(JSON.stringify(before.repairs))
  const found = before.findings.find((it) => it.body.kind === 'milestone' || it.body.kind === 'action')
  if (found === undefined) throw new Error('nothing to confirm')
  const { finding } = value(
    await decideFinding(app, board, { id: found.id, decision: 'confirm', request: request() }),
  )

  const given = { id, key: punctuation.key, refused: true, request: request() }
  const after = value(await refuseRepair(app, board, given))
  expect(after.repairs.find((it) => it.key === punctuation.key)).toMatchObject({
    refused: true,
    applied: false,
  })
  expect(after.restored).not.toBe(before.restored)
  expect(after.reading?.id).not.toBe(before.reading?.id)
  for (const it of after.findings) {
    expect(after.restored.slice(it.anchor.start, it.anchor.end)).toBe(it.anchor.quote)
  }
  const kept = after.findings.find((it) => it.decision !== null)
  expect(kept).toMatchObject({ decision: finding.decision, anchor: { quote: found.anchor.quote } })
  const commitment = finding.decision?.commitment ?? ''
  const sentence = value(await getCommitment(app, board, { id: commitment })).sentence
  expect(sentence).toMatchObject({ finding: kept?.id, start: kept?.anchor.start })
  // The same request again makes no third reading.
  expect(value(await refuseRepair(app, board, given)).reading?.id).toBe(after.reading?.id)

  const lost = await refuseRepair(app, board, { id, key: script.key, refused: true, request: request() })
  expect(codes(lost)).toEqual(['document.decided'])

  const back = value(
    await refuseRepair(app, board, { id, key: punctuation.key, refused: false, request: request() }),
  )
  expect(back.restored).toBe(before.restored)
  expect(back.findings.map((it) => it.decision)).toContainEqual(finding.decision)
  const entries = value(await listEntries(app, await region.as('shenji'), {})).entries.map((it) => it.kind)
  expect(entries.slice(0, 2)).toEqual(['repair.restore', 'repair.refuse'])
})

test('rejections and edits survive a refused repair and its return, or forbid it', async () => {
  const { app } = region
  const board = await region.as('donglu')
  const document = await received(
    'twice.txt',
    `${damaged}\n双桥年内建成两座泵站。\n白禾年底前完成三所学校改造。\n双桥全年新增停车位500个，整治河道12条，培育企业30家。`,
  )
  const now = async () => value(await getDocument(app, board, { id: document }))
  const key = (await now()).repairs.find((it) => it.kind === 'script' && it.applied)?.key ?? ''
  const refuse = (no: boolean) =>
    refuseRepair(app, board, { id: document, key, refused: no, request: request() })
  const decide = async (it: FindingRow, decision: 'confirm' | 'edit' | 'reject' | 'reopen') =>
    value(
      await decideFinding(app, board, {
        id: it.id,
        decision,
        body: decision === 'edit' ? it.body : undefined,
        request: request(),
      }),
    )
  const name = (it: FindingRow) => JSON.stringify([it.body.kind, it.rule, it.anchor.quote])
  const decisions = (all: readonly FindingRow[]) =>
    all
      .flatMap((it) => (it.decision === null ? [] : [[name(it), it.decision.decision, it.decision.at]]))
      .toSorted((a, b) => (`${a}` < `${b}` ? -1 : 1))

  const without = value(await refuse(true)).findings
  const whole = value(await refuse(false)).findings
  const kept = whole.filter((it) => without.some((other) => name(other) === name(it)))
  const changed = whole.find((it) => !kept.includes(it))
  const fresh = without.find((it) => !whole.some((other) => name(other) === name(it)))
  const duty = kept.find((it) => it.body.kind === 'milestone')
  const others = kept.filter((it) => duty !== undefined && it.anchor.start > duty.anchor.end)
  const [edited, ...rejected] = others.slice(0, 4)
  if (!changed || !fresh || !duty || !edited) throw new Error('too little to decide on')
  expect(rejected.length).toBe(3)
  for (const it of rejected) await decide(it, 'reject')
  await decide(edited, 'edit')
  await decide(duty, 'confirm')
  const made = decisions((await now()).findings)
  expect(new Set(made.map((it) => it[1]))).toEqual(new Set(['reject', 'edit', 'confirm']))
  expect(decisions(value(await refuse(true)).findings)).toEqual(made)
  expect(decisions(value(await refuse(false)).findings)).toEqual(made)

  // One that only this text holds forbids the other text, whatever was decided, until it is reopened.
  const there = async () => (await now()).findings.find((it) => name(it) === name(changed)) ?? changed
  for (const decision of ['reject', 'edit'] as const) {
    await decide(await there(), decision)
    expect(codes(await refuse(true))).toEqual(['document.decided'])
    await decide(await there(), 'reopen')
  }
  const other = value(await refuse(true)).findings.find((it) => name(it) === name(fresh))
  if (other === undefined) throw new Error('the same text was read otherwise')

  // The way back is open; what was rejected on the way comes back with its sentence.
  await decide(other, 'reject')
  const back = value(await refuse(false)).findings
  expect(decisions(back)).toEqual(made)
  // Reopened it keeps its edit, through the text that did not hold it.
  expect(back.find((it) => name(it) === name(changed))).toMatchObject({ edited: true, decision: null })
  expect(decisions(value(await refuse(true)).findings)).toContainEqual([
    name(fresh),
    'reject',
    expect.any(String),
  ])
})

test('what was decided on a text that was read anew is taken as about the same sentence, where it has it', async () => {
  const { app } = region
  const board = await region.as('donglu')
  const document = await received('anew.txt', `${damaged}\n双桥镇年内建成三座泵站。`)
  const before = value(await getDocument(app, board, { id: document }))
  const key = before.repairs.find((it) => it.kind === 'script' && it.applied)?.key ?? ''
  const given = { id: document, key, refused: true, request: request() }
  const after = value(await refuseRepair(app, board, given))
  const name = (it: FindingRow) => JSON.stringify([it.body.kind, it.rule, it.anchor.quote])
  const kept = before.findings.find((it) => after.findings.some((other) => name(other) === name(it)))
  const lost = before.findings.find((it) => !after.findings.some((other) => name(other) === name(it)))
  if (kept === undefined || lost === undefined) throw new Error('the same text was read otherwise')
  const late = { decision: 'reject', seen: 0, request: request() } as const
  const { finding } = value(await decideFinding(app, board, { ...late, id: kept.id }))
  expect(finding).toMatchObject({
    seq: 1,
    decision: { decision: 'reject' },
    anchor: { quote: kept.anchor.quote },
  })
  expect(after.findings.map((it) => it.id)).toContain(finding.id)
  expect(value(await decideFinding(app, board, { ...late, id: kept.id })).finding).toEqual(finding)
  const again = { ...late, id: kept.id, request: request() }
  expect(codes(await decideFinding(app, board, again))).toEqual(['finding.changed'])
  expect(codes(await decideFinding(app, board, { ...again, id: lost.id, request: request() }))).toEqual([
    'finding.unknown',
  ])
})

test('a reading that throws, or quotes what is not there, is a refusal and changes nothing', async () => {
  const { app } = region
  const board = await region.as('donglu')
  const document = await received('faulty.txt', `${damaged}\n西坪区年内建成一座泵站。`)
  const before = value(await getDocument(app, board, { id: document }))
  const key = before.repairs.find((it) => it.applied)?.key ?? ''
  const ask = async (read: typeof app.reader.read) =>
    codes(
      await refuseRepair({ ...app, reader: { ...app.reader, read } }, board, {
        id: document,
        key,
        refused: true,
        request: request(),
      }),
    )
  expect(await ask(() => Promise.reject(new Error('planted')))).toEqual(['document.unreadable'])
  const shifted = await ask(async (given) => {
    const read = await app.reader.read(given)
    const findings = read.reading.findings.slice(0, 1).map((it) => ({
      ...it,
      anchor: { ...it.anchor, start: it.anchor.start + 1 },
    }))
    return { ...read, reading: { ...read.reading, findings } }
  })
  expect(shifted).toEqual(['anchor.not-in-text'])
  expect(value(await getDocument(app, board, { id: document })).reading).toEqual(before.reading)
})

test('an unknown repair, and who may not review', async () => {
  const { app } = region
  const ask = async (username: string, key: string) =>
    codes(await refuseRepair(app, await region.as(username), { id, key, refused: true, request: request() }))
  expect(await ask('donglu', 'no:such')).toEqual(['document.unknown-repair'])
  expect(await ask('xiping', 'script:all')).toEqual(['document.unknown'])
  expect(await ask('shenji', 'script:all')).toEqual(['access.denied'])
})
