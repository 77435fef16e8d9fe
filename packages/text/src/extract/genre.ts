import type { Places } from './places.js'
import { governing, steering, working } from '../words/genre.js'

const FEWEST_WORKS = 5
const FEWEST_STEERS = 3
/** Characters per mention of a body or place, and of work, above which a page is about something else. */
const RARE_BODY = 400
const RARE_WORK = 60

/**
 * Whether a text tells of the work of governing a place: meetings, plans, pledges, inspections, signings. Pages of
 * the genre speak of work every 12 to 40 characters; recipes, sports, offers and notices of schools hardly ever.
 */
export function isOfTheGenre(text: string, places: Places): boolean {
  const named = [...places.occurrences].reduce((sum, [, at]) => sum + at.length, 0)
  const bodies = count(text, governing)
  const works = count(text, working)
  return (
    (bodies >= 1 || named >= 2) &&
    (bodies + named) * RARE_BODY >= text.length &&
    works >= FEWEST_WORKS &&
    works * RARE_WORK >= text.length &&
    count(text, steering) >= FEWEST_STEERS
  )
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0
}
