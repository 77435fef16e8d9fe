import { z } from 'zod'

const NUL = '\u0000'
const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Whether a text can be kept: well-formed and without NUL, as JSON and PostgreSQL both want it. */
export function isStorable(text: string): boolean {
  return !text.includes(NUL) && !half.test(text)
}

/** A text somebody writes, at most `most` UTF-16 units. */
export function writtenText(most: number): z.ZodString {
  return z.string().max(most).refine(isStorable, 'holds a character that cannot be kept')
}

/** The first `most` units of a text, never ending in half a character. */
export function cut(text: string, most: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most
  return text.slice(0, end)
}
