import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Region, openRegion, pledged, value } from '../../test/region.js'
import { acceptAll, listCommitments, tiles } from '../index.js'

let region: Region
beforeAll(async () => {
  region = await openRegion()
  await pledged(region, 'shiban')
  await acceptAll(region.app)
})
afterAll(() => region.close())

test('a tile counts what the register lists for its town', async () => {
  const city = await region.as('shiban')
  const { tiles: map } = value(await tiles(region.app, city, {}))
  expect(map.some((it) => it.light !== null)).toBe(true)
  for (const tile of map) {
    const { lights } = value(await listCommitments(region.app, city, { place: tile.unit }))
    expect(lights).toEqual(tile.counts)
  }
})
