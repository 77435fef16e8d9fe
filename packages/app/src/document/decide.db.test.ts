import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Region, codes, openRegion, pledged, request, take, taken, value } from '../../test/region.js'
import { pledge } from '../../test/place.js'
import {
  type DecideGiven,
  type FindingRow,
  acceptAll,
  decideFinding,
  getCommitment,
  getDocument,
  listCommitments,
  projectionDefects,
  readPending,
  receiveDocument,
} from '../index.js'

let region: Region
let document: string
beforeAll(async () => {
  region = await openRegion()
  document = await pledged(region, 'donglu')
})
afterAll(() => region.close())

async function findings(): Promise<readonly FindingRow[]> {
  return value(await getDocument(region.app, await region.as('donglu'), { id: document })).findings
}

async function open(kind: FindingRow['body']['kind']): Promise<FindingRow> {
  const found = (await findings()).find((it) => it.body.kind === kind && it.decision === null)
  if (found === undefined) throw new Error(`no open ${kind}`)
  return found
}

async function decide(username: string, given: Omit<DecideGiven, 'request'>) {
  return decideFinding(region.app, await region.as(username), { ...given, request: request() })
}

describe('a finding', () => {
  test('is confirmed once, into a commitment of the receiving unit', async () => {
    const { id, anchor } = await open('quantity')
    const { finding } = value(await decide('donglu', { id, decision: 'confirm', theme: 'minsheng' }))
    const board = await region.as('donglu')
    const made = value(await getCommitment(region.app, board, { id: finding.decision?.commitment ?? '' }))
    expect(made.commitment).toMatchObject({
      kind: 'target',
      theme: 'minsheng',
      issuer: 'donglu-qu',
      state: 'draft',
      acceptedByLoad: false,
    })
    expect(made.history[0]).toMatchObject({ verb: 'create', behalf: 'donglu-qu', body: { finding: id } })
    expect(made.sentence).toMatchObject({ finding: id, quote: anchor.quote })
    const again = await decide('donglu2', { id, decision: 'reject' })
    expect(again).toMatchObject({
      refusals: [{ code: 'finding.decided', facts: { by: '东麓办', decision: 'confirm' } }],
    })
  })

  test('keeps its edit when it is confirmed', async () => {
    const found = await open('milestone')
    if (found.body.kind !== 'milestone') throw new Error('a milestone')
    const body = { ...found.body, due: '2026-05-15', status: 'planned' as const }
    const edited = value(await decide('donglu', { id: found.id, decision: 'edit', body })).finding
    expect(edited).toMatchObject({ edited: true, body, decision: { decision: 'edit', commitment: null } })
    const { finding } = value(await decide('donglu', { id: found.id, decision: 'confirm' }))
    expect(finding).toMatchObject({ edited: true, body })
    const board = await region.as('donglu')
    const made = value(await getCommitment(region.app, board, { id: finding.decision?.commitment ?? '' }))
    expect(made.commitment).toMatchObject({ kind: 'milestone', due: '2026-05-15' })
    expect(codes(await decide('donglu', { id: found.id, decision: 'edit' }))).toEqual(['finding.decided'])
  })

  test('that is a name is confirmed without a duty', async () => {
    const { id } = await open('entity')
    const { finding } = value(await decide('donglu', { id, decision: 'confirm' }))
    expect(finding.decision).toMatchObject({ decision: 'confirm', commitment: null })
  })

  test('is reopened, unless its duty was handed out', async () => {
    const { id } = await open('action')
    const confirmed = value(await decide('donglu', { id, decision: 'confirm' })).finding
    const reopened = value(await decide('donglu', { id, decision: 'reopen' })).finding
    expect(reopened.decision).toBeNull()
    const board = await region.as('donglu')
    const first = value(await getCommitment(region.app, board, { id: confirmed.decision?.commitment ?? '' }))
    expect(first.commitment.state).toBe('withdrawn')
    const { finding } = value(await decide('donglu', { id, decision: 'confirm' }))
    const second = value(await getCommitment(region.app, board, { id: finding.decision?.commitment ?? '' }))
    const body = { owner: 'caitang-zhen', due: null, note: '', charge: null }
    await taken(region, 'donglu', second.commitment, 'assign', body)
    expect(codes(await decide('donglu', { id, decision: 'reopen' }))).toEqual(['finding.has-duties'])
    expect(codes(await take(region, 'donglu', second.commitment, 'withdraw', { reason: '迟' }))).toEqual([
      'commitment.changed',
    ])
  })

  test('is decided by the receiving unit and those above it', async () => {
    const { id } = await open('action')
    expect(codes(await decide('xiping', { id, decision: 'reject' }))).toEqual(['finding.unknown'])
    // The town reads the document because of its duty, and may not decide.
    expect(codes(await decide('caitang', { id, decision: 'reject' }))).toEqual(['access.denied'])
    expect(codes(await decide('shenji', { id, decision: 'reject' }))).toEqual(['access.denied'])
    expect(codes(await decide('donglu', { id: 'none', decision: 'reject' }))).toEqual(['finding.unknown'])
    expect(codes(await decide('donglu', { id, decision: 'edit' }))).toEqual(['finding.no-body'])
    expect(codes(await decide('donglu', { id, decision: 'confirm', theme: 'x' }))).toEqual(['theme.unknown'])
    expect(value(await decide('shiban', { id, decision: 'reject' })).finding.decision?.by).toBe('市办')
  })

  test('of two who decide at once, one is told', async () => {
    const { id } = await open('quantity')
    const results = await Promise.all([
      decide('donglu', { id, decision: 'confirm' }),
      decide('donglu2', { id, decision: 'confirm' }),
    ])
    expect(results.filter((it) => it.ok)).toHaveLength(1)
    expect(results.flatMap(codes)).toEqual(['finding.decided'])
  })

  test('answers the same request with what stands', async () => {
    const { id } = await open('action')
    const given = { id, decision: 'reject', request: request() } as const
    const board = await region.as('donglu')
    const once = value(await decideFinding(region.app, board, given))
    expect(value(await decideFinding(region.app, board, given))).toEqual(once)
    const other = { ...given, decision: 'confirm' } as const
    expect(codes(await decideFinding(region.app, board, other))).toEqual(['request.reused'])
  })
})

describe('a document', () => {
  const bytes = new TextEncoder().encode(`${pledge}\n附：补充一行。`)

  test('is received once by a unit, whatever its name', async () => {
    const board = await region.as('donglu')
    const both = await Promise.all(
      ['a.txt', '/etc/b.txt'].map((name) => receiveDocument(region.app, board, { name, bytes })),
    )
    const [first, second] = both.map(value)
    expect(second?.id).toBe(first?.id)
    expect(both.map((it) => value(it).known).toSorted()).toEqual([false, true])
    const other = value(
      await receiveDocument(region.app, await region.as('xiping'), { name: 'a.txt', bytes }),
    )
    expect(other.known).toBe(false)
  })

  test('that cannot be read is refused, and nothing is kept of it', async () => {
    const board = await region.as('donglu')
    const count = async () =>
      (await region.pool.query('select (select count(*) from blob) + (select count(*) from entry) as n'))
        .rows[0].n
    const before = await count()
    const empty = { name: 'empty.txt', bytes: new Uint8Array() }
    expect(codes(await receiveDocument(region.app, board, empty))).toEqual(['document.empty'])
    const zip = { name: 'a.docx', bytes: new TextEncoder().encode('not an archive') }
    expect(codes(await receiveDocument(region.app, board, zip))).toEqual(['document.not-docx'])
    const large = { ...region.app, limits: { documentBytes: 10 } }
    expect(codes(await receiveDocument(large, board, { name: 'b.txt', bytes }))).toEqual([
      'document.too-large',
    ])
    const audit = await region.as('shenji')
    expect(codes(await receiveDocument(region.app, audit, { name: 'a.txt', bytes }))).toEqual([
      'access.denied',
    ])
    const foreign = { unit: 'xiping-qu', name: 'a.txt', bytes }
    expect(codes(await receiveDocument(region.app, board, foreign))).toEqual(['access.denied'])
    expect(await count()).toBe(before)
  })

  test('whose reading stopped is read at the next start', async () => {
    const board = await region.as('xiping')
    const { id } = value(
      await receiveDocument(region.app, board, {
        name: 'c.txt',
        bytes: new TextEncoder().encode(`${pledge}。`),
      }),
    )
    // A process died here: the row says so, and nobody holds it.
    await region.pool.query(
      `begin; select set_config('gangmu.read_units', '*', true), set_config('gangmu.write_units', '*', true);
       update document set state = 'reading', attempts = 1 where id = '${id}'; commit`,
    )
    const pending = await region.pool.query(
      `begin; select set_config('gangmu.read_units', '*', true);
       select count(*)::int as n from document where state <> 'read'; commit`,
    )
    const waiting = (pending as unknown as { rows: { n: number }[] }[])[2]?.rows[0]?.n ?? 0
    expect(waiting).toBeGreaterThan(1)
    // Two servers at once read each of them once.
    const done = await Promise.all([readPending(region.app), readPending(region.app)])
    expect(done.reduce((sum, it) => sum + it.read, 0)).toBe(waiting)
    expect(value(await getDocument(region.app, board, { id })).document.state).toBe('read')
  })

  test('with a bug in its reading says so and holds up no other', async () => {
    const board = await region.as('xiping')
    const broken = new TextEncoder().encode('这一份读不了。')
    const sound = new TextEncoder().encode('西坪区年内建成两座泵站。')
    const { id } = value(await receiveDocument(region.app, board, { name: 'd.txt', bytes: broken }))
    const { id: other } = value(await receiveDocument(region.app, board, { name: 'e.txt', bytes: sound }))
    const { reader } = region.app
    const faulty: typeof reader = {
      ...reader,
      read: (given) => (given.name === 'd.txt' ? Promise.reject(new Error('planted')) : reader.read(given)),
    }
    expect(await readPending({ ...region.app, reader: faulty })).toEqual({ read: 1, refused: 1 })
    const refusedRow = value(await getDocument(region.app, board, { id })).document
    expect(refusedRow).toMatchObject({ state: 'refused', refusal: { code: 'document.unreadable' } })
    expect(value(await getDocument(region.app, board, { id: other })).document.state).toBe('read')
  })
})

test('a demo load confirms what is plain, hands it to whom the sentence names, and says it was the load', async () => {
  const before = value(await listCommitments(region.app, await region.as('shenji'), {})).total
  const { commitments, dispatched } = await acceptAll(region.app)
  expect(commitments).toBeGreaterThan(dispatched)
  expect(dispatched).toBeGreaterThan(0)
  const listed = value(await listCommitments(region.app, await region.as('shenji'), { limit: 500 }))
  expect(listed.total).toBe(before + commitments)
  const loaded = listed.commitments.filter((it) => it.acceptedByLoad)
  expect(loaded).toHaveLength(commitments)
  expect(new Set(loaded.map((it) => it.state))).toEqual(new Set(['assigned', 'draft']))
  expect(await acceptAll(region.app)).toEqual({ commitments: 0, dispatched: 0 })
  expect(await projectionDefects(region.app)).toEqual([])
})
