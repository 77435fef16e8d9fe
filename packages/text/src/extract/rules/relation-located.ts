// A zone, park, institute or project under the heading of a board lies in it; so does one whose name begins with it.
import type { Entity } from '../entities.js'
import { abbreviates } from '../actor.js'
import { relation } from '../relation.js'
import type { Draft, Rule, Source } from '../rule.js'

const PLACED = new Set(['zone', 'park', 'carrier', 'institute', 'university', 'project', 'enterprise'])

export const relationLocated: Rule = {
  name: 'relation-located',
  find: (source) => [...underHeadings(source), ...byName(source)],
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

function boardOf(entities: readonly Entity[], section: string): Entity | undefined {
  return (
    entities.find((it) => it.name === section || it.canonical === section || it.aka.includes(section)) ??
    entities.find((it) => it.type === 'zone' && abbreviates(section, it.name))
  )
}

function isSame(board: Entity, it: Entity): boolean {
  return board.name.includes(it.name) || it.aka.some((name) => board.aka.includes(name))
}

const LED = /^(?<place>[\p{Script=Han}]{2,3}[区市县])(?=[\p{Script=Han}]{4})/u

function byName({ entities, places, frames }: Source): Draft[] {
  return entities.flatMap(({ type, name, mentions }) => {
    const first = mentions[0]
    const place = type === 'project' ? LED.exec(name)?.groups?.['place'] : undefined
    if (!first || place === undefined || !places.byName.has(place)) return []
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
