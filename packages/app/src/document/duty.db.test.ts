import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Region, codes, openRegion, request, taken, value } from '../../test/region.js'
import { pledge } from '../../test/place.js'
import {
  type DecideGiven,
  type FindingRow,
  acceptAll,
  decideFinding,
  getCommitment,
  getDocument,
  listCommitments,
  listDocuments,
  listEntries,
  overview,
  projectionDefects,
  readPending,
  receiveDocument,
} from '../index.js'

let region: Region
let document: string
let number = 0
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

/** A document of its own for each test, without a title: it ends with a clause that is found three ways. */
beforeEach(async () => {
  number += 1
  const body = pledge.split('\n').slice(2)
  const text = [...body, `清湾科创功能区确保2026年10月底前建成科创载体${number}万平方米。`].join('\n')
  const bytes = new TextEncoder().encode(text)
  const board = await region.as('donglu')
  ;({ id: document } = value(await receiveDocument(region.app, board, { name: `${number}.txt`, bytes })))
  await readPending(region.app)
})

async function detail() {
  return value(await getDocument(region.app, await region.as('donglu'), { id: document }))
}

async function clause(): Promise<readonly [FindingRow, FindingRow, FindingRow]> {
  const { findings } = await detail()
  const of = (kind: FindingRow['body']['kind']) =>
    findings.find((it) => it.body.kind === kind && it.anchor.quote.includes('科创载体'))
  const [figure, date, action] = [of('quantity'), of('milestone'), of('action')]
  if (!figure || !date || !action) throw new Error(JSON.stringify(findings.map((it) => it.body)))
  return [figure, date, action]
}

async function decide(given: Omit<DecideGiven, 'request'>) {
  return decideFinding(region.app, await region.as('donglu'), { ...given, request: request() })
}

const made = async (it: FindingRow) =>
  value(await getCommitment(region.app, await region.as('donglu'), { id: it.decision?.commitment ?? '' }))

describe('one clause found three ways', () => {
  test('is one duty that waits, named by what stands in it', async () => {
    const [figure, date, action] = await clause()
    expect([figure, date, action].map((it) => [it.duty, it.speaker])).toEqual([
      [true, null],
      [true, figure.id],
      [true, figure.id],
    ])
    const { document: row, findings } = await detail()
    const speaking = findings.filter((it) => it.duty && it.speaker === null)
    expect([row.open, row.findings]).toEqual([speaking.length, findings.length])
    expect(speaking.length).toBeLessThan(findings.filter((it) => it.duty).length)
    expect(findings.some((it) => !it.duty && it.body.kind === 'entity')).toBe(true)
    expect(row.title).toBe('会议指出，全市两个功能区覆盖三个镇，要把纲举起来')
  })

  test('is confirmed by any of them into one commitment of the figure, due on the date', async () => {
    const [figure, , action] = await clause()
    const waiting = (await detail()).document.open
    const done = value(await decide({ id: action.id, decision: 'confirm', theme: 'minsheng' }))
    expect(done.open).toBe(waiting - 1)
    const rows = [done.finding, ...done.beside]
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map((it) => it.decision?.commitment)).size).toBe(1)
    expect((await made(done.finding)).commitment).toMatchObject({
      kind: 'target',
      due: '2026-10-31',
      theme: 'minsheng',
    })
    expect((await made(done.finding)).sentence?.finding).toBe(figure.id)
    const board = await region.as('donglu')
    expect(value(await listCommitments(region.app, board, { document })).total).toBe(1)
    const { entries } = value(await listEntries(region.app, await region.as('shenji'), { limit: 4 }))
    expect(entries.map((it) => it.kind)).toEqual([
      'finding.confirm',
      'finding.confirm',
      'finding.confirm',
      'commitment.create',
    ])
    expect(codes(await decide({ id: figure.id, decision: 'confirm' }))).toEqual(['finding.decided'])
  })

  test('is reopened as a whole', async () => {
    const [figure, date] = await clause()
    const waiting = (await detail()).document.open
    const confirmed = value(await decide({ id: figure.id, decision: 'confirm' })).finding
    const reopened = value(await decide({ id: date.id, decision: 'reopen' }))
    expect([reopened.finding, ...reopened.beside].map((it) => it.decision)).toEqual([null, null, null])
    expect(reopened.open).toBe(waiting)
    expect((await made(confirmed)).commitment.state).toBe('withdrawn')
    const again = value(await decide({ id: figure.id, decision: 'confirm' })).finding
    const body = { owner: 'kechuang-zone', due: null, note: '', charge: null }
    await taken(region, 'donglu', (await made(again)).commitment, 'assign', body)
    expect(codes(await decide({ id: date.id, decision: 'reopen' }))).toEqual(['finding.has-duties'])
  })

  test('is said by the next best where the figure was rejected', async () => {
    const [figure, date, action] = await clause()
    const waiting = (await detail()).document.open
    const rejected = value(await decide({ id: figure.id, decision: 'reject' }))
    expect(rejected.open).toBe(waiting)
    expect(rejected.finding).toMatchObject({ duty: true, speaker: null, decision: { decision: 'reject' } })
    expect(new Map(rejected.beside.map((it) => [it.id, it.speaker]))).toEqual(
      new Map([
        [date.id, null],
        [action.id, date.id],
      ]),
    )
    const confirmed = value(await decide({ id: date.id, decision: 'confirm' })).finding
    expect((await made(confirmed)).commitment.kind).toBe('milestone')
    // Taken up again, the figure joins what stands instead of making a second one.
    const back = value(await decide({ id: figure.id, decision: 'reopen' }))
    expect([back.open, back.finding.speaker]).toEqual([waiting - 1, date.id])
    const joined = value(await decide({ id: figure.id, decision: 'confirm' })).finding
    expect(joined.decision?.commitment).toBe(confirmed.decision?.commitment)
  })

  test('keeps the edit of its speaker and of those beside it', async () => {
    const [figure, date] = await clause()
    if (figure.body.kind !== 'quantity' || date.body.kind !== 'milestone') throw new Error('kinds')
    const body = { ...figure.body, value: 50_000, raw: '5万平方米', period: { start: null, end: '2027' } }
    const waiting = (await detail()).document.open
    expect(value(await decide({ id: figure.id, decision: 'edit', body })).open).toBe(waiting)
    const event = { ...date.body, event: '交付使用' }
    await decide({ id: date.id, decision: 'edit', body: event })
    const done = value(await decide({ id: date.id, decision: 'confirm' }))
    expect(done.finding).toMatchObject({ edited: true, body: event })
    expect((await made(done.finding)).commitment).toMatchObject({
      kind: 'target',
      due: '2027-12-31',
      target: { value: 50_000 },
    })
  })
})

test('a load accepts every duty once and leaves none open', async () => {
  const board = await region.as('donglu')
  const open = value(await overview(region.app, board, {})).counts.toReview
  expect(open).toBeGreaterThan(0)
  const [figure] = await clause()
  const rejected = value(await decide({ id: figure.id, decision: 'reject' }))
  expect(await acceptAll(region.app, { documents: [document], untouched: true })).toMatchObject({
    commitments: 0,
  })
  await decide({ id: rejected.finding.id, decision: 'reopen' })
  const { open: waiting } = (await detail()).document
  expect(await acceptAll(region.app, { documents: [document] })).toMatchObject({ commitments: waiting })
  await acceptAll(region.app)
  const { documents } = value(await listDocuments(region.app, board, {}))
  expect(documents.map((it) => it.open)).toEqual(documents.map(() => 0))
  expect(value(await overview(region.app, board, {})).counts.toReview).toBe(0)
  expect(await projectionDefects(region.app)).toEqual([])
})
