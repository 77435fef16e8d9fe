import type { FindingBody } from '@gangmu/core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Region, codes, openRegion, pledged, request, take, taken, value } from '../../test/region.js'
import {
  type CommitmentRow,
  act,
  decideFinding,
  dispatch,
  evidenceFile,
  getCommitment,
  getDocument,
  keepEvidence,
  listCommitments,
  projectionDefects,
} from '../index.js'

let region: Region
let document: string
beforeAll(async () => {
  region = await openRegion()
  document = await pledged(region, 'shiban')
})
afterAll(() => region.close())

/** A commitment of its own for each test, held by the city. */
let draft: CommitmentRow
beforeEach(async () => {
  draft = await confirmed('quantity')
})

async function confirmed(kind: string): Promise<CommitmentRow> {
  const { app } = region
  const city = await region.as('shiban')
  const { findings } = value(await getDocument(app, city, { id: document }))
  const found = findings.find(
    (it) => it.body.kind === kind && (it.body.kind !== 'quantity' || it.body.role === 'target'),
  )
  if (found === undefined) throw new Error(`no ${kind} was found`)
  const last = found.decision?.commitment
  if (last != null) {
    await cleared(last)
    value(await decideFinding(app, city, { id: found.id, decision: 'reopen', request: request() }))
  }
  const { finding } = value(
    await decideFinding(app, city, { id: found.id, decision: 'confirm', request: request() }),
  )
  return value(await getCommitment(app, city, { id: finding.decision?.commitment ?? '' })).commitment
}

/** Withdraws a commitment, first what was handed down from it by whoever issued that. */
async function cleared(id: string): Promise<void> {
  const { commitment, below } = value(await getCommitment(region.app, await region.as('shiban'), { id }))
  for (const child of below) {
    if (child.state === 'withdrawn' || child.state === 'closed') continue
    await taken(region, child.issuer === 'donglu-qu' ? 'donglu' : 'shiban', child, 'withdraw', {
      reason: '重来',
    })
  }
  if (commitment.state !== 'withdrawn') {
    await taken(region, 'shiban', commitment, 'withdraw', { reason: '重来' })
  }
}

const assignTo = (owner: string) => ({ owner, due: '2026-12-20', note: '', charge: null })

describe('who may act', () => {
  test('a unit hands duties only to those it answers for', async () => {
    const assigned = await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    expect(codes(await take(region, 'shiban', draft, 'assign', assignTo('qingwan-shi')))).toEqual([
      'commitment.changed',
    ])
    const it = await taken(region, 'donglu', assigned.commitment, 'accept', { note: '', charge: null })
    const child = { owner: 'baihe-zhen', title: '白禾镇的一份', due: null, value: 1 }
    expect(codes(await take(region, 'donglu', it.commitment, 'cascade', { children: [child] }))).toEqual([
      'commitment.not-below',
    ])
  })

  test('the owner acts, and others are told whose turn it is', async () => {
    const { commitment } = await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    expect(codes(await take(region, 'shiban', commitment, 'accept', { note: '', charge: null }))).toEqual([
      'commitment.not-your-side',
    ])
    expect(codes(await take(region, 'shenji', commitment, 'accept', { note: '', charge: null }))).toEqual([
      'commitment.not-your-side',
    ])
    expect(codes(await take(region, 'shiban', commitment, 'check', { pass: true, note: '' }))).toEqual([
      'commitment.not-in-this-state',
    ])
  })

  test('absent and not yours are the same', async () => {
    const { commitment } = await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    const absent = await take(region, 'xiping', { id: 'nothing', seq: 1 }, 'accept', {
      note: '',
      charge: null,
    })
    const notYours = await take(region, 'xiping', commitment, 'accept', { note: '', charge: null })
    expect(codes(absent)).toEqual(['commitment.unknown'])
    expect(codes(notYours)).toEqual(['commitment.unknown'])
    const other = await region.as('xiping')
    expect(codes(await getCommitment(region.app, other, { id: commitment.id }))).toEqual([
      'commitment.unknown',
    ])
    expect(codes(await getDocument(region.app, other, { id: document }))).toEqual(['document.unknown'])
  })

  test('nobody checks what they reported', async () => {
    const { app, database } = region
    const subject = await region.as('shiban')
    // One person in two offices: the city's and the board's.
    const both = { ...subject, posts: [...subject.posts, ...(await region.as('donglu')).posts] }
    let { commitment } = await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    const steps = [
      { verb: 'accept', body: { note: '', charge: null } },
      { verb: 'report', body: { text: '完成', value: 1, done: true, evidence: [] } },
    ] as const
    for (const step of steps) {
      const done = await act(app, both, {
        id: commitment.id,
        action: { ...step, body: { ...step.body }, seen: commitment.seq, request: request() } as never,
      })
      ;({ commitment } = value(done))
    }
    const check = { verb: 'check' as const, body: { pass: true, note: '' } }
    const result = await act(app, both, {
      id: commitment.id,
      action: { ...check, seen: commitment.seq, request: request() },
    })
    expect(codes(result)).toEqual(['commitment.own-report'])
    expect(database.singleRole).toBeDefined()
  })

  test('a returned duty is its issuer’s again, and out of sight of who returned it', async () => {
    const { commitment } = await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    const board = await region.as('donglu')
    const action = {
      verb: 'return',
      body: { reason: '不属本区' },
      seen: commitment.seq,
      request: request(),
    } as const
    const giveBack = () => act(region.app, board, { id: draft.id, action })
    const returned = value(await giveBack())
    expect(returned.commitment).toMatchObject({ state: 'returned', owner: 'qingwan-shi' })
    expect(codes(await getCommitment(region.app, board, { id: draft.id }))).toEqual(['commitment.unknown'])
    expect(value(await giveBack())).toEqual(returned)
    await taken(region, 'shiban', returned.commitment, 'assign', assignTo('xiping-qu'))
    expect(codes(await giveBack())).toEqual(['commitment.unknown'])
  })
})

describe('requests', () => {
  test('the same request again changes nothing', async () => {
    const { app } = region
    const city = await region.as('shiban')
    const action = {
      verb: 'assign',
      body: assignTo('donglu-qu'),
      seen: draft.seq,
      request: request(),
    } as const
    const once = value(await act(app, city, { id: draft.id, action }))
    const again = value(await act(app, city, { id: draft.id, action }))
    expect(again).toEqual(once)
    const both = await Promise.all([1, 2].map(() => act(app, city, { id: draft.id, action })))
    expect(both.map(value)).toEqual([once, once])
  })

  test('one id stands for one request', async () => {
    const { app } = region
    const city = await region.as('shiban')
    const action = {
      verb: 'assign',
      body: assignTo('donglu-qu'),
      seen: draft.seq,
      request: request(),
    } as const
    value(await act(app, city, { id: draft.id, action }))
    const other = { ...action, body: assignTo('kechuang-zone') }
    expect(codes(await act(app, city, { id: draft.id, action: other }))).toEqual(['request.reused'])
  })

  test('of two at once one is told what the other did', async () => {
    const results = await Promise.all([
      take(region, 'shiban', draft, 'assign', assignTo('donglu-qu')),
      take(region, 'shiban', draft, 'withdraw', { reason: '撤' }),
    ])
    const late = results.filter((it) => !it.ok)
    expect(late.flatMap(codes)).toEqual(['commitment.changed'])
    expect(late[0]).toMatchObject({ refusals: [{ facts: { seq: 2, by: '市办' } }] })
  })

  test('many are dispatched in one pass, or none', async () => {
    const { app } = region
    const city = await region.as('shiban')
    const other = await confirmed('milestone')
    const assignments = [draft, other].map((it) => ({
      commitment: it.id,
      seen: it.seq,
      body: assignTo('donglu-qu'),
    }))
    const wrong = { ...assignments[1], body: assignTo('qingwan-shi') } as (typeof assignments)[number]
    const none = await dispatch(app, city, {
      request: request(),
      assignments: [...assignments.slice(0, 1), wrong],
    })
    expect(none).toMatchObject({
      refusals: [{ code: 'commitment.not-below', path: 'assignments/1/body/owner' }],
    })
    expect(value(await getCommitment(app, city, { id: draft.id })).commitment.state).toBe('draft')
    const given = { request: request(), assignments }
    const all = value(await dispatch(app, city, given))
    expect(all.commitments.map((it) => it.state)).toEqual(['assigned', 'assigned'])
    expect(value(await dispatch(app, city, given))).toEqual(all)
  })
})

describe('cascade', () => {
  test('children inherit the sentence, and what is not handed down stays to be seen', async () => {
    const { app } = region
    let { commitment } = await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    ;({ commitment } = await taken(region, 'donglu', commitment, 'accept', { note: '', charge: null }))
    const target = commitment.target?.value ?? 0
    const parent = await taken(region, 'donglu', commitment, 'cascade', {
      children: [
        { owner: 'kechuang-zone', title: '科创一份', due: '2026-11-30', value: target / 2 },
        { owner: 'caitang-zhen', title: '彩塘一份', due: null, value: target / 4 },
      ],
    })
    expect(parent.allocation).toMatchObject({ allocated: target * 0.75, unallocated: target / 4 })
    expect(parent.below.map((it) => [it.owner, it.state, it.issuer])).toEqual([
      ['kechuang-zone', 'assigned', 'donglu-qu'],
      ['caitang-zhen', 'assigned', 'donglu-qu'],
    ])
    const zone = await region.as('kechuang')
    const child = value(await getCommitment(app, zone, { id: parent.below[0]?.id ?? '' }))
    expect(child.sentence?.quote).toBe(parent.sentence?.quote)
    // The zone does not see what its board owes the city.
    expect(child.above).toEqual([])
    const city = await region.as('shiban')
    const fromAbove = value(await getCommitment(app, city, { id: parent.below[0]?.id ?? '' }))
    expect(fromAbove.above.map((it) => it.id)).toEqual([commitment.id])
  })
})

describe('who reads all and acts for an office', () => {
  test('changes what the office may, and history and register agree', async () => {
    const { app } = region
    const city = await region.as('shiban')
    const both = {
      ...city,
      posts: [...city.posts, { unit: 'qingwan-shi', role: 'auditor' as const, scope: new Set<string>() }],
    }
    const action = {
      verb: 'assign' as const,
      body: assignTo('donglu-qu'),
      seen: draft.seq,
      request: request(),
    }
    const after = value(await act(app, both, { id: draft.id, action }))
    expect(after.commitment).toMatchObject({ state: 'assigned', owner: 'donglu-qu', seq: 2 })
    expect(value(await getCommitment(app, city, { id: draft.id })).commitment.seq).toBe(2)
  })
})

describe('an edit', () => {
  test('keeps the kind of what was found and invents no unit', async () => {
    const { app } = region
    const city = await region.as('shiban')
    const { findings } = value(await getDocument(app, city, { id: document }))
    const open = findings.find((it) => it.decision === null && it.body.kind === 'entity')
    if (open?.body.kind !== 'entity') throw new Error('no name was found')
    const edit = (body: FindingBody) =>
      decideFinding(app, city, { id: open.id, decision: 'edit', body, request: request() })
    expect(codes(await edit({ kind: 'relation', type: 'part-of', from: '甲', to: '乙' }))).toEqual([
      'finding.other-kind',
    ])
    expect(codes(await edit({ ...open.body, unit: 'no-such-unit' }))).toEqual(['unit.unknown'])
  })
})

describe('evidence', () => {
  test('is cited by who brought it, and read by who sees the duty', async () => {
    const { app } = region
    const town = await region.as('caitang')
    let { commitment } = await taken(region, 'shiban', draft, 'assign', assignTo('caitang-zhen'))
    ;({ commitment } = await taken(region, 'caitang', commitment, 'accept', { note: '', charge: null }))
    const bytes = new TextEncoder().encode('figures')
    const board = await region.as('donglu')
    const brought = value(await keepEvidence(app, board, { name: 'a.txt', bytes }))
    const report = {
      text: '完成',
      value: 3,
      done: false,
      evidence: [{ name: 'a.txt', sha256: brought.sha256 }],
    }
    expect(codes(await take(region, 'caitang', commitment, 'report', report))).toEqual([
      'commitment.unknown-evidence',
    ])
    const own = value(await keepEvidence(app, town, { name: 'a.txt', bytes }))
    expect(own.sha256).toBe(brought.sha256)
    const reported = await taken(region, 'caitang', commitment, 'report', report)
    expect(reported.commitment).toMatchObject({ state: 'accepted', latest: 3 })
    const asked = { id: commitment.id, sha256: own.sha256 }
    const file = value(await evidenceFile(app, board, asked))
    expect(new Uint8Array(file.bytes)).toEqual(bytes)
    expect(codes(await evidenceFile(app, await region.as('xiping'), asked))).toEqual(['commitment.unknown'])
    expect(codes(await keepEvidence(app, town, { name: 'b', bytes: new Uint8Array() }))).toEqual([
      'evidence.empty',
    ])
  })
})

describe('the ledger', () => {
  test('everything the screens read is rebuilt from it', async () => {
    expect(await projectionDefects(region.app)).toEqual([])
    // A cache that somebody changed by hand is found.
    await region.pool.query(
      `begin; select set_config('gangmu.read_units', '*', true), set_config('gangmu.write_units', '*', true);
       update commitment set due = '2030-01-01' where id = '${draft.id}'; commit`,
    )
    expect(await projectionDefects(region.app)).toEqual([{ table: 'commitment', row: draft.id }])
    await taken(region, 'shiban', draft, 'assign', assignTo('donglu-qu'))
    expect(await projectionDefects(region.app)).toEqual([])
  })
})

test('filters name what they do not know', async () => {
  const city = await region.as('shiban')
  expect(codes(await listCommitments(region.app, city, { unit: 'nowhere' }))).toEqual(['unit.unknown'])
  expect(codes(await listCommitments(region.app, city, { theme: 'nothing' }))).toEqual(['theme.unknown'])
})
