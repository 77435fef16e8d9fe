import type { Clause, Span } from './types.js'

const MARKS = new Set(['，', '；', '：', '。', '！', '？', ',', ';', ':', '!', '?', '\n'])
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '（': '）',
  '(': ')',
  '「': '」',
}
const NAME = 40
/** No clause of prose is longer; text without marks is cut here, so that every rule stays linear. */
const LONGEST = 240

/**
 * Splits a sentence at its commas and semicolons, never inside a bracket, a book title or a short quotation, and
 * never between two digits (1,200).
 */
export function splitClauses(text: string, { start, end }: Span): Clause[] {
  const clauses: Clause[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at)
    if (at - from >= LONGEST) {
      push(text, clauses, from, at, '')
      from = at
    }
    const closer = CLOSERS[char]
    if (closer !== undefined) {
      const to = closingAt(text, at, end, closer)
      if (to > 0) {
        at = to
        continue
      }
    }
    if (!MARKS.has(char) || betweenDigits(text, at)) continue
    push(text, clauses, from, at, char)
    from = at + 1
  }
  push(text, clauses, from, end, '')
  return clauses
}

function closingAt(text: string, open: number, end: number, closer: string): number {
  const limit = Math.min(end, open + NAME)
  for (let at = open + 1; at < limit; at += 1) {
    const char = text.charAt(at)
    // A quotation that ends in a stop is speech, not a name: its clauses count.
    if (char === closer) return /[。！？]/u.test(text.charAt(at - 1)) ? -1 : at
    if (char === '。' || char === '\n') return -1
  }
  return -1
}

function betweenDigits(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) && /[,:]/u.test(text.charAt(at))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function push(text: string, clauses: Clause[], start: number, end: number, mark: string): void {
  let from = start
  let to = end
  // Stray quotation marks at the edges belong to the speech around the clause, paired ones to the clause.
  while (from < to && /\s/u.test(text.charAt(from))) from += 1
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1
  if (from < to && /[”"’]/u.test(text.charAt(from))) from += 1
  const inner = text.slice(from, to)
  if (inner.startsWith('“') && !inner.includes('”')) from += 1
  if (inner.endsWith('”') && !inner.includes('“')) to -= 1
  if (from < to && /[\p{L}\p{N}]/u.test(text.slice(from, to))) clauses.push({ start: from, end: to, mark })
}
