import type { Result } from '@gangmu/core'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { taken } from '../answer.js'
import type { Parsed } from '../received.js'
import type { PageLine } from './line-writer.js'
import { readLines } from './lines.js'

/** An article found must hold this share of the page's running text; otherwise the page is kept whole. */
const BULK = 0.6
/** How far above the article its headline and its line of date and source may stand. */
const LINES_ABOVE = 12
/** Beyond these a page is no article, and looking for one would take longer than reading the page. */
const ARTICLE_CHARACTERS = 2_000_000
const ARTICLE_DEPTH = 500

/**
 * Text of a page, a block a line. Where an article can be told from what surrounds it, the lines from its headline to
 * its end are given, with all that stands between them; otherwise all lines are.
 */
export function readHtml(html: string): Result<Parsed> {
  const { document } = parseHTML(html)
  const title = squeezed(document.querySelector('title')?.textContent ?? '')
  // The whole document: in a fragment, or where tags are missing, the text does not stand in a body.
  const { lines, depth } = readLines(document.childNodes)
  const article = html.length > ARTICLE_CHARACTERS || depth > ARTICLE_DEPTH ? null : articleLines(html)
  const kept = article === null ? lines : cut(lines, article, title)
  const text = (kept.length === 0 ? lines : kept).map((line) => line.text).join('\n')
  return taken({ text, pages: null, picturePages: [] })
}

/** Readability changes the tree it is given and throws on some, so it gets one of its own. */
function articleLines(html: string): PageLine[] | null {
  try {
    const { document } = parseHTML(html)
    const found = new Readability<PageLine[]>(document, {
      serializer: (node) => readLines([node]).lines,
      disableJSONLD: true,
    }).parse()
    return found?.content ?? null
  } catch {
    return null
  }
}

function cut(lines: readonly PageLine[], article: readonly PageLine[], title: string): readonly PageLine[] {
  const inArticle = new Set(article.map((line) => line.text))
  const first = lines.findIndex((line) => inArticle.has(line.text) && isRunning(line))
  const last = lines.findLastIndex((line) => inArticle.has(line.text))
  if (first < 0 || running(lines.slice(first, last + 1)) < running(lines) * BULK) return lines
  return lines.slice(
    startOf(
      lines,
      lines.findIndex((line) => inArticle.has(line.text)),
      first,
      title,
    ),
    last + 1,
  )
}

/** The headline's line where it stands a little above the article's first paragraph, else where the article starts. */
function startOf(lines: readonly PageLine[], article: number, first: number, title: string): number {
  const from = Math.max(0, first - LINES_ABOVE)
  const headline = lines.findIndex(
    (line, at) => at >= from && at < first && line.text.length >= 4 && title.includes(squeezed(line.text)),
  )
  return headline >= 0 ? headline : Math.max(from, Math.min(article, first))
}

/** Characters of paragraphs that are no lists of links. */
function running(lines: readonly PageLine[]): number {
  return lines.filter(isRunning).reduce((sum, line) => sum + line.text.length, 0)
}

function isRunning(line: PageLine): boolean {
  return line.text.length >= 20 && line.linked * 2 < line.text.length
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
