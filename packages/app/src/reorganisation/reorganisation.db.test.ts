import type { StepInput } from '@gangmu/core'
import { everything, holdMap } from '@gangmu/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codes, openRegion, pledged, type Region, request, taken, value } from '../../test/region.js'
import {
  acceptAll,
  act,
  changeReorganisation,
  type Consequences,
  draftReorganisation,
  listCommitments,
  listPeople,
  listReorganisations,
  listUnits,
  previewReorganisation,
  projectionDefects,
  publishReorganisation,
  type ReorganisationDetail,
  undoReorganisation,
} from '../index.js'

let region: Region
beforeEach(async () => {
  region = await openRegion()
  await pledged(region, 'donglu')
  await acceptAll(region.app)
})
afterEach(() => region.close())

/** The clock of the test place stands at this day. */
const today = '2026-03-10'
const merge: StepInput = {
  kind: 'merge',
  units: ['kechuang-zone', 'wenlv-zone'],
  into: { unit: 'shuangxin-zone', kind: 'zone', name: '清湾双新功能区' },
  partOf: 'qingwan-shi',
}

async function draft(steps: readonly StepInput[], on = today, title = '功能区调整'): Promise<string> {
  const given = { request: request(), title, reason: '便于统筹', on, steps }
  return value(await draftReorganisation(region.app, await region.as('shiban'), given)).reorganisation.id
}

async function preview(id: string): Promise<Consequences> {
  return value(await previewReorganisation(region.app, await region.as('shiban'), { id }))
}

async function publish(id: string, shown?: Consequences, given: object = {}) {
  const { digest } = shown ?? (await preview(id))
  const asking = { id, request: request(), seen: 1, digest: digest ?? 'none', ...given }
  return publishReorganisation(region.app, await region.as('shiban'), asking)
}

async function published(steps: readonly StepInput[], on = today): Promise<ReorganisationDetail> {
  return value(await publish(await draft(steps, on)))
}

const units = async (asOf: string, knownAt?: string) =>
  value(await listUnits(region.app, await region.as('shenji'), { asOf, knownAt }))
const shape = ({ units: all, links }: Awaited<ReturnType<typeof units>>) => ({
  units: all.map((it) => `${it.id} ${it.name}`).toSorted(),
  links: links.map((it) => `${it.kind} ${it.from} ${it.to}`).toSorted(),
})
const duties = async () =>
  value(await listCommitments(region.app, await region.as('shenji'), { limit: 500 })).commitments
const living = async () => (await duties()).filter((it) => it.state !== 'closed' && it.state !== 'withdrawn')

/** Every living duty has an owner and an issuer who stand today, and its history adds up to what is shown. */
async function nobodyOrphaned(): Promise<void> {
  const standing = new Set((await units(today)).units.map((it) => it.id))
  const orphans = (await living()).filter((it) => !standing.has(it.owner) || !standing.has(it.issuer))
  expect(orphans).toEqual([])
  expect((await living()).length).toBeGreaterThan(0)
  expect(await projectionDefects(region.app)).toEqual([])
  const { rows } = await region.pool.query(
    `select person, unit from post where valid @> $1::date and unit <> all($2)`,
    [today, [...standing]],
  )
  expect(rows).toEqual([])
}

describe('a merge on its day', () => {
  it('does what the preview shows: map, duties, posts and documents go to the heir', async () => {
    const [given] = (await living()).filter((it) => it.owner === 'kechuang-zone')
    if (given === undefined) throw new Error('nothing was handed to the zone')
    const { commitment } = await taken(region, 'kechuang', given, 'accept', { note: '', charge: '李工' })
    const before = shape(await units(today))
    const id = await draft([merge])
    const shown = await preview(id)
    expect(shown.refusals).toEqual([])
    expect(shown.units.ends.map((it) => it.unit).toSorted()).toEqual(['kechuang-zone', 'wenlv-zone'])
    expect(shown.posts.map((it) => [it.name, it.heir])).toEqual([['科创办', 'shuangxin-zone']])
    value(await publish(id, shown))

    const moved = new Map(shown.commitments.map((it) => [it.id, [it.newOwner, it.newIssuer]]))
    const after = await living()
    expect(moved.size).toBeGreaterThan(0)
    for (const it of after) {
      if (moved.has(it.id)) expect([it.owner, it.issuer]).toEqual(moved.get(it.id))
      else expect([it.owner, it.issuer]).not.toContain('kechuang-zone')
    }
    // The same people go on with it: nothing has to be accepted again.
    expect(after.find((it) => it.id === given.id)).toMatchObject({
      owner: 'shuangxin-zone',
      state: 'accepted',
      charge: '李工',
      seq: commitment.seq + 1,
    })
    await nobodyOrphaned()

    const map = shape(await units(today))
    const line = (it: { kind: string; from: string; to: string }) => `${it.kind} ${it.from} ${it.to}`
    const ended = new Set(shown.links.ends.map(line))
    const expected = [...before.links.filter((it) => !ended.has(it)), ...shown.links.begins.map(line)]
    expect(map.links).toEqual(expected.toSorted())

    const zone = await region.as('kechuang')
    expect(zone.posts.map((it) => it.unit)).toEqual(['shuangxin-zone'])
    const report = { text: '正在推进', value: null, done: false, evidence: [] }
    await taken(region, 'kechuang', { id: given.id, seq: commitment.seq + 1 }, 'report', report)
  })

  it('leaves every map of before as it was, and as it was known', async () => {
    const dayBefore = shape(await units('2026-03-09'))
    const known = region.clock.now
    const [first] = (await units(today)).units
    expect(first).toBeDefined()
    const asKnown = shape(await units(today, known))
    await published([merge])
    expect(shape(await units('2026-03-09'))).toEqual(dayBefore)
    expect(shape(await units(today, known))).toEqual(asKnown)
    expect(shape(await units('2030-01-01', known))).toEqual(asKnown)
    expect(shape(await units(today)).units).not.toEqual(asKnown.units)
  })

  it('changes nothing the second time it is asked', async () => {
    const id = await draft([merge])
    const shown = await preview(id)
    const again = { request: request() }
    const first = value(await publish(id, shown, again))
    const count = async () => (await region.pool.query('select count(*) from entry')).rows
    const entries = await count()
    expect(value(await publish(id, shown, again))).toEqual(first)
    expect(await count()).toEqual(entries)
    expect(codes(await publish(id, shown))).toEqual(['reorganisation.not-draft'])
  })
})

describe('other steps', () => {
  it('splits a zone: the heir of its duties is the larger part, the history of both is told', async () => {
    const part = (unit: string, lower: string[], of: number) => ({
      into: { unit, kind: 'zone' as const, name: `${unit} 功能区` },
      lower,
      weight: { part: of, whole: 3 },
    })
    const done = await published([
      {
        kind: 'split',
        unit: 'kechuang-zone',
        parts: [
          part('ke-zone', ['caitang-zhen', 'qingtou-soe'], 1),
          part('chuang-zone', ['shuangqiao-zhen'], 2),
        ],
      },
    ])
    expect(done.lineage.map((it) => [it.to, it.share])).toEqual([
      ['chuang-zone', { part: 2, whole: 3 }],
      ['ke-zone', { part: 1, whole: 3 }],
    ])
    expect((await living()).filter((it) => it.owner === 'chuang-zone').length).toBeGreaterThan(0)
    expect((await region.as('kechuang')).posts.map((it) => it.unit)).toEqual(['chuang-zone'])
    await nobodyOrphaned()
  })

  it('hands a town to another zone without moving a duty', async () => {
    const before = (await living()).map((it) => [it.id, it.owner])
    await published([{ kind: 'transfer', unit: 'shuangqiao-zhen', from: 'kechuang-zone', to: 'wenlv-zone' }])
    expect((await living()).map((it) => [it.id, it.owner])).toEqual(before)
    const { links } = shape(await units(today))
    expect(links).toContain('covers wenlv-zone shuangqiao-zhen')
    expect(links).not.toContain('covers kechuang-zone shuangqiao-zhen')
    await nobodyOrphaned()
  })

  it('renames in the past: as-is is restated, as it was known then stays', async () => {
    const name = async (asOf: string, knownAt?: string) =>
      (await units(asOf, knownAt)).units.find((it) => it.id === 'baihe-zhen')?.name
    const known = region.clock.now
    await published([{ kind: 'rename', unit: 'baihe-zhen', name: '白禾街道' }], '2025-01-01')
    expect(await name('2024-12-31')).toBe('白禾镇')
    expect(await name('2025-06-01')).toBe('白禾街道')
    expect(await name('2025-06-01', known)).toBe('白禾镇')
    expect(await name(today, known)).toBe('白禾镇')
    await nobodyOrphaned()
  })

  it('gives a post at the heir once, whatever somebody held before and since', async () => {
    await region.pool.query(
      `insert into post (person, unit, role, valid)
        select id, 'wenlv-zone', 'office', daterange('2026-02-01', null) from person where username = 'kechuang'`,
    )
    await published([merge], '2026-01-01')
    expect((await region.as('kechuang')).posts.map((it) => it.unit)).toEqual(['shuangxin-zone'])
    const { people } = value(await listPeople(region.app, await region.as('guanli'), {}))
    const posts = people.find((it) => it.username === 'kechuang')?.posts ?? []
    // The one that began after the day was never held under its old name.
    expect(posts.map((it) => [it.unit, it.from, it.until])).toEqual([
      ['kechuang-zone', null, '2026-01-01'],
      ['shuangxin-zone', '2026-01-01', null],
    ])
    await nobodyOrphaned()
  })

  it('hands on what an abolished town owed and issued, and ends its posts', async () => {
    await published([{ kind: 'abolish', unit: 'caitang-zhen', successor: 'shuangqiao-zhen' }])
    expect((await region.as('caitang')).posts.map((it) => it.unit)).toEqual(['shuangqiao-zhen'])
    await nobodyOrphaned()
  })
})

describe('what is refused', () => {
  it('a town left without a zone, an end of the city itself, an id used before', async () => {
    const hole = await draft([
      {
        kind: 'found',
        unit: { unit: 'xin-zhen', kind: 'town', name: '新镇' },
        partOf: 'donglu-qu',
        covers: [],
      },
    ])
    const shown = await preview(hole)
    expect(shown.refusals).toMatchObject([
      {
        code: 'reorganisation.defect',
        facts: { problem: 'hole', unit: 'xin-zhen', unitName: '新镇', hierarchy: 'functional' },
      },
    ])
    expect(codes(await publish(hole, shown))).toEqual(['reorganisation.defect'])

    const city = await draft([{ kind: 'abolish', unit: 'qingwan-shi', successor: 'donglu-qu' }])
    expect((await preview(city)).refusals.map((it) => it.code)).toContain('reorganisation.own-city')

    await published([{ kind: 'abolish', unit: 'wenlv-zone', successor: 'kechuang-zone' }], '2026-03-01')
    const reused = await draft([
      {
        kind: 'found',
        unit: { unit: 'wenlv-zone', kind: 'zone', name: '又一功能区' },
        partOf: 'donglu-qu',
        covers: ['caitang-zhen'],
      },
    ])
    expect((await preview(reused)).refusals.map((it) => it.code)).toEqual(['reorganisation.unit-exists'])
  })

  it('an end whose heir has ended since, with what would be orphaned', async () => {
    // By the register the other zone ended in February, and nobody is named who goes on.
    await region.pool.query(
      `update unit_state set valid = daterange(null, '2026-02-01') where unit = 'wenlv-zone'`,
    )
    const id = await draft([{ kind: 'abolish', unit: 'caitang-zhen', successor: 'wenlv-zone' }], '2026-01-15')
    const shown = await preview(id)
    expect(shown.refusals).toMatchObject([
      { code: 'reorganisation.no-heir', facts: { unitName: '彩塘镇', posts: 1 } },
    ])
    expect(shown.refusals[0]?.facts['commitments']).toBeGreaterThan(0)
    expect(codes(await publish(id, shown))).toEqual(['reorganisation.no-heir'])
  })

  it('of two at once that touch the same unit one; the other is told which came first', async () => {
    const one = await draft([merge], today, '合并')
    const other = await draft(
      [{ kind: 'abolish', unit: 'wenlv-zone', successor: 'kechuang-zone' }],
      today,
      '撤销',
    )
    const [first, second] = [await preview(one), await preview(other)]
    const results = await Promise.all([publish(one, first), publish(other, second)])
    const [won] = results.filter((it) => it.ok)
    const [lost] = results.filter((it) => !it.ok)
    if (won?.ok !== true || lost?.ok !== false) throw new Error('one wins and one loses')
    expect(lost.refusals[0]).toMatchObject({
      code: 'reorganisation.map-changed',
      facts: { title: won.value.reorganisation.title, by: '市办' },
    })
    await nobodyOrphaned()
    const states = value(await listReorganisations(region.app, await region.as('shenji'))).reorganisations
    expect(states.map((it) => it.state).toSorted()).toEqual(['draft', 'published'])
  })

  it('of two at once that touch nothing in common none', async () => {
    const one = await draft([{ kind: 'rename', unit: 'caitang-zhen', name: '彩塘街道' }])
    const other = await draft([{ kind: 'rename', unit: 'baihe-zhen', name: '白禾街道' }])
    const shown = [await preview(one), await preview(other)]
    const results = await Promise.all([publish(one, shown[0]), publish(other, shown[1])])
    expect(results.map((it) => it.ok)).toEqual([true, true])
  })

  it('a duty handed at the same moment to a unit that ends: it is moved, or refused', async () => {
    const [given] = (await living()).filter((it) => it.owner === 'caitang-zhen')
    if (given === undefined) throw new Error('nothing was handed to the town')
    const id = await draft([merge])
    const shown = await preview(id)
    const donglu = await region.as('donglu')
    const body = { owner: 'kechuang-zone', reason: '由功能区统筹' }
    const action = { verb: 'transfer' as const, body, seen: given.seq, request: request() }
    await Promise.all([publish(id, shown), act(region.app, donglu, { id: given.id, action })])
    await nobodyOrphaned()
  })

  it('no duty is handed out while the map changes', async () => {
    const [given] = (await living()).filter((it) => it.owner === 'caitang-zhen')
    if (given === undefined) throw new Error('nothing was handed to the town')
    const donglu = await region.as('donglu')
    const action = {
      verb: 'escalate' as const,
      body: { note: '' },
      seen: given.seq,
      request: request(),
    }
    const waiting = async (): Promise<string> => {
      const { rows } = await region.pool.query<{ many: number }>(
        `select count(*)::int as many from pg_locks join pg_database on pg_database.oid = pg_locks.database
          where locktype = 'advisory' and not granted and datname = current_database()`,
      )
      return rows[0]?.many === 1 ? 'waiting' : waiting()
    }
    const acted = await region.app.store.write(everything, async (db) => {
      await holdMap(db, 'alone')
      const acting = act(region.app, donglu, { id: given.id, action })
      expect(await Promise.race([waiting(), acting.then(() => 'acted')])).toBe('waiting')
      return { acting }
    })
    value(await acted.acting)
  })

  it('a draft somebody changed meanwhile, and whoever is not of the city', async () => {
    const id = await draft([merge])
    const shown = await preview(id)
    const changed = { id, seen: 1, title: '改名', reason: '', on: today, steps: [merge], request: request() }
    const shiban = await region.as('shiban')
    expect(value(await changeReorganisation(region.app, shiban, changed)).reorganisation.seq).toBe(2)
    expect(codes(await publish(id, shown))).toEqual(['reorganisation.changed'])
    expect(codes(await changeReorganisation(region.app, shiban, { ...changed, request: request() }))).toEqual(
      ['reorganisation.changed'],
    )
    const donglu = await region.as('donglu')
    expect(codes(await previewReorganisation(region.app, donglu, { id }))).toEqual(['access.denied'])
    const asking = { id, request: request(), seen: 2, digest: shown.digest ?? '' }
    expect(codes(await publishReorganisation(region.app, donglu, asking))).toEqual(['access.denied'])
    const auditor = await region.as('shenji')
    value(await previewReorganisation(region.app, auditor, { id }))
    expect(codes(await publishReorganisation(region.app, auditor, asking))).toEqual(['access.denied'])
  })
})

describe('a day to come', () => {
  const on = '2026-04-01'

  it('moves nothing before it, and everything on it', async () => {
    const done = await published([merge], on)
    expect(done.reorganisation.effectedAt).toBeNull()
    expect((await region.as('kechuang')).posts.map((it) => it.unit)).toEqual(['kechuang-zone'])
    expect((await units(on)).units.map((it) => it.id)).toContain('shuangxin-zone')
    await nobodyOrphaned()
    region.clock.now = '2026-03-31T16:00:00.000Z'
    expect((await region.as('kechuang')).posts.map((it) => it.unit)).toEqual(['shuangxin-zone'])
    const standing = new Set((await units(on)).units.map((it) => it.id))
    expect((await living()).filter((it) => !standing.has(it.owner) || !standing.has(it.issuer))).toEqual([])
    expect(await projectionDefects(region.app)).toEqual([])
  })

  it('may be undone before it, and the map is what it was; what was known between stays known', async () => {
    const before = shape(await units(on))
    const { reorganisation } = await published([merge], on)
    const between = shape(await units(on))
    const asking = { id: reorganisation.id, seen: 2, request: request() }
    const shiban = await region.as('shiban')
    const undone = value(await undoReorganisation(region.app, shiban, asking))
    expect(undone.reorganisation.state).toBe('undone')
    expect(value(await undoReorganisation(region.app, shiban, asking))).toEqual(undone)
    expect(shape(await units(on))).toEqual(before)
    expect(shape(await units(on, reorganisation.publishedAt ?? ''))).toEqual(between)
    region.clock.now = '2026-04-02T00:00:00.000Z'
    expect((await region.as('kechuang')).posts.map((it) => it.unit)).toEqual(['kechuang-zone'])
    // And it may be drafted again, with the same unit.
    region.clock.now = '2026-03-11T00:00:00.000Z'
    value(await publish(await draft([merge], on)))
  })

  it('may not be undone on it, nor where a later one builds upon it', async () => {
    const first = await published([merge], on)
    const shiban = await region.as('shiban')
    await published([{ kind: 'rename', unit: 'shuangxin-zone', name: '清湾新区' }], '2026-05-01')
    const asking = { id: first.reorganisation.id, seen: 2, request: request() }
    const refused = await undoReorganisation(region.app, shiban, asking)
    expect(codes(refused)).toEqual(['reorganisation.built-upon'])
    const now = await published([{ kind: 'rename', unit: 'baihe-zhen', name: '白禾街道' }])
    const late = { id: now.reorganisation.id, seen: 2, request: request() }
    expect(codes(await undoReorganisation(region.app, shiban, late))).toEqual(['reorganisation.in-effect'])
  })
})
