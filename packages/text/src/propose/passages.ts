import { cut } from '@gangmu/core'
import { outline } from '../outline/outline.js'
import type { Span } from '../outline/types.js'

/** A piece of a restored text that a model is asked about by itself. Offsets are those of the whole text. */
export interface Passage extends Span {
  /** What it stands under: the last heading lines before it, outermost first. */
  readonly under: readonly string[]
}

export interface PassageLimits {
  /** UTF-16 units of one passage. */
  readonly each: number
  /** UTF-16 units of all; what lies behind is left to the rules. */
  readonly all: number
}

const HEADINGS = 2
const HEADING_LENGTH = 60

/**
 * Splits a text where a section begins, and long sections at the ends of their sentences; a sentence longer than a
 * passage is cut. No two passages overlap, and what they leave out of the text that is shown is blank.
 */
export function passagesOf(
  text: string,
  limits: PassageLimits,
): { readonly passages: readonly Passage[]; readonly unseen: number } {
  const passages: Passage[] = []
  /** What is shown in the passages before the last. */
  let before = 0
  for (const piece of piecesOf(text, limits.each)) {
    const last = passages.at(-1)
    const length = last === undefined ? 0 : last.end - last.start
    const section = piece.heads && length > limits.each / 3
    const joins = last !== undefined && !section && piece.end - last.start <= limits.each
    const start = joins ? last.start : piece.start
    if (!joins) before += length
    if (before + piece.end - start > limits.all) return { passages, unseen: text.length - (last?.end ?? 0) }
    if (joins) passages[passages.length - 1] = { ...last, end: piece.end }
    else passages.push({ start, end: piece.end, under: piece.under })
  }
  return { passages, unseen: 0 }
}

interface Piece extends Passage {
  /** A section begins here. */
  readonly heads: boolean
}

function piecesOf(text: string, each: number): readonly Piece[] {
  const { title, blocks } = outline(text)
  let under: readonly string[] = []
  let heads = false
  const pieces = title
    ? split(text, { ...title, sentences: [] }, each).map((it) => ({ ...it, under, heads }))
    : []
  for (const block of blocks) {
    const heading = block.kind === 'heading'
    // Headings in a row stand one under the other.
    const above = heading && !heads ? [] : under
    for (const it of split(text, block, each)) pieces.push({ ...it, under: above, heads: heading && !heads })
    if (heading) under = [...above, cut(text.slice(block.start, block.end), HEADING_LENGTH)].slice(-HEADINGS)
    heads = heading
  }
  return pieces
}

/** A block, or its sentences where it is too long, or their parts where they are. */
function split(
  text: string,
  block: Span & { readonly sentences: readonly Span[] },
  each: number,
): readonly Span[] {
  if (block.end - block.start <= each) return [block]
  const ends = [...block.sentences.map((it) => it.end).filter((it) => it < block.end), block.end]
  const pieces: Span[] = []
  let start = block.start
  for (const end of ends) {
    while (end - start > each) {
      const at = onCharacter(text, start + each)
      pieces.push({ start, end: at })
      start = at
    }
    if (end > start) pieces.push({ start, end })
    start = end
  }
  return pieces
}

/** Never between the halves of a pair. */
function onCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at
}
