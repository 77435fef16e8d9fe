import { type Refusal, refusal } from '../refusal.js'
import { type Result, accepted, refused } from '../result.js'
import { packLink, packUnit } from '../unit/unit.js'
import { type Validity, isEmpty } from '../unit/validity.js'
import { checkLinks } from './check-links.js'
import { type Pack, packDocument, packFiles, packManifest, packPerson, packTheme, packTile } from './pack.js'
import type { PackTheme } from './pack.js'
import { type Files, type PlacedRow, readOne, readRows } from './rows.js'

/**
 * Reads a pack from its files (path within the pack → text) and lists every defect, each with file and JSON path
 * (`units.json/12/name`, `links.json:3:14`). Documents need only be present: their text is not looked at, so a
 * loader may give an empty string for bytes that are no text.
 */
export function checkPack(files: Files): Result<Pack> {
  const manifest = readOne(files, 'pack.json', packManifest)
  const units = readRows(files, 'units.json', packUnit)
  const links = readRows(files, 'links.json', packLink)
  const people = readRows(files, 'people.json', packPerson)
  const themes = readRows(files, 'themes.json', packTheme)
  const tiles = readRows(files, 'tiles.json', packTile)
  const documents = readRows(files, 'documents.json', packDocument)

  const unknown = (unit: string, path: string): Refusal[] =>
    units.readable && !units.claimed.has(unit) ? [refusal('pack.unknown-unit', path, { unit })] : []
  const city = manifest.value?.city
  const cityUnit = units.good.find((it) => it.row.id === city)?.row

  const refusals = [
    ...[...files.keys()].flatMap(strayFile),
    ...[manifest, units, links, people, themes, tiles, documents].flatMap((it) => it.refusals),
    ...(city === undefined ? [] : unknown(city, 'pack.json/city')),
    ...(cityUnit && cityUnit.kind !== 'city'
      ? [refusal('pack.city-kind', 'pack.json/city', { unit: cityUnit.id, kind: cityUnit.kind })]
      : []),
    ...twice('pack.duplicate-unit', units.good, 'id', (it) => it.id),
    ...units.good.flatMap((it) => emptyDays(it.path, it.row)),
    ...links.good.flatMap((it) => emptyDays(it.path, it.row)),
    ...links.good.flatMap(({ path, row }) => [
      ...unknown(row.from, `${path}/from`),
      ...unknown(row.to, `${path}/to`),
    ]),
    ...checkLinks(links.good, units.good),
    ...twice('pack.duplicate-username', people.good, 'username', (it) => it.username.toLowerCase()),
    ...people.good.flatMap(({ path, row }) =>
      row.posts.flatMap((post, index) => [
        ...unknown(post.unit, `${path}/posts/${index}/unit`),
        ...emptyDays(`${path}/posts/${index}`, { validFrom: post.from, validTo: post.until }),
      ]),
    ),
    ...twice('pack.duplicate-theme', themes.good, 'id', (it) => it.id),
    ...themeParents(themes.good, themes.claimed),
    ...tiles.good.flatMap((it) => unknown(it.row.unit, `${it.path}/unit`)),
    ...twice('pack.duplicate-tile', tiles.good, 'unit', (it) => it.unit),
    ...twice('pack.cell-taken', tiles.good, null, (it) => `${it.col},${it.row}`),
    ...twice('pack.duplicate-document', documents.good, 'file', (it) => it.file),
    ...documents.good.flatMap(({ path, row }) => [
      ...unknown(row.receivedBy, `${path}/receivedBy`),
      ...(files.has(`documents/${row.file}`)
        ? []
        : [refusal('pack.document-missing', `${path}/file`, { file: `documents/${row.file}` })]),
    ]),
  ]
  if (manifest.value === null || refusals.length > 0) return refused(...refusals)
  return accepted({
    manifest: manifest.value,
    units: units.good.map((it) => it.row),
    links: links.good.map((it) => it.row),
    people: people.good.map((it) => it.row),
    themes: themes.good.map((it) => it.row),
    tiles: tiles.good.map((it) => it.row),
    documents: documents.good.map((it) => it.row),
  })
}

/** A list with a mistyped name would be ignored in silence. */
function strayFile(file: string): Refusal[] {
  const list = file.endsWith('.json') && !file.includes('/')
  return list && file !== 'pack.json' && !(file in packFiles) ? [refusal('pack.unknown-file', file)] : []
}

function twice<T>(
  code: string,
  rows: readonly PlacedRow<T>[],
  field: string | null,
  keyOf: (row: T) => string,
): Refusal[] {
  const first = new Map<string, string>()
  return rows.flatMap(({ path, row }) => {
    const key = keyOf(row)
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, path)
      return []
    }
    return [refusal(code, field === null ? path : `${path}/${field}`, { key, other })]
  })
}

function emptyDays(path: string, days: Validity): Refusal[] {
  return isEmpty(days)
    ? [refusal('pack.empty-validity', path, { from: days.validFrom, until: days.validTo })]
    : []
}

function themeParents(themes: readonly PlacedRow<PackTheme>[], claimed: ReadonlySet<string>): Refusal[] {
  const parents = new Map(themes.map((it) => [it.row.id, it.row.parent]))
  const told = new Set<string>()
  return themes.flatMap(({ path, row }) => {
    const at = `${path}/parent`
    if (row.parent === null) return []
    if (!claimed.has(row.parent)) return [refusal('pack.unknown-theme', at, { theme: row.parent })]
    const way = [row.id]
    for (let up = row.parent; !way.includes(up);) {
      way.push(up)
      const next = parents.get(up) ?? null
      if (next === null) return []
      up = next
    }
    if (parents.get(way.at(-1) ?? '') !== row.id || way.some((it) => told.has(it))) return []
    for (const it of way) told.add(it)
    return [refusal('pack.theme-cycle', at, { themes: [...way, row.id].join(' → ') })]
  })
}
