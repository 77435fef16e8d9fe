import { anchorAt, type Finding, type Lexicon, type Reading, type Restoration } from '@gangmu/core'
import { outline } from '../outline/outline.js'
import { datingOf } from './facts.js'
import { framesOf } from './frames.js'
import { isOfTheGenre } from './genre.js'
import { placesOf } from './places.js'
import type { Draft, Source } from './rule.js'
import { rules } from './rules/index.js'
import { readingRules } from './version.js'

export interface ReadingInput {
  /** The text as it was decoded, before restoration: what was removed from it may still be a fact of the document. */
  readonly received: string
  readonly restoration: Restoration
  readonly lexicon: Lexicon
  readonly name?: string
}

/**
 * 研读: what the rules find in a restored text, in the order of the text. Pure and linear in its length. A page that
 * is not of the genre (no bodies that govern, no work they do) gives facts and no findings.
 */
export function read({ received, restoration, lexicon }: ReadingInput): Reading {
  const rules = `${readingRules}+${lexicon.version}`
  const { facts, findings } = readText(restoration.text, received, lexicon)
  return { rules, facts, findings: isOfTheGenre(restoration.text) ? findings : [] }
}

/** The same for any text, whatever it is about. */
export function readText(text: string, received: string, lexicon: Lexicon): Omit<Reading, 'rules'> {
  const parts = outline(text)
  const places = placesOf(text, lexicon)
  const { facts, year, day } = datingOf(text, received, parts, places)
  const names = new Map(lexicon.names.map((it) => [it.name, it]))
  const ground = { text, parts, places, lexicon, names, year, day }
  return { facts, findings: ordered(text, { ...ground, frames: framesOf(ground) }) }
}

function ordered(text: string, source: Source): Finding[] {
  const found: (Draft & { rule: string })[] = []
  for (const rule of rules) for (const draft of rule.find(source)) found.push({ ...draft, rule: rule.name })
  return found
    .filter((it) => it.start >= 0 && it.start < it.end && it.end <= text.length)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((it, index) => ({
      ordinal: index + 1,
      rule: it.rule,
      anchor: anchorAt(text, it.start, it.end),
      body: it.body,
    }))
}
