// Constructions, parks and institutes by where they are named.
import type { Entity } from './entities.js'
import type { Source } from './rule.js'

interface Named {
  readonly entity: Entity
  readonly start: number
  readonly end: number
}

const THINGS = new Set(['project', 'park', 'institute', 'carrier'])
/** Farther back than this it is another story. */
const REACH = 200
/** By the entities of a text: where its things are named, in order; asked of many clauses. */
const known = new WeakMap<readonly Entity[], readonly Named[]>()

function thingsOf({ entities }: Source): readonly Named[] {
  const found = known.get(entities)
  if (found) return found
  const named = entities
    .filter(({ type }) => THINGS.has(type))
    .flatMap((entity) => entity.mentions.map(({ start, end }) => ({ entity, start, end })))
    .toSorted((a, b) => a.end - b.end || a.start - b.start)
  known.set(entities, named)
  return named
}

/** What was built or is to be and was named last before a place of the text. */
export function latestThing(source: Source, before: number): Entity | undefined {
  const latest = lastBefore(thingsOf(source), before)
  return latest && latest.start >= before - REACH ? latest.entity : undefined
}

/** What is named at a place of the text. */
export function thingAt(source: Source, at: number): Entity | undefined {
  return thingsWithin(source, at, at + REACH).find(({ start }) => start === at)?.entity
}

/** Things that are named between two places of the text. */
export function thingsWithin(source: Source, from: number, to: number): readonly Named[] {
  const named = thingsOf(source)
  const first = countBefore(named, from)
  const found: Named[] = []
  for (let at = first; at < named.length; at += 1) {
    const it = named[at]
    if (!it || it.end > to) break
    if (it.start >= from) found.push(it)
  }
  return found
}

/** Of names in the order of their ends, the last that ends at or before a place. */
export function lastBefore<T extends { readonly end: number }>(
  names: readonly T[],
  at: number,
): T | undefined {
  return names[countBefore(names, at) - 1]
}

function countBefore(names: readonly { readonly end: number }[], at: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
