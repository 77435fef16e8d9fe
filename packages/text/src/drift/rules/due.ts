import { lastDay } from '../time.js'
import type { Rule } from './rule.js'

/** A date moved, given or taken away. The year a document is about is no date taken away where another leaves it out. */
export const due: Rule = (older, newer) => {
  const [from, to] = [older.due, newer.due]
  if (from === null || to === null) {
    const stated = from === null ? to !== null && newer.dueStated : older.dueStated
    return stated ? { of: 'due', from, to, effect: to === null ? 'weaker' : 'stronger' } : null
  }
  const [before, after] = [lastDay(from, older.on), lastDay(to, newer.on)]
  if (before === null || after === null || before === after) return null
  return { of: 'due', from, to, effect: after > before ? 'later' : 'stronger' }
}
