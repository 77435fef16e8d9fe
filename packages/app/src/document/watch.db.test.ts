import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Region, codes, openRegion, pledged, request, value } from '../../test/region.js'
import {
  type DecideGiven,
  type FindingRow,
  type WatchEvent,
  beAt,
  changesOf,
  decideFinding,
  getDocument,
  watchDocument,
} from '../index.js'

let region: Region
let document: string
const stops: (() => void)[] = []
beforeAll(async () => {
  region = await openRegion()
  document = await pledged(region, 'donglu')
})
afterAll(async () => {
  for (const stop of stops) stop()
  await region.app.live.stop()
  await region.close()
})

async function detail() {
  return value(await getDocument(region.app, await region.as('donglu'), { id: document }))
}

async function open(kind: FindingRow['body']['kind']): Promise<FindingRow> {
  const found = (await detail()).findings.find(
    (it) => it.body.kind === kind && it.seq === 0 && it.speaker === null,
  )
  if (found === undefined) throw new Error(`no open ${kind}`)
  return found
}

async function decide(username: string, given: Omit<DecideGiven, 'request'>) {
  return decideFinding(region.app, await region.as(username), { ...given, request: request() })
}

/** What somebody hears of the document from now on. */
async function hearing(username: string, place = request()) {
  const events: WatchEvent[] = []
  const watching = value(await watchDocument(region.app, await region.as(username), { id: document, place }))
  const stop = watching.open((it) => events.push(it))
  stops.push(stop)
  const present = () => events.findLast((it) => it.kind === 'present')?.people
  return { events, place, stop, present, changes: () => events.filter((it) => it.kind === 'changed').length }
}

describe('two who decide', () => {
  test('the second is told what the first decided, and nothing is overwritten', async () => {
    const found = await open('milestone')
    if (found.body.kind !== 'milestone') throw new Error('a milestone')
    const body = { ...found.body, due: '2026-05-15' }
    value(await decide('donglu', { id: found.id, decision: 'edit', body, seen: 0 }))
    const other = { ...found.body, due: '2026-09-30' }
    const second = await decide('donglu2', { id: found.id, decision: 'edit', body: other, seen: 0 })
    expect(second).toMatchObject({
      refusals: [{ code: 'finding.changed', facts: { seq: 1, decision: 'edit', by: '东麓办' } }],
    })
    const stands = (await detail()).findings.find((it) => it.id === found.id)
    expect([stands?.body, stands?.seq]).toEqual([body, 1])
    // Having seen it, the second may overrule it.
    const overruled = await decide('donglu2', { id: found.id, decision: 'edit', body: other, seen: 1 })
    expect(value(overruled).finding).toMatchObject({ body: other, seq: 2 })
  })

  test('at once on what both saw, one is told', async () => {
    const { id } = await open('action')
    const results = await Promise.all([
      decide('donglu', { id, decision: 'reject', seen: 0 }),
      decide('donglu2', { id, decision: 'confirm', seen: 0 }),
    ])
    expect(results.flatMap(codes)).toEqual(['finding.changed'])
  })

  test('a reopening the other did not see is not undone by what he saw before it', async () => {
    const { id } = await open('entity')
    value(await decide('donglu', { id, decision: 'reject', seen: 0 }))
    value(await decide('donglu', { id, decision: 'reopen', seen: 1 }))
    expect(codes(await decide('donglu2', { id, decision: 'confirm', seen: 0 }))).toEqual(['finding.changed'])
    expect(value(await decide('donglu2', { id, decision: 'confirm', seen: 2 })).finding.seq).toBe(3)
  })

  test('what waited on a machine is not sent in the name of another', async () => {
    const { id } = await open('entity')
    const { person } = await region.as('donglu2')
    const given = { id, decision: 'confirm', seen: 0, person } as const
    expect(codes(await decide('donglu', given))).toEqual(['session.other-person'])
    expect(value(await decide('donglu2', given)).finding.decision?.decision).toBe('confirm')
  })
})

describe('changes', () => {
  test('are what decisions moved after a position, for who may read the document', async () => {
    const before = (await detail()).position
    const { id } = await open('quantity')
    value(await decide('donglu', { id, decision: 'confirm', seen: 0 }))
    const board = await region.as('donglu')
    const changes = value(await changesOf(region.app, board, { id: document, after: before }))
    const after = await detail()
    expect(changes.position).toBe(after.position)
    expect(changes.position).toBeGreaterThan(before)
    expect(changes.open).toBe(after.document.open)
    const moved = changes.findings.find((it) => it.id === id)
    expect(moved).toEqual(after.findings.find((it) => it.id === id))
    for (const it of changes.findings) expect(after.findings).toContainEqual(it)
    const none = value(await changesOf(region.app, board, { id: document, after: changes.position }))
    expect(none.findings).toEqual([])
    const sibling = await region.as('xiping')
    expect(codes(await changesOf(region.app, sibling, { id: document, after: 0 }))).toEqual([
      'document.unknown',
    ])
  })
})

describe('who watches', () => {
  test('hears that something was decided, by whomever, when it stands', async () => {
    const mine = await hearing('donglu')
    // It hears once more when it begins: what came before that is asked for.
    await expect.poll(mine.changes).toBe(1)
    const before = mine.changes()
    const { position } = await detail()
    const { id } = await open('entity')
    value(await decide('shiban', { id, decision: 'reject', seen: 0 }))
    await expect.poll(mine.changes).toBe(before + 1)
    expect((await detail()).position).toBeGreaterThan(position)
    // A refused one changes nothing, and nobody hears of it.
    expect(codes(await decide('shiban', { id, decision: 'confirm', seen: 0 }))).toEqual(['finding.changed'])
    const { id: next } = await open('entity')
    value(await decide('shiban', { id: next, decision: 'reject', seen: 0 }))
    await expect.poll(mine.changes).toBe(before + 2)
  })

  test('hears who else reviews, and where; who only reads is neither named nor told', async () => {
    const mine = await hearing('donglu')
    const other = await hearing('donglu2')
    const { id: finding } = await open('entity')
    await expect.poll(() => mine.present()?.map((it) => it.name)).toContain('东麓办二')
    const given = { id: document, place: other.place, finding }
    value(await beAt(region.app, await region.as('donglu2'), given))
    await expect.poll(mine.present).toContainEqual({ name: '东麓办二', finding })
    expect(other.present()?.map((it) => it.name)).toEqual(['东麓办'])

    const { position } = await detail()
    const auditor = await hearing('shenji')
    expect(codes(await beAt(region.app, await region.as('shenji'), given))).toEqual(['access.denied'])
    const { id } = await open('entity')
    value(await decide('donglu', { id, decision: 'reject', seen: 0 }))
    await expect.poll(auditor.changes).toBeGreaterThan(0)
    expect(auditor.present()).toBeUndefined()
    expect(mine.present()?.map((it) => it.name)).not.toContain('审计')
    expect((await detail()).position).toBeGreaterThan(position)
  })

  test('of a document one may not read is told nothing of it', async () => {
    const sibling = await region.as('xiping')
    const given = { id: document, place: request() }
    expect(codes(await watchDocument(region.app, sibling, given))).toEqual(['document.unknown'])
    expect(codes(await beAt(region.app, sibling, { ...given, finding: null }))).toEqual(['document.unknown'])
  })

  test('that fails is told of, and what is told next is heard', async () => {
    const faults: unknown[] = []
    region.app.live.faultsTo((it) => faults.push(it))
    const planted = new Error('planted')
    let heard = 0
    const leave = region.app.live.watch(document, null, () => {
      heard += 1
      throw planted
    })
    stops.push(leave)
    for (const times of [1, 2]) {
      const { id } = await open('entity')
      value(await decide('donglu', { id, decision: 'reject', seen: 0 }))
      await expect.poll(() => heard).toBe(times)
    }
    expect(faults).toEqual([planted, planted])
    leave()
  })

  test('goes on hearing after the connection broke', async () => {
    const mine = await hearing('donglu')
    const before = mine.changes()
    const operator = await region.pool.connect()
    // As whoever signed in to the database: the role of the app sees no connection but its own.
    await operator.query('set role none')
    const broken = async () =>
      (
        await operator.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'gangmu news' and datname = current_database()`,
        )
      ).rowCount
    await expect
      .poll(broken)
      .toBe(1)
      .finally(() => operator.release(true))
    // What was missed meanwhile is asked for again.
    await expect.poll(mine.changes).toBeGreaterThan(before)
  })
})
