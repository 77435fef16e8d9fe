import { anchorAt, type Finding, type Lexicon, type Reading, type Restoration } from '@gangmu/core'
import { outline } from '../outline/outline.js'
import { entitiesOf } from './entities.js'
import type { Name } from './names.js'
import { project } from './rules/project.js'
import { datingOf } from './facts.js'
import { framesOf } from './frames.js'
import { isOfTheGenre } from './genre.js'
import { placesOf } from './places.js'
import type { Draft, Source } from './rule.js'
import { rules } from './rules/index.js'
import type { Sentence } from '../outline/types.js'
import { widened } from './unique.js'
import { readingRules } from './version.js'

export interface ReadingInput {
  /** The text as it was decoded, before restoration: what was removed from it may still be a fact of the document. */
  readonly received: string
  readonly restoration: Restoration
  readonly lexicon: Lexicon
  readonly name?: string
  /** ISO day the document came in: the year of last resort where the text gives none. */
  readonly receivedOn?: string
}

/**
 * 研读: what the rules find in a restored text, in the order of the text. Pure and linear in its length. A page that
 * is not of the genre (no bodies that govern, no work they do) gives facts and no findings.
 */
export function read({ received, restoration, lexicon, receivedOn }: ReadingInput): Reading {
  const { text } = restoration
  const rules = `${readingRules}+${lexicon.version}`
  const places = placesOf(text, lexicon)
  const { facts, findings } = readText(text, received, lexicon, places, receivedOn)
  return { rules, facts, findings: isOfTheGenre(text, places) ? findings : [] }
}

/** The same for any text, whatever it is about. */
export function readText(
  text: string,
  received: string,
  lexicon: Lexicon,
  places = placesOf(text, lexicon),
  receivedOn?: string,
): Omit<Reading, 'rules'> {
  const parts = outline(text)
  const { facts, year, day } = datingOf(text, received, parts, places, receivedOn)
  const names = new Map(lexicon.names.map((it) => [it.name, it]))
  const ground = { text, parts, places, lexicon, names, year, day, date: facts.date }
  const frames = framesOf(ground)
  const named = projectNames(text, project.find({ ...ground, frames, entities: [] }))
  const entities = entitiesOf({ ...ground, frames }, named)
  return { facts, findings: ordered(text, { ...ground, frames, entities }) }
}

/** Where the projects that were found are named. */
function projectNames(text: string, drafts: readonly Draft[]): Name[] {
  return drafts.flatMap(({ start, body }) => {
    if (body.kind !== 'project') return []
    const at = text.indexOf(body.name, start)
    return at < 0 ? [] : [{ start: at, end: at + body.name.length, type: 'project' }]
  })
}

function ordered(text: string, source: Source): Finding[] {
  const found: (Draft & { rule: string })[] = []
  const sentences = source.frames.map((it) => it.sentence)
  for (const rule of rules) {
    for (const draft of rule.find(source)) {
      if (draft.start < 0 || draft.start >= draft.end || draft.end > text.length) continue
      const widens = draft.body.kind !== 'entity' && draft.body.kind !== 'relation'
      const placed = widens ? widened(text, draft, sentenceAt(sentences, draft.start)) : draft
      found.push({ ...placed, rule: rule.name })
    }
  }
  return found
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((it, index) => ({
      ordinal: index + 1,
      rule: it.rule,
      anchor: anchorAt(text, it.start, it.end),
      body: it.body,
    }))
}

/** The sentence an offset stands in; sentences come in the order of the text. */
function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (!sentence) return undefined
    if (sentence.end <= at) low = middle + 1
    else if (sentence.start > at) high = middle - 1
    else return sentence
  }
  return undefined
}
