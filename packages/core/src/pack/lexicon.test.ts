import { expect, test } from 'vitest'
import { type PackLink, type PackUnit, packLink, packUnit } from '../unit/unit.js'
import { lexiconFromPack } from './lexicon.js'
import { type Pack, packManifest } from './pack.js'

const manifest = packManifest.parse({
  id: 'mo',
  version: '1',
  name: { zh: '模州', en: 'Mo' },
  simulated: true,
  city: 'mo-shi',
  timeZone: 'Asia/Shanghai',
  lights: { staleAfterDays: 30, dueSoonDays: 7, acceptWithinDays: 3 },
})

function unit(id: string, kind: PackUnit['kind'], name: string, ...aka: readonly string[]): PackUnit {
  return packUnit.parse({ id, kind, name, aka })
}

function lexicon(units: readonly PackUnit[], links: readonly PackLink[] = []) {
  const pack: Pack = { manifest, units, links, people: [], themes: [], tiles: [], documents: [] }
  return lexiconFromPack(pack)
}

function names(...units: readonly PackUnit[]): readonly string[] {
  return lexicon(units).names.map((it) => it.name)
}

test('divisions get their short form, other kinds do not', () => {
  expect(
    names(
      unit('a', 'city', '模州市'),
      unit('b', 'town', '梅漾街道'),
      unit('c', 'zone', '梅漾高新区'),
      unit('d', 'soe', '模州水务集团'),
    ),
  ).toEqual(['梅漾', '梅漾街道', '梅漾高新区', '模州', '模州市', '模州水务集团'])
})

test.each<[string, PackUnit, PackUnit]>([
  ['one character left over', unit('a', 'town', '塘镇'), unit('b', 'town', '浜镇')],
  ['a word of its own', unit('a', 'town', '新建镇'), unit('b', 'town', '城东街道')],
  ['the same stem twice', unit('a', 'town', '梅漾镇'), unit('b', 'town', '梅漾街道')],
])('no short form for %s', (_, a, b) => {
  expect(names(a, b)).toHaveLength(2)
})

test('the higher unit has a shared stem', () => {
  const found = lexicon([unit('town', 'town', '梅漾街道'), unit('qu', 'district', '梅漾区')]).names
  expect(found.find((it) => it.name === '梅漾')).toMatchObject({ unit: 'qu', canonical: '梅漾区' })
})

test('a town has no short form where its stem ends or fills the name of another', () => {
  expect(names(unit('a', 'town', '梅漾街道'), unit('b', 'park', '西梅漾产业园'))).not.toContain('梅漾')
  expect(names(unit('a', 'town', '梅漾街道'), unit('b', 'park', '梅漾产业园'))).toContain('梅漾')
})

test('a name says what it is, whose it is and where it lies', () => {
  const link = packLink.parse({ kind: 'part-of', from: 'ju', to: 'mo-shi' })
  const { names: found, region } = lexicon(
    [unit('mo-shi', 'city', '模州市'), unit('ju', 'department', '模州市水利局', '市水利局')],
    [link],
  )
  expect(region).toBe('模州市')
  expect(found.find((it) => it.name === '市水利局')).toEqual({
    name: '市水利局',
    type: 'organization',
    canonical: '模州市水利局',
    unit: 'ju',
    within: '模州市',
  })
})

test('a name that two units bear is known without an owner', () => {
  const [shared] = lexicon([
    unit('a', 'department', '甲市水利局', '市水利局'),
    unit('b', 'department', '乙市水利局', '市水利局'),
  ]).names.filter((it) => it.name === '市水利局')
  expect(shared).toMatchObject({ type: 'organization', unit: null, canonical: null })
})

test('the version follows the content and nothing else', () => {
  const [a, b] = [unit('a', 'city', '模州市'), unit('b', 'town', '梅漾镇')]
  expect(lexicon([a, b]).version).toBe(lexicon([b, a]).version)
  expect(lexicon([a, b]).version).not.toBe(lexicon([a]).version)
})
