import type { Clause, Span } from './types.js'

const MARKS = new Set(['，', '；', '：', '。', '！', '？', ',', ';', ':', '!', '?', '\n'])
const STOPS = new Set(['。', '！', '？'])
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
  ['「', '」'],
])
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
    const closer = CLOSERS.get(char)
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
    if (char === closer) return STOPS.has(text.charAt(at - 1)) ? -1 : at
    if (char === '。' || char === '\n') return -1
  }
  return -1
}

function betweenDigits(text: string, at: number): boolean {
  const char = text.charAt(at)
  return (
    (char === ',' || char === ':') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  )
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function push(text: string, clauses: Clause[], start: number, end: number, mark: string): void {
  let from = start
  let to = end
  // Stray quotation marks at the edges belong to the speech around the clause, paired ones to the clause.
  while (from < to && isSpace(text, from)) from += 1
  while (to > from && isSpace(text, to - 1)) to -= 1
  if (from < to && STRAY.has(text.charAt(from))) from += 1
  const inner = text.slice(from, to)
  if (inner.startsWith('“') && !inner.includes('”')) from += 1
  if (inner.endsWith('”') && !inner.includes('“')) to -= 1
  if (from < to && saysSomething(text, from, to)) clauses.push({ start: from, end: to, mark })
}

const STRAY = new Set(['”', '"', '’'])

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (
    code === 32 ||
    code === 0x3000 ||
    ((code < 32 || (code >= 0x80 && code < 0x3000) || code === 0xfeff) && /\s/u.test(text.charAt(at)))
  )
}

/** Whether a letter or a figure stands there. */
function saysSomething(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start)
  return (code >= 0x4e00 && code <= 0x9fff) || /[\p{L}\p{N}]/u.test(text.slice(start, end))
}
