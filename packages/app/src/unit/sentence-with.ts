import type { Span } from './reply.js'

interface Found {
  readonly quote: string
  readonly start: number
  /** In the quote: the words themselves, and the clause around them. */
  readonly words: Span
  readonly clause: Span
}

/** The sentence of a text in which words stand, blanks not counted; null where they stand nowhere. */
export function sentenceWith(text: string, words: string): Found | null {
  const places: number[] = []
  let bare = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (/\s/.test(unit)) continue
    places.push(at)
    bare += unit
  }
  const found = bare.indexOf(words)
  const first = places[found]
  const last = places[found + words.length - 1]
  if (found === -1 || first === undefined || last === undefined) return null
  const sentence = around(text, first, last, '。！？\n')
  const clause = around(text, first, last, '。！？\n，；：,;')
  const within = (start: number, end: number): Span => ({
    start: start - sentence.start,
    end: end - sentence.start,
  })
  return {
    quote: text.slice(sentence.start, sentence.end),
    start: sentence.start,
    words: within(first, last + 1),
    clause: within(clause.start, clause.end),
  }
}

/** From behind the mark before `first` to the mark after `last`, a mark that is no blank included. */
function around(text: string, first: number, last: number, marks: string): Span {
  let start = first
  while (start > 0 && !marks.includes(text.charAt(start - 1))) start -= 1
  let end = last + 1
  while (end < text.length && !marks.includes(text.charAt(end - 1))) end += 1
  while (/\s/.test(text.charAt(start))) start += 1
  while (/\s/.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}
