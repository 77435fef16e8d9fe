import { readFileSync, readdirSync } from 'node:fs'
import { type Pack, checkPack, coverage, holds, lexiconFromPack, reach } from '@gangmu/core'
import { describe, expect, test } from 'vitest'
import { groupsOfPack } from './arrange-tiles.js'
import { packFilesOf } from './read-folder.js'
import { schemaFiles, schemaFolder } from './schemas.js'
import { hexDistance, pieces } from './tile-grid.js'

function load(name: string): Pack {
  const result = checkPack(packFilesOf(name))
  if (!result.ok) throw new Error(result.refusals.map((it) => `${it.code} ${it.path}`).join('\n'))
  return result.value
}

const yunze = load('yunze')
const sunan = load('sunan')

/** Links of a pack that hold on a day. */
function linksOn(pack: Pack, date: string): Pack['links'] {
  return pack.links.filter((it) => holds({ ...it, knownFrom: '', knownTo: null }, { date, known: null }))
}

function coverageOf(pack: Pack, date: string): ReturnType<typeof coverage> {
  return coverage(
    pack.units.map((it) => ({ unit: it.id, kind: it.kind })),
    linksOn(pack, date),
  )
}

function count(pack: Pack, kind: string): number {
  return pack.units.filter((it) => it.kind === kind).length
}

describe.each([
  ['yunze', yunze],
  ['sunan', sunan],
])('%s', (_, pack) => {
  test('every town has a tile, and every tile is a town', () => {
    const towns = pack.units.filter((it) => it.kind === 'town').map((it) => it.id)
    expect(pack.tiles.map((it) => it.unit).toSorted()).toEqual(towns.toSorted())
  })

  test('the tiles of each district and each zone are one piece', () => {
    const at = new Map(pack.tiles.map((it) => [it.unit, it]))
    const torn = groupsOfPack(pack.units, pack.links, pack.tiles).flatMap((group) => {
      const found = pieces(group.units.flatMap((it) => at.get(it) ?? []))
      return found === 1 ? [] : [`${group.name}: ${found}`]
    })
    expect(torn).toEqual([])
  })

  test('people of every role can be signed in as, and somebody other than the reporter can check', () => {
    const posts = pack.people.flatMap((it) => it.posts.map((post) => `${post.unit} ${post.role}`))
    const { city } = pack.manifest
    expect(posts).toContain(`${city} auditor`)
    expect(posts).toContain(`${city} administrator`)
    expect(posts.filter((it) => it === `${city} office`)).toHaveLength(2)
    const kinds = new Map(pack.units.map((it) => [it.id, it.kind]))
    for (const kind of ['district', 'zone', 'town', 'soe'] as const) {
      expect(pack.people.some((it) => it.posts.some((post) => kinds.get(post.unit) === kind))).toBe(true)
    }
  })

  test('every division but the province is part of another', () => {
    const parts = new Set(pack.links.filter((it) => it.kind === 'part-of').map((it) => it.from))
    const loose = pack.units.filter(
      (it) =>
        ['city', 'district', 'town'].includes(it.kind) &&
        !parts.has(it.id) &&
        !(it.kind === 'city' && count(pack, 'province') === 0),
    )
    expect(loose.map((it) => it.id)).toEqual([])
  })
})

describe('yunze', () => {
  test('33 zones over 75 towns in 8 boards: no hole, no overlap, no missing leg', () => {
    const found = coverageOf(yunze, '2026-03-01')
    expect(found).toMatchObject({ zones: 33, towns: 75, holes: [], overlaps: [] })
    expect(found.legs.filter((it) => it.missing.length > 0)).toEqual([])
    expect(count(yunze, 'district')).toBe(8)
  })

  test('the town that changed zones is covered once on either side of the change', () => {
    for (const date of ['2024-12-31', '2025-01-01']) {
      expect(coverageOf(yunze, date)).toMatchObject({ holes: [], overlaps: [] })
    }
    const zone = (date: string): string | undefined =>
      linksOn(yunze, date).find((it) => it.kind === 'covers' && it.to === 'hejing-zhen')?.from
    expect([zone('2024-12-31'), zone('2025-01-01')]).toEqual(['zhiyang-gaoxinqu', 'xingwan-kexuecheng'])
  })

  test('the city answers for every town, zone and enterprise group', () => {
    const all = reach(linksOn(yunze, '2026-03-01'), yunze.manifest.city)
    const left = yunze.units.filter((it) => !['enterprise', 'institute'].includes(it.kind) && !all.has(it.id))
    expect(left.map((it) => it.id)).toEqual([])
  })

  test('every finding of the truth stands where it says, once', () => {
    const files = packFilesOf('yunze')
    const golds = [...files.keys()].filter((it) => it.endsWith('.gold.jsonl'))
    expect(golds.length).toBeGreaterThanOrEqual(2)
    for (const gold of golds) {
      const text = files.get(gold.replace('.gold.jsonl', '.txt')) ?? ''
      for (const line of (files.get(gold) ?? '').trim().split('\n')) {
        const row = JSON.parse(line) as { kind: string; quote: string; span: [number, number] }
        if (row.kind === 'doc') continue
        expect(text.slice(...row.span)).toBe(row.quote)
        expect(text.indexOf(row.quote)).toBe(text.lastIndexOf(row.quote))
      }
    }
  })

  test('the claim on coverage has its sentence in one document', () => {
    const files = packFilesOf('yunze')
    const source = yunze.manifest.claims[0]?.source ?? ''
    const holding = [...files].filter(
      ([file, text]) => file.endsWith('.txt') && file.includes('truth') && text.includes(source),
    )
    expect(holding.map(([file]) => file)).toEqual(['documents/truth/zones-meeting.txt'])
  })

  test('is said to be invented', () => {
    expect(yunze.manifest.simulated).toBe(true)
  })
})

describe('sunan', () => {
  test('has the real divisions: a province, 3 cities, 9 counties and the eighth board, 102 towns', () => {
    expect(['province', 'city', 'district', 'town'].map((kind) => count(sunan, kind))).toEqual([
      1, 3, 10, 102,
    ])
  })

  test('Wuxi has the 75 towns of the claim, and the zones named leave most of them open', () => {
    const wuxi = reach(linksOn(sunan, '2026-03-01'), 'wuxi-shi')
    const towns = sunan.units.filter((it) => it.kind === 'town' && wuxi.has(it.id))
    expect(towns).toHaveLength(75)
    const { holes } = coverageOf(sunan, '2026-03-01')
    expect(towns.filter((it) => holes.includes(it.id)).length).toBeGreaterThan(60)
  })

  test('is not simulated, and every unit and link names its source', () => {
    expect(sunan.manifest.simulated).toBe(false)
    const bare = [...sunan.units, ...sunan.links].filter(
      (it) => it.basis.sources.length === 0 && it.basis.certainty !== 'low',
    )
    expect(bare).toEqual([])
  })

  test('cities keep apart on the map', () => {
    const city = (county: string): readonly (typeof sunan.tiles)[number][] => {
      const towns = new Set(reach(linksOn(sunan, '2026-03-01'), county))
      return sunan.tiles.filter((it) => towns.has(it.unit))
    }
    const gaps = city('wuxi-shi').flatMap((a) => city('suzhou-shi').map((b) => hexDistance(a, b)))
    expect(Math.min(...gaps)).toBeGreaterThan(1)
  })

  test('short names that are words, lakes or shared stems stay out of the lexicon', () => {
    const names = lexiconFromPack(sunan).names
    const of = (name: string): string | null | undefined => names.find((it) => it.name === name)?.unit
    expect(of('梅村')).toBe('meicun-jie')
    expect(of('江阴')).toBe('jiangyin-shi')
    expect(of('惠山')).toBe('huishan-qu')
    for (const trap of ['新建', '太湖', '西湖', '长安', '城东']) expect(of(trap)).toBeUndefined()
  })
})

test('the JSON Schemas of the pack files are current', () => {
  const stored = new Map(
    readdirSync(schemaFolder).map((file) => [file, readFileSync(new URL(file, schemaFolder), 'utf8')]),
  )
  expect(stored).toEqual(schemaFiles())
})
