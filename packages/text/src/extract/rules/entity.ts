// Bodies, zones, parks, programmes and places by their names: the register's, the country's divisions, and endings.
import type { BodyOf } from '@gangmu/core'
import { knownProgrammes, macroRegions, quotedProgramme } from '../../words/name-endings.js'
import { namesIn, type Name } from '../names.js'
import type { Draft, Rule, Source } from '../rule.js'

type EntityBody = BodyOf<'entity'>

export const entity: Rule = { name: 'entity', find: entities }

function entities(source: Source): Draft[] {
  const names = [...known(source), ...quoted(source), ...titled(source), ...ended(source)]
  const taken = longest(names)
  const all = [...taken, ...divisions(source, taken)]
  const byKey = new Map<string, Name[]>()
  for (const name of all) {
    const key = keyOf(source, name)
    const list = byKey.get(key)
    if (list) list.push(name)
    else byKey.set(key, [name])
  }
  return [...byKey.values()].flatMap((list) => draft(source, list))
}

function draft(source: Source, list: readonly Name[]): Draft[] {
  const first = list[0]
  if (!first) return []
  const { text, places, names } = source
  const surfaces = [...new Set(list.map((it) => text.slice(it.start, it.end)))]
  const name = surfaces[0] ?? ''
  const place = places.byName.get(name)
  const entry = names.get(name)
  const body: EntityBody = {
    kind: 'entity',
    type: entry?.type ?? first.type,
    name,
    aka: surfaces.slice(1),
    canonical: entry?.canonical ?? place?.canonical ?? null,
    within: entry?.within ?? withinOf(place),
    unit: entry?.unit ?? null,
  }
  return [{ start: first.start, end: first.end, body }]
}

function withinOf(place: { level: string; city: string; province: string } | undefined): string | null {
  if (!place || place.level === 'province') return null
  return place.level === 'city' ? place.province : place.city
}

function keyOf({ text, places, names }: Source, { start, end, type }: Name): string {
  const words = text.slice(start, end)
  return (
    names.get(words)?.canonical ??
    (type === 'division' ? (places.byName.get(words)?.canonical ?? words) : words)
  )
}

function ended({ text, parts, frames }: Source): Name[] {
  const spans = [...(parts.title ? [parts.title] : []), ...frames.map((it) => it.clause)]
  return spans.flatMap(({ start, end }) => namesIn(text, start, end))
}

const QUOTED = /“([^“”]{2,24})”/gu

function quoted({ text }: Source): Name[] {
  const found: Name[] = []
  for (const match of text.matchAll(QUOTED)) {
    const inner = match[1] ?? ''
    const start = match.index + 1
    const after = text.slice(start + inner.length + 1, start + inner.length + 9)
    const code = /^[\dA-Z+]{3,8}$/u.test(inner) || /^\d[\d+]*\+[XN]$/u.test(inner)
    if (code || quotedProgramme.test(after) || /(?:计划|行动|工程)$/u.test(inner))
      found.push({ start, end: start + inner.length, type: 'programme' })
  }
  return found
}

function titled({ text }: Source): Name[] {
  return [...text.matchAll(/《([^《》]{3,50})》/gu)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + (match[1] ?? '').length,
    type: (match[1] ?? '').includes('协议') ? 'agreement' : 'policy',
  }))
}

function known({ text, lexicon }: Source): Name[] {
  const words = [
    ...macroRegions.map((it) => [it, 'division'] as const),
    ...knownProgrammes.map((it) => [it, 'programme'] as const),
    ...lexicon.names.map((it) => [it.name, it.type] as const),
  ]
  const found: Name[] = []
  for (const [word, type] of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, type })
  return found
}

function divisions({ text, places }: Source, taken: readonly Name[]): Name[] {
  const found: Name[] = []
  for (const [name, starts] of places.occurrences) {
    if (!places.byName.has(name)) continue
    for (const start of starts) {
      const end = start + name.length
      if (!taken.some((it) => it.start <= start && end <= it.end) && text.length >= end)
        found.push({ start, end, type: 'division' })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** Of names that overlap, the longest. */
function longest(names: readonly Name[]): Name[] {
  const kept: Name[] = []
  for (const name of names.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || name.start >= last.end) kept.push(name)
    else if (name.end > last.end)
      kept[kept.length - 1] = name.end - name.start > last.end - last.start ? name : last
  }
  return kept
}
