import type { Span } from './types.js'

const STOPS = new Set(['。', '！', '？', '!', '?'])
const CLOSING = new Set(['”', '’', '」', '』', '）', ')', '》', '"'])
const QUOTED_TITLE = 24
/** Longer sentences are lists; they are cut at their next comma. */
const LONGEST = 1500

/** Splits at 。！？, taking closing quotes along; an exclamation inside a short quoted name does not end a sentence. */
export function splitSentences(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = []
  let from = start
  let quote = -1
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at)
    if (char === '“' || char === '《') quote = at
    else if (char === '”' || char === '》') quote = -1
    if (at - from >= LONGEST && (/[，；,;]/u.test(char) || at - from >= 2 * LONGEST)) {
      sentences.push({ start: from, end: at + 1 })
      from = at + 1
      continue
    }
    if (!STOPS.has(char)) continue
    if (char !== '。' && quote >= 0 && at - quote < QUOTED_TITLE && text.charAt(at + 1) !== '”') continue
    let to = at + 1
    while (to < end && (CLOSING.has(text.charAt(to)) || STOPS.has(text.charAt(to)))) to += 1
    if (to > at + 1) quote = -1
    sentences.push({ start: from, end: to })
    from = to
    at = to - 1
  }
  if (from < end) sentences.push({ start: from, end })
  return sentences
}
