import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, createStore } from '@gangmu/store'
import { uuidv7 } from 'uuidv7'

import { pack } from '../../test/place.js'
import { type Region, codes, freshDatabase, openRegion, value } from '../../test/region.js'
import { createApp, listUnits, loadPack, me, placeInfo, subjectOf } from '../index.js'

let region: Region
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const count = async (table: string) =>
  Number((await region.pool.query(`select count(*) as n from ${table}`)).rows[0].n)

test('the same pack again changes nothing, another one is refused', async () => {
  const before = await count('entry')
  expect(value(await loadPack(region.app, pack))).toMatchObject({ known: true, id: 'test-place' })
  const other = { ...pack, units: pack.units.slice(1) }
  expect(codes(await loadPack(region.app, other))).toEqual(['pack.changed'])
  expect(await count('entry')).toBe(before)
})

test('a pack that fails halfway leaves nothing behind', async () => {
  const database = await freshDatabase()
  const pool = createPool(database)
  const store = createStore(pool)
  const ports = { clock: () => '2026-01-01T00:00:00Z', id: () => uuidv7(), nonce: () => randomBytes(32) }
  try {
    expect(codes(await createApp({ store }))).toEqual(['place.not-loaded'])
    const twice = { ...pack, links: [...pack.links, ...pack.links] }
    await expect(loadPack({ store, ports }, twice)).rejects.toThrow('link_once')
    expect(codes(await createApp({ store }))).toEqual(['place.not-loaded'])
    expect(value(await loadPack({ store, ports }, pack)).known).toBe(false)
  } finally {
    await pool.end()
    await database.drop()
  }
})

test('units stand in the order of their names’ sound, on the day asked for', async () => {
  const city = await region.as('shiban')
  const listed = value(await listUnits(region.app, city, {}))
  expect(listed.asOf).toBe('2026-03-10')
  expect(listed.units.filter((it) => it.kind === 'town').map((it) => it.name)).toEqual([
    '白禾镇',
    '彩塘镇',
    '双桥镇',
  ])
  expect(listed.links).toHaveLength(pack.links.length)
  const before = value(await listUnits(region.app, city, { knownAt: '2020-01-01T00:00:00Z' }))
  expect(before.units).toEqual([])
})

test('a person is who the posts of the day say', async () => {
  const zone = await region.as('kechuang')
  expect([...(zone.posts[0]?.scope ?? [])].toSorted()).toEqual([
    'caitang-zhen',
    'kechuang-zone',
    'qingtou-soe',
    'shuangqiao-zhen',
  ])
  expect(await subjectOf(region.app, 'nobody', '2026-03-10')).toBeNull()
  const shown = value(await me(region.app, zone, {}))
  expect(shown).toMatchObject({
    username: 'kechuang',
    today: '2026-03-10',
    posts: [{ unitName: '清湾科创功能区' }],
  })
  await region.pool.query(
    `update post set valid = daterange(null, '2026-03-10') where person = '${zone.person}'`,
  )
  expect((await region.as('kechuang')).posts).toEqual([])
  await region.pool.query(`update person set disabled = true where id = '${zone.person}'`)
  expect(await subjectOf(region.app, zone.person, '2026-03-10')).toBeNull()
})

test('anybody may know the place and its demo accounts', async () => {
  const place = await placeInfo(region.app)
  expect(place).toMatchObject({ pack: 'test-place', simulated: true, demo: { password: 'test-password' } })
  expect(place.demo?.accounts).toContainEqual({
    username: 'shenji',
    name: '审计',
    unitName: '清湾市',
    role: 'auditor',
  })
})
