import { listHeading, siteName } from '../chrome-words.js'
import { classify, isBreadcrumb, type LineClass } from './line-class.js'
import type { PairSet } from '../pair-set.js'
import { overlap, pairsOf } from './overlap.js'

/** What a line is removed as. */
export type Verdict =
  | Exclude<LineClass, 'weak' | 'weak-byline' | 'weak-record' | 'contact'>
  | 'link'
  | 'page-title'
  | 'site'

/** The lines of a page, what each is by itself, and where the article's sentences begin and end. */
interface Page {
  readonly lines: readonly string[]
  readonly own: readonly (LineClass | null)[]
  /** Indices of the article's first and last line that holds a sentence. */
  readonly first: number
  readonly last: number
  /** Where the readers begin to speak; the number of lines where they do not. */
  readonly readers: number
}

const SENTENCE = 24
const sure: ReadonlySet<LineClass> = new Set(['control', 'related', 'notice', 'path', 'comments'])
const signs: ReadonlySet<LineClass> = new Set(['byline', 'record', 'stamp'])
/** What closes an article: behind it, lines are the page's. */
const closing: ReadonlySet<LineClass> = new Set([
  'control',
  'related',
  'notice',
  'path',
  'comments',
  'byline',
])
const section =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第.{1,3}[章节部]|\d{1,2}[.、．])/

/** For each line what it is removed as, or null where it stays. */
export function verdicts(lines: readonly string[]): readonly (Verdict | null)[] {
  const own = lines.map(classify)
  const prose = lines.flatMap((line, i) => (isSentence(line, own[i]) ? [i] : []))
  const [first] = prose
  if (first === undefined) return withoutSentences(lines, own)
  const readers = readersAt(lines, own, prose)
  const last = prose.findLast((i) => i < readers) ?? first
  const page: Page = { lines, own, first, last, readers }
  return tail(page, head(page, resolve(page)))
}

function isSentence(line: string, own: LineClass | null | undefined): boolean {
  return own === null && line.length >= SENTENCE && line.includes('。')
}

/** Without any sentence there may be no article to tell the page from: bare words stay. */
function withoutSentences(
  lines: readonly string[],
  own: readonly (LineClass | null)[],
): readonly (Verdict | null)[] {
  const found = own.map((it): Verdict | null => (it === null || isWeak(it) ? null : it))
  return lines.some((line, i) => !found[i] && line !== '') ? found : found.map(() => null)
}

type Weak = 'weak' | 'weak-byline' | 'weak-record' | 'contact'

function isWeak(it: LineClass): it is Weak {
  return it === 'weak' || it === 'weak-byline' || it === 'weak-record' || it === 'contact'
}

/** Readers speak at the end, and less than the article. */
function readersAt(
  lines: readonly string[],
  own: readonly (LineClass | null)[],
  prose: readonly number[],
): number {
  const [first = 0] = prose
  for (let at = first; at < lines.length; at++) {
    if (own[at] !== 'comments') continue
    const length = (all: readonly number[]): number =>
      all.reduce((sum, i) => sum + (lines[i]?.length ?? 0), 0)
    const before = length(prose.filter((i) => i < at))
    return length(prose) - before <= before ? at : lines.length
  }
  return lines.length
}

/** Weak signs count beside sure ones: each run of classified lines is judged as one. */
function resolve(page: Page): (Verdict | null)[] {
  const { lines, own, first, last } = page
  const found: (Verdict | null)[] = lines.map(() => null)
  for (let start = 0; start < lines.length; start++) {
    if (!own[start]) continue
    let end = start
    while (end < lines.length && (own[end] || lines[end] === '')) end++
    const run = own.slice(start, end).filter((it) => it !== null)
    const isSure = run.some((it) => sure.has(it))
    const isSigned = run.some((it) => signs.has(it))
    const isHead = start < first
    const buttons = run.filter((it) => it === 'weak').length
    for (let i = start; i < end; i++) {
      const it = own[i]
      if (!it) continue
      const around = i < first || i > last
      if (it === 'weak') {
        const opens = isHead && start === 0 && lines.slice(end, first).some((line) => line.length >= 8)
        found[i] = isSure || (around && buttons >= 3) || opens ? 'control' : null
      } else if (it === 'weak-byline') found[i] = around && (isSure || isSigned) ? 'byline' : null
      else if (it === 'weak-record') found[i] = around && run.includes('record') ? 'record' : null
      else if (it === 'contact') found[i] = i > last && isSure ? 'notice' : null
      else if (it === 'record') found[i] = around ? 'record' : null
      else found[i] = it === 'comments' && isHead && !isSure ? null : it
    }
    start = end - 1
  }
  return found
}

const NAME = 16
/** A line of which less than this is said in the body is not the article's own. */
const STRANGE = 0.4

/** The head of the page: breadcrumbs, the site's name, titles that the headline repeats. */
function head(page: Page, before: readonly (Verdict | null)[]): readonly (Verdict | null)[] {
  const found = [...before]
  const { lines, own, first, last } = page
  for (let i = 0; i < first; i++) if (!found[i] && isBreadcrumb(lines[i] ?? '')) found[i] = 'control'
  const free = lines.flatMap((line, i) => (i < first && !found[i] && line !== '' ? [i] : []))
  for (const i of free) if (repeats(page, found, i)) found[i] = 'page-title'
  const title = free.findLast((i) => !found[i] && isHeadline(lines[i] ?? ''))
  if (title === undefined) return found
  let top = title
  while (top > 0 && !found[top - 1]) top--
  let body: PairSet | undefined
  const strange = (line: string): boolean =>
    overlap(line, (body ??= pairsOf(lines.slice(first, last + 1).join('\n')))) < STRANGE
  const opening = lines.findIndex((line) => line !== '')
  const signed = (name: string): boolean =>
    name.length >= 4 &&
    lines.some((line, i) => i < first && signs.has(own[i] ?? 'weak') && line.includes(name))
  for (const i of free.toReversed()) {
    const line = lines[i] ?? ''
    if (found[i] || i === title || line.length > NAME) continue
    const below = found.slice(i + 1, first).findIndex((_, k) => lines[i + 1 + k] !== '')
    const next = below < 0 ? undefined : found[i + 1 + below]
    const beside = [found[i - 1], next].some((it) => it && it !== 'page-title' && it !== 'caption')
    const named = siteName.test(line.replace(/\s/g, ''))
    // Above the headline's own block, before the page's controls: an account's or a site's name.
    const above = i < top && (next === 'control' || (named && beside))
    if ((above || (named && beside && line.length <= 10)) && strange(line)) found[i] = 'site'
    // The first line over a row of controls, or a name that a byline of the page signs with, is the site's whatever
    // the article speaks of.
    else if ((i < top && i === opening && next === 'control') || signed(line)) found[i] = 'site'
  }
  return found
}

function isHeadline(line: string): boolean {
  return line.length >= 8 && !section.test(line) && !/^[—–-]|[：:，。；]$/.test(line)
}

const NEAR = 12

/** Whether a line of the head repeats the headline under it, with a site's name or a date about it. */
function repeats(page: Page, found: readonly (Verdict | null)[], at: number): boolean {
  const { lines } = page
  const here = lines[at] ?? ''
  for (let i = at + 1, seen = 0; i < Math.min(lines.length, at + NEAR) && seen < 3; i++) {
    const below = lines[i] ?? ''
    if (found[i] || below === '') continue
    seen++
    if (
      below.length >= 8 &&
      below.length <= here.length &&
      below.length >= here.length * 0.4 &&
      here.includes(below)
    )
      return true
  }
  return false
}

const TITLE = 0.6

/** Lists of links, what readers say, and all behind the line that closes the article. */
function tail(page: Page, before: readonly (Verdict | null)[]): readonly (Verdict | null)[] {
  const found = [...before]
  const { lines, own, first, last, readers } = page
  const titled = lines.some((line, i) => i < first && line !== '' && !found[i])
  let end = found.findIndex(
    (it, i) => i > last && it !== null && it !== 'site' && closing.has(it as LineClass),
  )
  if (end < 0) end = lines.length
  let body: PairSet | undefined
  let under = false
  for (const [i, line] of lines.entries()) {
    if (found[i] === 'related') under = true
    else if (isSentence(line, own[i]) || section.test(line)) under = false
    if (found[i] || line === '') continue
    if (i > readers) found[i] = 'link'
    else if (under) found[i] = 'link'
    else if (i > end) {
      // What is attached is the document's again.
      if (/^附件\s?[\d一二三四五六七八九十]{0,2}[:：]?$/.test(line)) end = lines.length
      // A title that stands behind its article speaks in its words.
      else if (titled || overlap(line, (body ??= pairsOf(lines.slice(0, last + 1).join('\n')))) < TITLE)
        found[i] = 'link'
    } else if (i > last && end < lines.length && listHeading.test(line) && i + 1 < end) under = true
    if (under && !found[i] && listHeading.test(line)) found[i] = 'related'
  }
  return found
}
