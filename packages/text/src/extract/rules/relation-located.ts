// A zone, park, institute or project under the heading of a board lies in it; so does one whose name begins with it.
import type { Entity } from '../entities.js'
import { placedName } from '../../words/name-endings.js'
import { abbreviates } from '../actor.js'
import { lastBefore, latestThing, thingsWithin } from '../things.js'
import { relation } from '../relation.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const PLACED = new Set(['zone', 'park', 'carrier', 'institute', 'university', 'project', 'enterprise'])

export const relationLocated: Rule = {
  name: 'relation-located',
  find: (source) =>
    once([
      ...underHeadings(source),
      ...byName(source),
      ...said(source),
      ...behindPlace(source),
      ...apart(source),
    ]),
}

/** Said in two ways, it lies there but once. */
function once(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>()
  return drafts.filter(({ body }) => {
    const key = JSON.stringify(body)
    return !seen.has(key) && seen.add(key)
  })
}

function underHeadings({ frames, entities }: Source): Draft[] {
  const placed = entities.filter((it) => PLACED.has(it.type))
  const found: Draft[] = []
  let at = 0
  for (const it of placed) {
    const first = it.mentions[0]
    if (!first) continue
    while (at < frames.length && (frames[at]?.clause.end ?? 0) <= first.start) at += 1
    const frame = frames[at]
    const board = frame?.section == null ? undefined : boardOf(entities, frame.section)
    if (!frame || frame.clause.start > first.start || !board || board === it || isSame(board, it)) continue
    found.push(relation('located-in', it.name, board.name, frame.clause.start, frame.clause.end))
  }
  return found
}

const LIES = pattern(/(?:位于|坐落于|坐落在|落户于?)(?<place>[^，。；的]{2,20})的(?<rest>[^，；]{4,40})/u)

/** 位于某某高新区的某某产业园. */
function said({ frames, entities }: Source): Draft[] {
  const placed = entities.filter((it) => PLACED.has(it.type))
  return frames.flatMap(({ words, clause }) => {
    const { place, rest } = LIES.exec(words)?.groups ?? {}
    const it = rest === undefined ? undefined : placed.find(({ name }) => rest.startsWith(name))
    return it && place !== undefined ? [relation('located-in', it.name, place, clause.start, clause.end)] : []
  })
}

/** 周桥镇引进的…产业园, 泽西开发区正在建设的…, 周桥镇白马村: the place stands right before. */
const BETWEEN = pattern(
  /^(?:（[^（）]*）)?(?:的|(?:引进|招引|正在建设|签下|在建|新建|拿下|落户)[^，；]{0,12}的?|)$/u,
)
const HELD = new Set(['project', 'park', 'institute', 'carrier'])
const TOWN = pattern(/(?:镇|街道|开发区|高新区|经开区|港区|工业园区?|科学城)$/u)

function behindPlace({ text, frames, entities }: Source): Draft[] {
  const places = entities
    .filter(
      ({ type, name }) => (type === 'division' || type === 'zone' || type === 'park') && TOWN.test(name),
    )
    .flatMap(({ name, mentions }) => mentions.map(({ end }) => ({ name, end })))
    .toSorted((a, b) => a.end - b.end)
  return entities.flatMap(({ type, name, mentions }) => {
    const first = mentions[0]
    const village = type === 'division' && name.endsWith('村')
    if (!first || !(village || HELD.has(type))) return []
    const place = lastBefore(places, first.start)
    if (!place || first.start - place.end > 20 || !BETWEEN.test(text.slice(place.end, first.start))) return []
    const { start, end } =
      frames.find(({ clause }) => clause.start <= first.start && first.end <= clause.end)?.clause ?? first
    return place.name === name ? [] : [relation('located-in', name, place.name, start, end)]
  })
}

const INSIDE = pattern(/^在(?<place>[\p{Script=Han}]{3,16})$/u)
const LIES_IN = pattern(/^(?:该?项目)?(?:位于|坐落于|坐落在|选址于?|落户于?)(?<place>[^，。；的]{3,16})$/u)
const LOOKED = pattern(/察看|查看|走进|来到|考察|了解|调研|视察/u)

/** 在某某科学城，某人察看了…; 1.某某项目。…，位于某某工业园: the place is said a clause apart. */
function apart(source: Source): Draft[] {
  const { frames, entities } = source
  const names = new Set(entities.map(({ name }) => name))
  return frames.flatMap(({ words, clause, sentence }, at) => {
    const lies = LIES_IN.exec(words)?.groups?.['place']
    const it = lies === undefined ? undefined : latestThing(source, clause.start)
    if (it && lies !== undefined && !/^(?:核心|老|主|中心|镇|园|城)*区/u.test(lies))
      return [relation('located-in', it.name, lies, clause.start, clause.end)]
    const inside = INSIDE.exec(words)?.groups?.['place']
    const next = frames[at + 1]
    if (inside === undefined || next?.sentence !== sentence || !LOOKED.test(next.words)) return []
    if (!names.has(inside)) return []
    return thingsWithin(source, next.clause.start, next.clause.end).map(({ entity }) =>
      relation('located-in', entity.name, inside, clause.start, next.clause.end),
    )
  })
}

function boardOf(entities: readonly Entity[], section: string): Entity | undefined {
  return (
    entities.find((it) => it.name === section || it.canonical === section || it.aka.includes(section)) ??
    entities.find((it) => it.type === 'zone' && abbreviates(section, it.name))
  )
}

function isSame(board: Entity, it: Entity): boolean {
  return board.name.includes(it.name) || it.aka.some((name) => board.aka.includes(name))
}

function byName({ entities, places, frames }: Source): Draft[] {
  return entities.flatMap(({ type, name, mentions }) => {
    const first = mentions[0]
    const place = type === 'project' ? placedName.exec(name)?.groups?.['place'] : undefined
    const known =
      place !== undefined &&
      (places.byName.has(place) ||
        entities.some((it) => it.name === place) ||
        /[镇城]$|街道$|[区]$/u.test(place))
    if (!first || place === undefined || !known) return []
    const frame = frames.find((it) => it.clause.start <= first.start && first.end <= it.clause.end)
    return [
      relation(
        'located-in',
        name.slice(place.length),
        place,
        frame?.clause.start ?? first.start,
        frame?.clause.end ?? first.end,
      ),
    ]
  })
}
