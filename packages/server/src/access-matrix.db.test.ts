import { acceptAll, type DraftRequest, draftReorganisation, listCommitments } from '@gangmu/app'
import { type Route, routes } from '@gangmu/contract'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pledged, received, request, taken, value } from '../../app/test/region.js'
import { fileCall, type Host, openHost } from '../test/host.js'

/**
 * Everybody of the test place, seen from 东麓区, which received the document and issued the duties of 科创功能区 and
 * 彩塘镇; the zone covers the town. Somebody of 东麓区 was disabled while signed in.
 */
const people = {
  nobody: null,
  disabled: 'donglu2',
  own: 'donglu',
  parent: 'shiban',
  zone: 'kechuang',
  town: 'caitang',
  /** A company of the zone, which owes nothing here. */
  company: 'qingtou',
  /** The other district. */
  sibling: 'xiping',
  auditor: 'shenji',
  administrator: 'guanli',
} as const
type Person = keyof typeof people

type Verdicts = Readonly<Record<Exclude<Person, 'nobody' | 'disabled'>, number>>
const everyone = (code: number): Verdicts => ({
  own: code,
  parent: code,
  zone: code,
  town: code,
  company: code,
  sibling: code,
  auditor: code,
  administrator: code,
})
/** Who holds no office is turned away before anything is looked up. */
const offices = { ...everyone(403), own: 200, parent: 200, zone: 200, town: 200, company: 200, sibling: 200 }
const absent = { ...everyone(404), auditor: 403, administrator: 403 }

interface World {
  readonly document: string
  readonly finding: string
  /** Received by 西坪区. */
  readonly foreign: string
  /** Issued by 东麓区: of the zone, reported with evidence; and of the town, just assigned. */
  readonly ofZone: string
  readonly ofTown: string
  readonly sha256: string
  /** A draft of the map, by the city. */
  readonly draft: string
  /** The number of the last action of a duty. */
  readonly seen: (id: string) => Promise<number>
}

interface Case {
  readonly name: string
  readonly route: Route
  readonly call: (world: World, person: Person) => Promise<InjectOptions> | InjectOptions
  /** Written by hand; who is not signed in, or no longer allowed to be, gets 401 everywhere. */
  readonly wanted: Verdicts
}

const post = (url: string, payload: object): InjectOptions => ({ method: 'POST', url, payload })
const act = async (world: World, id: string, verb: string, body: object) =>
  post(`/api/commitments/${id}/actions`, { verb, body, request: request(), seen: await world.seen(id) })
const draft: Omit<DraftRequest, 'request'> = {
  title: '划转',
  reason: '',
  on: '2026-05-01',
  steps: [{ kind: 'transfer', unit: 'caitang-zhen', from: 'kechuang-zone', to: 'wenlv-zone' }],
}
const document = routes.document
const commitment = routes.commitment

const cases: readonly Case[] = [
  {
    name: 'receives for the own unit',
    route: document.receive,
    call: (_, person) => fileCall('/api/documents', 'a.txt', Buffer.from(`${person}年内建成公园。`), ''),
    wanted: offices,
  },
  {
    name: 'receives for 东麓区',
    route: document.receive,
    call: () => fileCall('/api/documents?unit=donglu-qu', 'b.txt', Buffer.from('东麓区年内建成步道。'), ''),
    wanted: { ...everyone(403), own: 200 },
  },
  {
    // Who may review is told that there is no such repair; who may only read, that reviewing is not theirs.
    name: 'refuses a repair',
    route: document.refuseRepair,
    call: (it) =>
      post(`/api/documents/${it.document}/repairs`, { key: 'no-such', refused: true, request: request() }),
    wanted: { ...absent, own: 422, parent: 422, zone: 403, town: 403 },
  },
  {
    name: 'decides a finding that is decided',
    route: document.decide,
    call: (it) =>
      post(`/api/findings/${it.finding}/decision`, { decision: 'reject', seen: 1, request: request() }),
    wanted: { ...absent, own: 422, parent: 422, zone: 403, town: 403 },
  },
  {
    name: 'decides a finding it did not see decided',
    route: document.decide,
    call: (it) =>
      post(`/api/findings/${it.finding}/decision`, { decision: 'reject', seen: 0, request: request() }),
    wanted: { ...absent, own: 409, parent: 409, zone: 403, town: 403 },
  },
  {
    name: 'says at which finding one is',
    route: document.beAt,
    call: (it) => post(`/api/documents/${it.document}/presence`, { place: request(), finding: it.finding }),
    wanted: { ...absent, own: 200, parent: 200, zone: 403, town: 403 },
  },
  {
    name: 'asks what changed on a document',
    route: document.changes,
    call: (it) => ({ url: `/api/documents/${it.document}/changes?after=0` }),
    wanted: { ...everyone(404), own: 200, parent: 200, zone: 200, town: 200, auditor: 200 },
  },
  {
    name: 'acts from the side of the issuer',
    route: commitment.act,
    call: (it) => act(it, it.ofTown, 'escalate', { note: '请抓紧' }),
    wanted: { ...absent, own: 200, parent: 422, zone: 422, town: 422 },
  },
  {
    name: 'acts from the side of the owner',
    route: commitment.act,
    call: (it) => act(it, it.ofZone, 'object', { reason: '请核实' }),
    wanted: { ...absent, own: 422, parent: 422, zone: 200 },
  },
  {
    name: 'dispatches',
    route: commitment.dispatch,
    call: async (it) =>
      post('/api/commitments/dispatch', {
        request: request(),
        assignments: [
          {
            commitment: it.ofTown,
            seen: await it.seen(it.ofTown),
            body: { owner: 'caitang-zhen', due: null, note: '', charge: null },
          },
        ],
      }),
    wanted: { ...absent, own: 200, parent: 422, zone: 422, town: 422 },
  },
  {
    name: 'keeps evidence',
    route: commitment.evidence,
    call: (_, person) => fileCall('/api/evidence', 'c.txt', Buffer.from(person), ''),
    wanted: offices,
  },
  {
    name: 'reads a document',
    route: document.get,
    call: (it) => ({ url: `/api/documents/${it.document}` }),
    wanted: { ...everyone(404), own: 200, parent: 200, zone: 200, town: 200, auditor: 200 },
  },
  {
    name: 'sees what a document may be compared with',
    route: document.counterparts,
    call: (it) => ({ url: `/api/documents/${it.document}/counterparts` }),
    wanted: { ...everyone(404), own: 200, parent: 200, zone: 200, town: 200, auditor: 200 },
  },
  {
    // The other document is of 西坪区, and nothing in it is owed by 东麓区: who may read both compares them.
    name: 'compares two documents',
    route: document.drift,
    call: (it) => ({ url: `/api/documents/${it.document}/drift?against=${it.foreign}` }),
    wanted: { ...everyone(404), parent: 200, auditor: 200 },
  },
  {
    name: 'compares them from the other side',
    route: document.drift,
    call: (it) => ({ url: `/api/documents/${it.foreign}/drift?against=${it.document}` }),
    wanted: { ...everyone(404), parent: 200, auditor: 200 },
  },
  {
    name: 'compares a document with itself',
    route: document.drift,
    call: (it) => ({ url: `/api/documents/${it.document}/drift?against=${it.document}` }),
    wanted: { ...everyone(404), own: 422, parent: 422, zone: 422, town: 422, auditor: 422 },
  },
  {
    name: 'reads a duty',
    route: commitment.get,
    call: (it) => ({ url: `/api/commitments/${it.ofZone}` }),
    wanted: { ...everyone(404), own: 200, parent: 200, zone: 200, auditor: 200 },
  },
  {
    name: 'fetches evidence',
    route: commitment.evidenceFile,
    call: (it) => ({ url: `/api/commitments/${it.ofZone}/evidence/${it.sha256}` }),
    wanted: { ...everyone(404), own: 200, parent: 200, zone: 200, auditor: 200 },
  },
  {
    name: 'fetches evidence by a duty it is not of',
    route: commitment.evidenceFile,
    call: (it) => ({ url: `/api/commitments/${it.ofTown}/evidence/${it.sha256}` }),
    wanted: everyone(404),
  },
  {
    name: 'lists documents',
    route: document.list,
    call: () => ({ url: '/api/documents' }),
    wanted: everyone(200),
  },
  {
    // The city alone changes the map; here the parent is its office. Whoever holds no office is not asked why.
    name: 'drafts a reorganisation',
    route: routes.reorganisation.draft,
    call: () => post('/api/reorganisations', { ...draft, request: request() }),
    wanted: { ...everyone(403), parent: 200 },
  },
  {
    name: 'changes a draft it did not see',
    route: routes.reorganisation.change,
    call: (it) => post(`/api/reorganisations/${it.draft}`, { ...draft, seen: 9, request: request() }),
    wanted: { ...everyone(403), parent: 409 },
  },
  {
    name: 'publishes a draft with other consequences',
    route: routes.reorganisation.publish,
    call: (it) =>
      post(`/api/reorganisations/${it.draft}/publication`, { seen: 1, digest: 'other', request: request() }),
    wanted: { ...everyone(403), parent: 409 },
  },
  {
    name: 'undoes what is not published',
    route: routes.reorganisation.undo,
    call: (it) => post(`/api/reorganisations/${it.draft}/undoing`, { seen: 1, request: request() }),
    wanted: { ...everyone(403), parent: 422 },
  },
  {
    name: 'lists reorganisations',
    route: routes.reorganisation.list,
    call: () => ({ url: '/api/reorganisations' }),
    wanted: { ...everyone(403), parent: 200, auditor: 200 },
  },
  {
    name: 'reads a draft',
    route: routes.reorganisation.get,
    call: (it) => ({ url: `/api/reorganisations/${it.draft}` }),
    wanted: { ...everyone(403), parent: 200, auditor: 200 },
  },
  {
    name: 'sees what a draft would move',
    route: routes.reorganisation.preview,
    call: (it) => ({ url: `/api/reorganisations/${it.draft}/preview` }),
    wanted: { ...everyone(403), parent: 200, auditor: 200 },
  },
  {
    name: 'sees how zones cover towns',
    route: routes.unit.coverage,
    call: () => ({ url: '/api/coverage' }),
    wanted: everyone(200),
  },
  {
    name: 'sees the map of another district',
    route: routes.unit.tiles,
    call: () => ({ url: '/api/tiles?unit=xiping-qu' }),
    wanted: everyone(200),
  },
]

let open: Host
let world: World
const cookies = new Map<Person, string>()

beforeAll(async () => {
  open = await openHost()
  const { region } = open
  for (const [person, username] of Object.entries(people)) {
    if (username !== null) cookies.set(person as Person, await open.signIn(username))
  }
  await region.pool.query(`update person set disabled = true where username = 'donglu2'`)
  const id = await pledged(region, 'donglu')
  await acceptAll(region.app)
  const all = value(await listCommitments(region.app, await region.as('shenji'), { limit: 500 })).commitments
  const of = (owner: string) => {
    const found = all.find((it) => it.owner === owner && it.issuer === 'donglu-qu' && it.state === 'assigned')
    if (found === undefined) throw new Error(`the load assigned nothing to ${owner}`)
    return found
  }
  const given = of('kechuang-zone')
  const accepted = await taken(region, 'kechuang', given, 'accept', { note: '', charge: null })
  const cookie = cookies.get('zone') ?? ''
  const kept = (
    await open.host.inject(fileCall('/api/evidence', 'e.txt', Buffer.from('完工'), cookie))
  ).json()
  await taken(region, 'kechuang', accepted.commitment, 'report', {
    text: '已完成',
    value: null,
    done: true,
    evidence: [{ name: kept.name, sha256: kept.sha256 }],
  })
  const { rows } = await region.pool.query<{ id: string }>(
    `select finding as id from decision where commitment = $1`,
    [given.id],
  )
  const drafted = value(
    await draftReorganisation(region.app, await region.as('shiban'), { ...draft, request: request() }),
  )
  world = {
    document: id,
    finding: rows[0]?.id ?? '',
    foreign: await received(region, 'xiping', '西坪区年内新建幼儿园4所。'),
    ofZone: given.id,
    ofTown: of('caitang-zhen').id,
    sha256: kept.sha256,
    draft: drafted.reorganisation.id,
    seen: async (it) => {
      const found = await region.pool.query<{ seq: number }>(
        'select max(seq)::int as seq from commitment_action where commitment = $1',
        [it],
      )
      return found.rows[0]?.seq ?? 0
    },
  }
})
afterAll(() => open?.close())

it('every route that writes has its row', () => {
  const writing = Object.values(routes)
    .flatMap((ofNoun) => Object.values(ofNoun as Record<string, Route>))
    .filter((it) => it.method !== 'GET')
  const covered = new Set(cases.map((it) => it.route))
  expect(writing.filter((it) => !covered.has(it)).map((it) => it.path)).toEqual([])
})

describe.each(cases)('$name', ({ call, wanted }) => {
  it.each(Object.keys(people) as Person[])('%s', async (person) => {
    const given = await call(world, person)
    const { cookie: _, ...headers } = { cookie: '', ...given.headers }
    const cookie = cookies.get(person)
    const reply = await open.host.inject({
      ...given,
      headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) },
    })
    const expected = person === 'nobody' || person === 'disabled' ? 401 : wanted[person]
    expect(reply.statusCode, reply.body.slice(0, 300)).toBe(expected)
    expect(open.faults).toEqual([])
  })
})

it('a list of documents holds the document for whom it may be opened, and for nobody else', async () => {
  const seeing: Person[] = []
  for (const [person, cookie] of cookies) {
    const reply = await open.host.inject({ url: '/api/documents', headers: { cookie } })
    const rows = (reply.json().documents ?? []) as { id: string }[]
    if (rows.some((it) => it.id === world.document)) seeing.push(person)
  }
  expect(seeing).toEqual(['own', 'parent', 'zone', 'town', 'auditor'])
})
