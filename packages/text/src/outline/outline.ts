import { type Block, type Clause, type Outline, type Sentence, type Span } from './types.js'
import { splitClauses } from './clauses.js'
import { splitSentences } from './sentences.js'

const SHORT = 45
const HEADING_END = /[。；;，,：:、]$/u
const NUMBERED =
  /^(?:第[一二三四五六七八九十]+[章节部分]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d))/u
const MEASURED = /\d[\d.]*\s*(?:万|亿|千|百|%|％|家|个|亩|元|人|公里|平方|吨|项|户|平米|米)/u

/**
 * The parts of a restored text, every one with offsets: title, headings, lead lines, paragraphs, their sentences
 * and clauses. A line is a paragraph; a short line without a closing stop is a heading. Runs in linear time.
 */
export function outline(text: string): Outline {
  const lines = linesOf(text)
  const titleLine = lines[0]
  const title = titleLine && lines.length > 1 && isTitle(text, titleLine) ? titleLine : null
  const rest = title ? lines.slice(1) : lines
  const blocks: Block[] = []
  for (let at = 0; at < rest.length;) {
    const run = headingRun(text, rest, at)
    // A run of four or more short lines is a lead; the two before a paragraph are its headings.
    const lead = run >= 4 ? run - 2 : 0
    const first = rest[at]
    const last = rest[at + Math.max(lead, 1) - 1]
    if (!first || !last) break
    if (lead > 0) blocks.push(block(text, 'lead', { start: first.start, end: last.end }))
    else blocks.push(block(text, run > 0 ? 'heading' : 'paragraph', first))
    at += Math.max(lead, 1)
  }
  return { title, blocks }
}

function block(text: string, kind: Block['kind'], span: Span): Block {
  const sentences: Sentence[] = []
  for (const it of kind === 'lead' ? [span] : splitSentences(text, span)) {
    const clauses: Clause[] = splitClauses(text, it)
    if (clauses.length > 0) sentences.push({ ...it, clauses })
  }
  const head = NUMBERED.exec(text.slice(span.start, span.start + 12))
  return { kind, start: span.start, end: span.end, number: head ? head[0] : null, sentences }
}

function headingRun(text: string, lines: readonly Span[], from: number): number {
  let run = 0
  for (let line = lines[from]; line && isHeading(text, line); line = lines[from + run]) run += 1
  return run
}

function isHeading(text: string, { start, end }: Span): boolean {
  if (end - start > SHORT) return false
  const line = text.slice(start, end)
  return !HEADING_END.test(line) && !line.slice(0, -1).includes('。') && !MEASURED.test(line)
}

function isTitle(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end)
  return line.length <= 70 && !NUMBERED.test(line) && !/[。；;：:]$/u.test(line) && !line.includes('。')
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue
    const line = trim(text, start, at)
    if (line) lines.push(line)
    start = at + 1
  }
  return lines
}

/** The span without white space at its ends, or null where nothing is left. */
export function trim(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from += 1
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
  return from < to ? { start: from, end: to } : null
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
}
