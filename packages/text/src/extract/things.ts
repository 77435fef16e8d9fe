// Constructions, parks and institutes by where they are named.
import type { Entity } from './entities.js'
import type { Source } from './rule.js'

const THINGS = new Set(['project', 'park', 'institute', 'carrier'])
/** Farther back than this it is another story. */
const REACH = 200

/** What was built or is to be and was named last before a place of the text. */
export function latestThing({ entities }: Source, before: number): Entity | undefined {
  let found: Entity | undefined
  let latest = -1
  for (const it of entities) {
    if (!THINGS.has(it.type)) continue
    for (const { start, end } of it.mentions) {
      if (end > before || start <= latest) continue
      found = it
      latest = start
    }
  }
  return latest >= before - REACH ? found : undefined
}

/** What is named at a place of the text. */
export function thingAt({ entities }: Source, at: number): Entity | undefined {
  return entities.find((it) => THINGS.has(it.type) && it.mentions.some(({ start }) => start === at))
}
