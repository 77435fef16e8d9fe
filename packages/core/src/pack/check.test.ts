import { describe, expect, test } from 'vitest'
import { checkPack } from './check.js'

const sound: Readonly<Record<string, unknown>> = {
  'pack.json': {
    id: 'mo',
    version: '1',
    name: { zh: '模州', en: 'Mo' },
    simulated: true,
    city: 'mo-shi',
    timeZone: 'Asia/Shanghai',
    lights: { staleAfterDays: 30, dueSoonDays: 7, acceptWithinDays: 3 },
  },
  'units.json': [
    { id: 'mo-shi', kind: 'city', name: '模州市' },
    { id: 'dong-qu', kind: 'district', name: '东岚区' },
    { id: 'xi-zhen', kind: 'town', name: '西岚镇', validFrom: '2020-01-01' },
  ],
  'links.json': [
    { kind: 'part-of', from: 'dong-qu', to: 'mo-shi' },
    { kind: 'part-of', from: 'xi-zhen', to: 'dong-qu', validFrom: '2020-01-01' },
  ],
  'people.json': [{ username: 'city', name: '甲', posts: [{ unit: 'mo-shi', role: 'office' }] }],
  'themes.json': [
    { id: 'work', name: '工作' },
    { id: 'part', parent: 'work', name: '分项' },
  ],
  'tiles.json': [{ unit: 'xi-zhen', col: 0, row: 0 }],
  'documents.json': [{ file: 'a.txt', receivedBy: 'mo-shi', receivedOn: '2026-01-05' }],
}

/** The sound pack with some files replaced (null = left out, a string = as it stands). */
function files(changes: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, string> {
  const whole = { ...sound, 'documents/a.txt': '甲乙丙', ...changes }
  return new Map(
    Object.entries(whole)
      .filter(([, it]) => it !== null)
      .map(([file, it]) => [file, typeof it === 'string' ? it : JSON.stringify(it)]),
  )
}

function defects(changes: Readonly<Record<string, unknown>>): string[] {
  const result = checkPack(files(changes))
  return result.ok ? [] : result.refusals.map((it) => `${it.code} ${it.path}`)
}

const list = (file: string): readonly Record<string, unknown>[] =>
  sound[file] as readonly Record<string, unknown>[]
const plus = (file: string, ...rows: readonly unknown[]) => ({ [file]: [...list(file), ...rows] })

test('a sound pack is read with its defaults', () => {
  const result = checkPack(files())
  expect(result.ok && result.value.units[1]).toEqual({
    id: 'dong-qu',
    kind: 'district',
    name: '东岚区',
    aka: [],
    code: null,
    validFrom: null,
    validTo: null,
    basis: { certainty: 'high', sources: [] },
  })
  expect(result.ok && result.value.manifest.demo).toBeNull()
})

describe('each planted defect is listed with its place', () => {
  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['a file left out', { 'tiles.json': null }, ['pack.file-missing tiles.json']],
    ['a mistyped file', { 'tile.json': [] }, ['pack.unknown-file tile.json']],
    [
      'a comma too many',
      { 'tiles.json': '[\n  { "unit": "xi-zhen", },\n]' },
      ['pack.json-syntax tiles.json:2:24'],
    ],
    ['an object for a list', { 'tiles.json': {} }, ['pack.not-a-list tiles.json']],
    [
      'a wrong type and an unknown field',
      plus('tiles.json', { unit: 'mo-shi', col: 1.5, row: 0, colour: 'red' }),
      ['pack.shape tiles.json/1/col', 'pack.unknown-field tiles.json/1/colour'],
    ],
    [
      'an id given twice',
      plus('units.json', { id: 'dong-qu', kind: 'town', name: '南岚镇' }),
      ['pack.duplicate-unit units.json/3/id'],
    ],
    [
      'a link to nowhere',
      plus('links.json', { kind: 'covers', from: 'dong-qu', to: 'bei-zhen' }),
      ['pack.unknown-unit links.json/2/to'],
    ],
    [
      'a link to itself',
      plus('links.json', { kind: 'funds', from: 'dong-qu', to: 'dong-qu' }),
      ['pack.self-link links.json/2'],
    ],
    [
      'a part of its own part',
      plus('links.json', { kind: 'part-of', from: 'mo-shi', to: 'xi-zhen', validFrom: '2021-01-01' }),
      ['pack.part-of-cycle links.json/0'],
    ],
    [
      'the same link twice for the same days',
      plus('links.json', { kind: 'part-of', from: 'xi-zhen', to: 'dong-qu', validFrom: '2024-05-01' }),
      ['pack.link-overlap links.json/2'],
    ],
    [
      'a link before its unit',
      plus('links.json', { kind: 'covers', from: 'dong-qu', to: 'xi-zhen' }),
      ['pack.link-outside-unit links.json/2/to'],
    ],
    [
      'days that end before they begin',
      plus('links.json', {
        kind: 'funds',
        from: 'dong-qu',
        to: 'mo-shi',
        validFrom: '2024-01-01',
        validTo: '2023-01-01',
      }),
      ['pack.empty-validity links.json/2'],
    ],
    [
      'a post nowhere, a name taken',
      plus('people.json', { username: 'City', name: '乙', posts: [{ unit: 'bei-zhen', role: 'office' }] }),
      ['pack.duplicate-username people.json/1/username', 'pack.unknown-unit people.json/1/posts/0/unit'],
    ],
    [
      'a theme under no theme',
      plus('themes.json', { id: 'lost', parent: 'none', name: '无' }),
      ['pack.unknown-theme themes.json/2/parent'],
    ],
    [
      'themes in a ring',
      plus('themes.json', { id: 'a', parent: 'b', name: '甲' }, { id: 'b', parent: 'a', name: '乙' }),
      ['pack.theme-cycle themes.json/2/parent'],
    ],
    [
      'two tiles on a cell, one of no unit',
      plus('tiles.json', { unit: 'bei-zhen', col: 0, row: 0 }),
      ['pack.unknown-unit tiles.json/1/unit', 'pack.cell-taken tiles.json/1'],
    ],
    [
      'a second tile for a unit',
      plus('tiles.json', { unit: 'xi-zhen', col: 1, row: 0 }),
      ['pack.duplicate-tile tiles.json/1/unit'],
    ],
    [
      'no document in the folder',
      { 'documents/a.txt': null },
      ['pack.document-missing documents.json/0/file'],
    ],
    [
      'a city that is a town',
      { 'pack.json': { ...(sound['pack.json'] as object), city: 'xi-zhen' } },
      ['pack.city-kind pack.json/city'],
    ],
    [
      'a city that is not there',
      { 'pack.json': { ...(sound['pack.json'] as object), city: 'bei-shi' } },
      ['pack.unknown-unit pack.json/city'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(defects(changes)).toEqual(expected)
  })

  test('defects of several files come together', () => {
    const changes = {
      ...plus('units.json', { id: 'Bad Id', kind: 'town', name: '' }),
      ...plus('tiles.json', { unit: 'bei-zhen', col: 5, row: 5 }),
      'links.json': '[',
    }
    expect(defects(changes)).toEqual([
      'pack.shape units.json/3/id',
      'pack.shape units.json/3/name',
      'pack.json-syntax links.json:1:2',
      'pack.unknown-unit tiles.json/1/unit',
    ])
  })
})

test('what refers to an unreadable list of units is not blamed', () => {
  expect(defects({ 'units.json': 'units' })).toEqual(['pack.json-syntax units.json:1:1'])
})

test('the same link on days that only touch, and a ring over days that never meet, are sound', () => {
  const changes = {
    'links.json': [
      { kind: 'part-of', from: 'dong-qu', to: 'mo-shi', validTo: '2022-01-01' },
      { kind: 'part-of', from: 'dong-qu', to: 'mo-shi', validFrom: '2023-01-01' },
      { kind: 'part-of', from: 'mo-shi', to: 'dong-qu', validFrom: '2022-01-01', validTo: '2023-01-01' },
    ],
  }
  expect(defects(changes)).toEqual([])
})
