import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pack, Subject } from '@gangmu/core'
import { allCommitments, everything } from '@gangmu/store'
import { pack } from '../test/place.js'
import { type Region, openRegion, pledged, take, taken, value } from '../test/region.js'
import { scopeOf } from './scope.js'
import {
  type App,
  acceptAll,
  coverageOf,
  getCommitment,
  getDocument,
  listCommitments,
  listDocuments,
  listEntries,
  listPeople,
  listThemes,
  overview,
  tiles,
} from './index.js'

let region: Region
interface Duty {
  readonly id: string
  readonly issuer: string
  readonly owner: string
  readonly document: string
}
const duties: Duty[] = []
const documents: { readonly id: string; readonly receivedBy: string }[] = []

beforeAll(async () => {
  region = await openRegion()
  for (const [username, receivedBy] of [
    ['shiban', 'qingwan-shi'],
    ['donglu', 'donglu-qu'],
    ['xiping', 'xiping-qu'],
  ] as const) {
    documents.push({ id: await pledged(region, username), receivedBy })
  }
  await acceptAll(region.app)
  const auditor = await region.as('shenji')
  const list = async () => value(await listCommitments(region.app, auditor, { limit: 500 })).commitments
  const accept = { note: '', charge: null }
  // A cascade below the board, so that there are duties of three levels.
  const given = (await list()).find((it) => it.state === 'assigned' && it.owner === 'kechuang-zone')
  if (given === undefined) throw new Error('the demo load gave the zone nothing')
  const { commitment } = await taken(region, 'kechuang', given, 'accept', accept)
  await taken(region, 'kechuang', commitment, 'cascade', {
    children: ['caitang-zhen', 'qingtou-soe'].map((owner) => ({
      owner,
      title: owner,
      due: null,
      value: null,
    })),
  })
  for (const it of await list()) {
    const { sentence } = value(await getCommitment(region.app, auditor, { id: it.id }))
    duties.push({ id: it.id, issuer: it.issuer, owner: it.owner, document: sentence?.document ?? '' })
  }
})
afterAll(() => region.close())

/** Slow and obvious: who stands over a unit, walked link by link upwards from the pack. */
function isOver(upper: string, unit: string, links: Pack['links']): boolean {
  if (upper === unit) return true
  return links.some((it) =>
    it.kind === 'covers'
      ? it.to === unit && isOver(upper, it.from, links)
      : ['part-of', 'member'].includes(it.kind) && it.from === unit && isOver(upper, it.to, links),
  )
}

function sees(username: string, duty: Duty): boolean {
  const post = pack.people.find((it) => it.username === username)?.posts[0]
  if (post === undefined) return false
  if (post.role === 'auditor') return true
  return post.role === 'office' && (duty.issuer === post.unit || isOver(post.unit, duty.owner, pack.links))
}

function reads(username: string, it: (typeof documents)[number]): boolean {
  const post = pack.people.find((one) => one.username === username)?.posts[0]
  const above = post?.role === 'office' && isOver(post.unit, it.receivedBy, pack.links)
  return (
    post?.role === 'auditor' || above || duties.some((one) => one.document === it.id && sees(username, one))
  )
}

/** The same app over a store that hands the database no scope. */
function unfenced(app: App): App {
  const { store } = app
  return { ...app, store: { ...store, read: (_, work) => store.read(everything, work) } }
}

const usernames = pack.people.map((it) => it.username)

describe('what each person sees is what the slow oracle says', () => {
  // Both walls are tried alone: the application's without the database's, and the other way round further below.
  const walls = usernames.flatMap((username) => [
    { username, fence: 'fenced' },
    { username, fence: 'unfenced' },
  ])
  test.each(walls)('$username, $fence: lists', async ({ username, fence }) => {
    const app = fence === 'fenced' ? region.app : unfenced(region.app)
    const subject = await region.as(username)
    const expected = duties.filter((it) => sees(username, it)).map((it) => it.id)
    const listed = value(await listCommitments(app, subject, { limit: 500 }))
    expect(listed.commitments.map((it) => it.id).toSorted()).toEqual(expected.toSorted())
    const shown = value(await overview(app, subject, {}))
    expect(shown.lights).toEqual(listed.lights)
    const themes = value(await listThemes(app, subject, {}))
    const roots = themes.themes.filter((it) => it.parent === null)
    expect(roots.reduce((sum, it) => sum + it.total, themes.without)).toBe(expected.length)
    const read = documents.filter((it) => reads(username, it)).map((it) => it.id)
    const files = value(await listDocuments(app, subject, {})).documents.map((it) => it.id)
    expect(files.toSorted()).toEqual(read.toSorted())
  })

  test('one by one, and as the database itself fences it', async () => {
    const { app } = region
    const subjects = new Map<string, Subject>()
    for (const it of usernames) subjects.set(it, await region.as(it))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...usernames),
        fc.constantFrom(...duties),
        fc.constantFrom(...documents),
        async (username, duty, document) => {
          const subject = subjects.get(username)
          if (subject === undefined) throw new Error(username)
          const got = await getCommitment(app, subject, { id: duty.id })
          expect(got.ok).toBe(sees(username, duty))
          expect((await getDocument(app, subject, { id: document.id })).ok).toBe(reads(username, document))
          if (got.ok) {
            const near = [...got.value.above, ...got.value.below].map((it) => it.id)
            const known = duties.filter((it) => near.includes(it.id))
            expect(known.every((it) => sees(username, it))).toBe(true)
            expect(got.value.sentence).not.toBeNull()
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  test('a query without a condition of its own still gives no more than the scope', async () => {
    const subject = await region.as('caitang')
    const owned = duties.filter((it) => sees('caitang', it)).length
    const fenced = await region.app.store.read(scopeOf(subject), allCommitments)
    expect(fenced).toHaveLength(owned)
    const unset = await region.pool.query(
      'select (select count(*) from commitment) + (select count(*) from document) as n',
    )
    expect(Number(unset.rows[0].n)).toBe(0)
  })
})

test('only auditors and administrators read the ledger, only administrators the accounts', async () => {
  for (const username of usernames) {
    const subject = await region.as(username)
    const roles = subject.posts.map((it) => it.role)
    const entries = await listEntries(region.app, subject, { limit: 5 })
    expect(entries.ok).toBe(roles.includes('auditor') || roles.includes('administrator'))
    expect((await listPeople(region.app, subject, {})).ok).toBe(roles.includes('administrator'))
  }
})

test('an auditor reads what entries say, an administrator only that they are there', async () => {
  const page = async (username: string) =>
    value(await listEntries(region.app, await region.as(username), { limit: 200 })).entries
  const [auditor, administrator] = [await page('shenji'), await page('guanli')]
  const without = (it: (typeof auditor)[number]) => ({ ...it, content: '', withheld: null })
  expect(administrator.map(without)).toEqual(auditor.map(without))
  expect(auditor.every((it) => !it.withheld && it.content !== '')).toBe(true)
  const kinds = new Set(auditor.map((it) => it.kind.split('.')[0]))
  expect([...kinds].toSorted()).toEqual(['commitment', 'document', 'finding', 'pack'])
  for (const it of administrator) {
    expect([it.withheld, it.content === ''], it.kind).toEqual(
      it.kind === 'pack.load' ? [false, false] : [true, true],
    )
  }
  expect(administrator.some((it) => it.actorName === '科创办')).toBe(true)
})

describe('finding one’s way', () => {
  const list = async (query: Parameters<typeof listCommitments>[2], username = 'shenji') =>
    value(await listCommitments(region.app, await region.as(username), { limit: 500, ...query }))

  test('each filter leaves what it names', async () => {
    const all = await list({})
    expect((await list({ unit: 'kechuang-zone' })).commitments.map((it) => it.owner).toSorted()).toEqual(
      all.commitments
        .map((it) => it.owner)
        .filter((it) => isOver('kechuang-zone', it, pack.links))
        .toSorted(),
    )
    const below = await list({ theme: 'chanye' })
    expect(new Set(below.commitments.map((it) => it.theme))).toEqual(new Set(['chanye', 'chanye-keji']))
    expect((await list({ theme: 'none' })).commitments.every((it) => it.theme === null)).toBe(true)
    expect((await list({ kind: 'target' })).commitments.every((it) => it.kind === 'target')).toBe(true)
    const due = await list({ dueFrom: '2026-06-30', dueTo: '2026-12-31' })
    expect(due.total).toBeGreaterThan(0)
    expect(due.commitments.every((it) => it.due !== null && it.due >= '2026-06-30')).toBe(true)
    const one = documents[0]?.id ?? ''
    expect((await list({ document: one })).total).toBe(duties.filter((it) => it.document === one).length)
    const grey = await list({ light: 'grey' })
    expect(grey.total).toBe(all.lights.grey)
    expect(grey.lights).toEqual(all.lights)
    const pages = [await list({ limit: 3 }), await list({ limit: 3, offset: 3 })]
    expect(pages.flatMap((it) => it.commitments)).toEqual((await list({ limit: 6 })).commitments)
  })

  test('any two characters next to each other find what holds them', async () => {
    const all = await list({})
    const [first] = all.commitments
    if (first === undefined) throw new Error('nothing')
    for (let at = 0; at + 2 <= first.title.length; at++) {
      const q = first.title.slice(at, at + 2)
      if (!/^\p{Script=Han}{2}$/u.test(q)) continue
      expect((await list({ q })).commitments.map((it) => it.id)).toContain(first.id)
    }
    expect((await list({ q: '清投集团' })).commitments.map((it) => it.owner)).toContain('qingtou-soe')
    expect((await list({ q: '无此词语' })).total).toBe(0)
    expect((await list({ q: "'; --" })).total).toBe(all.total)
  })

  test('the map shows what is owed over each town, and coverage what documents say', async () => {
    const auditor = await region.as('shenji')
    const all = value(await tiles(region.app, auditor, {})).tiles
    expect(all.map((it) => [it.unit, it.board, it.zones])).toEqual([
      ['caitang-zhen', 'donglu-qu', ['kechuang-zone']],
      ['shuangqiao-zhen', 'donglu-qu', ['kechuang-zone']],
      ['baihe-zhen', 'xiping-qu', ['wenlv-zone']],
    ])
    expect(all.every((it) => it.light !== null)).toBe(true)
    const zone = value(await tiles(region.app, auditor, { unit: 'kechuang-zone' })).tiles
    expect(zone.map((it) => it.light === null)).toEqual([false, false, true])
    const covered = value(await coverageOf(region.app, auditor, {}))
    expect(covered).toMatchObject({ zones: 2, towns: 3, holes: [], overlaps: [], namedInDocuments: 2 })
    expect(covered.legs).toContainEqual({ zone: 'wenlv-zone', missing: ['soe'] })
    expect(covered.claims[0]?.sentence?.quote).toContain('覆盖三个镇')
  })
})

test('an escalation by the board reaches the zone it handed the duty to', async () => {
  const auditor = await region.as('shenji')
  const listed = value(await listCommitments(region.app, auditor, { limit: 500 })).commitments
  const it = listed.find((one) => one.issuer === 'donglu-qu' && one.state === 'assigned')
  if (it === undefined) throw new Error('the board handed out nothing')
  const done = value(await take(region, 'donglu', it, 'escalate', { note: '请抓紧' }))
  expect(done.history.at(-1)?.verb).toBe('escalate')
})
