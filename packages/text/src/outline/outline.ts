import { type Block, type Clause, type Outline, type Sentence, type Span } from './types.js'
import { splitClauses } from './clauses.js'
import { splitSentences } from './sentences.js'

const SHORT = 45
const HEADING_END = /[。；;，,：:、]$/u
const NUMBERED =
  /^(?:第[一二三四五六七八九十]+[章节部分]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d))/u
/** 泽湖市人民政府办公室, 中共泽湖市委文件: whose paper it is. */
const ISSUER =
  /^(?:中共)?[\p{Script=Han}（）()]{3,24}(?:人民政府|办公室|委员会|管委会|指挥部|领导小组|[市区县镇]委|[局厅])(?:文件)?$/u
/** 泽政办发〔2026〕12号, 第37号. */
const ISSUE = /^(?:[\p{Script=Han}]{0,10}[〔[（(【]20\d{2}[〕\]）)】])?第?\d{1,4}[号期]$/u
const LETTERHEAD = 4
const MEASURED = /\d[\d.]*\s*(?:万|亿|千|百|%|％|家|个|亩|元|人|公里|平方|吨|项|户|平米|米)/u

/**
 * The parts of a restored text, every one with offsets: title, headings, lead lines, paragraphs, their sentences
 * and clauses. A line is a paragraph; a short line without a closing stop is a heading. Runs in linear time.
 */
export function outline(text: string): Outline {
  const lines = linesOf(text)
  const at = letterhead(text, lines)
  const titleLine = lines[at]
  const title = titleLine && lines.length > at + 1 && isTitle(text, titleLine) ? titleLine : null
  const rest = title ? lines.slice(at + 1) : lines
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

/** How many lines above the title only say who issues the document, and under which number. */
function letterhead(text: string, lines: readonly Span[]): number {
  let at = 0
  for (let line = lines[at]; line && at < LETTERHEAD; line = lines[at]) {
    const words = text.slice(line.start, line.end)
    if (!(ISSUER.test(words) || ISSUE.test(words))) break
    at += 1
  }
  const title = lines[at]
  return at > 0 && title && isTitle(text, title) && isHeading(text, title) ? at : 0
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
