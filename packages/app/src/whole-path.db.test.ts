import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Region, openRegion, pledged, request, taken, value } from '../test/region.js'
import {
  decideFinding,
  getCommitment,
  getDocument,
  keepEvidence,
  listCommitments,
  listDocuments,
  listEntries,
  overview,
} from './index.js'

let region: Region
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

describe('from a document to a closed duty', () => {
  test('the light changes on the way', async () => {
    const { app } = region
    const board = await region.as('donglu')
    const document = await pledged(region, 'donglu')
    const detail = value(await getDocument(app, board, { id: document }))
    expect(detail.document.state).toBe('read')
    expect(detail.mayReview).toBe(true)
    for (const it of detail.findings) {
      expect(detail.restored.slice(it.anchor.start, it.anchor.end)).toBe(it.anchor.quote)
    }
    expect(value(await overview(app, board, {})).counts.toReview).toBe(1)
    const found = detail.findings.find((it) => it.body.kind === 'milestone')
    expect(found).toBeDefined()

    const { finding } = value(
      await decideFinding(app, board, { id: found?.id ?? '', decision: 'confirm', request: request() }),
    )
    const id = finding.decision?.commitment ?? ''
    const draft = value(await getCommitment(app, board, { id }))
    expect(draft.commitment).toMatchObject({ state: 'draft', owner: 'donglu-qu', light: 'grey' })
    expect(draft.sentence?.quote).toBe(found?.anchor.quote)
    expect(draft.sentence?.paragraph.slice(draft.sentence.offset)).toMatch(draft.sentence?.quote ?? '-')

    let it = await taken(region, 'donglu', draft.commitment, 'assign', {
      owner: 'caitang-zhen',
      due: '2026-06-30',
      note: '请按期完成',
      charge: '周宁',
    })
    expect(it.commitment).toMatchObject({ state: 'assigned', owner: 'caitang-zhen', light: 'green' })
    const town = await region.as('caitang')
    expect(value(await overview(app, town, {})).counts.toAccept).toBe(1)
    // Whoever owes a duty may read the document it comes from.
    expect(value(await listDocuments(app, town, {})).documents.map((one) => one.id)).toEqual([document])

    it = await taken(region, 'caitang', it.commitment, 'accept', { note: '', charge: null })
    region.clock.now = '2026-04-30T02:00:00.000Z'
    const stale = value(await getCommitment(app, town, { id }))
    expect(stale.commitment).toMatchObject({ light: 'yellow', lightReason: 'stale', charge: '周宁' })

    const bytes = new TextEncoder().encode('photo')
    const { sha256 } = value(await keepEvidence(app, town, { name: '../a/现场.jpg', bytes }))
    it = await taken(region, 'caitang', it.commitment, 'report', {
      text: '主体完工',
      value: null,
      done: true,
      evidence: [{ name: '现场.jpg', sha256 }],
    })
    expect(it.commitment).toMatchObject({ state: 'reported', light: 'green' })
    expect(value(await overview(app, board, {})).counts).toMatchObject({ toCheck: 1, toClose: 0 })
    it = await taken(region, 'donglu', it.commitment, 'check', { pass: true, note: '已看现场' })
    expect(value(await overview(app, board, {})).counts).toMatchObject({ toCheck: 0, toClose: 1 })
    it = await taken(region, 'donglu', it.commitment, 'close', { note: '' })
    expect(it.commitment).toMatchObject({ state: 'closed', light: 'green', lightReason: 'closed' })
    expect(it.history.map((line) => line.verb)).toEqual([
      'create',
      'assign',
      'accept',
      'report',
      'check',
      'close',
    ])
    const listed = value(await listCommitments(app, board, { state: 'closed' }))
    expect(listed).toMatchObject({ total: 1, lights: { green: 1, yellow: 0, red: 0, grey: 0 } })
    const ledger = value(await listEntries(app, await region.as('shenji'), {}))
    expect(ledger.entries.map((line) => line.kind).toReversed()).toEqual([
      'pack.load',
      'document.receive',
      'commitment.create',
      'finding.confirm',
      'finding.confirm',
      'commitment.assign',
      'commitment.accept',
      'evidence.keep',
      'commitment.report',
      'commitment.check',
      'commitment.close',
    ])
    expect(ledger.total).toBe(11)
    const older = value(
      await listEntries(app, await region.as('shenji'), { before: ledger.entries[9]?.id, limit: 5 }),
    )
    expect(older.entries.map((line) => line.kind)).toEqual(['pack.load'])
  })
})
