import type { Sentence } from '../outline/types.js'
import type { Draft } from './rule.js'

/** Beyond this length a text is not searched for other places of a quote. */
const SEARCHED = 300_000

/**
 * A quote that stands more than once in the text finds its place only with its neighbours: it is widened to the
 * clauses before it in its sentence, then after it, until it is the only one.
 */
export function widened(text: string, draft: Draft, sentence: Sentence | undefined): Draft {
  if (!sentence || text.length > SEARCHED || isOnly(text, draft)) return draft
  let { start, end } = draft
  for (const clause of sentence.clauses.toReversed()) {
    if (clause.start >= start) continue
    start = clause.start
    if (isOnly(text, { start, end })) return { ...draft, start, end }
  }
  for (const clause of sentence.clauses) {
    if (clause.end <= end) continue
    end = clause.end
    if (isOnly(text, { start, end })) return { ...draft, start, end }
  }
  return draft
}

function isOnly(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const quote = text.slice(start, end)
  const first = text.indexOf(quote)
  return first === start && text.indexOf(quote, start + 1) < 0
}
