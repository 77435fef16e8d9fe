// A zone, park, institute or project under the heading of a board lies in it; so does one whose name begins with it.
import type { Entity } from '../entities.js'
import { placedName } from '../../words/name-endings.js'
import { abbreviates } from '../actor.js'
import { relation } from '../relation.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const PLACED = new Set(['zone', 'park', 'carrier', 'institute', 'university', 'project', 'enterprise'])

export const relationLocated: Rule = {
  name: 'relation-located',
  find: (source) => [...underHeadings(source), ...byName(source), ...said(source)],
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
