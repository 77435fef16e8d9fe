import type { Places } from './places.js'
import { governing, working } from '../words/genre.js'

const FEWEST_BODIES = 3
const FEWEST_WORKS = 5
/** Characters per mention of a body that governs, and of its work, above which a page is about something else. */
const RARE_BODY = 400
const RARE_WORK = 120

/** Whether a text tells of the work of governing a place: meetings, plans, pledges, inspections, signings. */
export function isOfTheGenre(text: string, places: Places): boolean {
  const named = [...places.occurrences].reduce((sum, [, at]) => sum + at.length, 0)
  const bodies = (text.match(governing)?.length ?? 0) + named
  const works = text.match(working)?.length ?? 0
  return (
    bodies >= FEWEST_BODIES &&
    works >= FEWEST_WORKS &&
    bodies * RARE_BODY >= text.length &&
    works * RARE_WORK >= text.length
  )
}
