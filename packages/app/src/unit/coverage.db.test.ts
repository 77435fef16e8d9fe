import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Region, openRegion, pledged, value } from '../../test/region.js'
import { coverageOf } from './coverage.js'

let region: Region

beforeAll(async () => {
  region = await openRegion()
  await pledged(region, 'shiban')
})
afterAll(() => region.close())

test('coverage is about the city of the place, with the claim in its clause', async () => {
  const auditor = await region.as('shenji')
  const found = value(await coverageOf(region.app, auditor, {}))
  expect(found).toMatchObject({ city: 'qingwan-shi', cities: ['qingwan-shi'], zones: 2, towns: 3 })
  const sentence = found.claims[0]?.sentence
  expect(sentence?.quote.slice(sentence.words.start, sentence.words.end)).toBe('两个功能区覆盖三个镇')
  expect(sentence?.clause.start).toBeLessThanOrEqual(sentence?.words.start ?? -1)
  expect(sentence?.clause.end).toBeGreaterThanOrEqual(sentence?.words.end ?? Infinity)
  expect(value(await coverageOf(region.app, auditor, { city: 'qingwan-shi' }))).toEqual(found)
})

test('of another unit, only its towns and zones, and no claim', async () => {
  const auditor = await region.as('shenji')
  const found = value(await coverageOf(region.app, auditor, { city: 'donglu-qu' }))
  expect(found).toMatchObject({ city: 'donglu-qu', zones: 1, towns: 2, namedInDocuments: 1, claims: [] })
  expect(found.legs).toEqual([{ zone: 'kechuang-zone', missing: [] }])
})

test('a city nobody knows is refused', async () => {
  const auditor = await region.as('shenji')
  const refused = await coverageOf(region.app, auditor, { city: 'nowhere' })
  expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'unit.unknown', path: 'city' }] })
})
