import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Region, codes, openRegion, request, value } from '../../test/region.js'
import { pledge } from '../../test/place.js'
import {
  decideFinding,
  getCommitment,
  getDocument,
  listEntries,
  readPending,
  receiveDocument,
  refuseRepair,
} from '../index.js'

let region: Region
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
  const text = Object.entries(traditional).reduce((it, [now, then]) => it.replaceAll(now, then), pledge)
  const subject = await region.as('donglu')
  const bytes = new TextEncoder().encode(text)
  ;({ id } = value(await receiveDocument(region.app, subject, { name: 'damaged.txt', bytes })))
  await readPending(region.app)
})
afterAll(() => region.close())

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

test('an unknown repair, and who may not review', async () => {
  const { app } = region
  const ask = async (username: string, key: string) =>
    codes(await refuseRepair(app, await region.as(username), { id, key, refused: true, request: request() }))
  expect(await ask('donglu', 'no:such')).toEqual(['document.unknown-repair'])
  expect(await ask('xiping', 'script:all')).toEqual(['document.unknown'])
  expect(await ask('shenji', 'script:all')).toEqual(['access.denied'])
})
