import { z } from 'zod'
import { type Refusal, refusal } from '../refusal.js'

/**
 * 出处: where a finding stands. `start` and `end` count UTF-16 units in the restored text, end exclusive, and
 * `slice(text, start, end) === quote` always holds. Prefix and suffix let a person, or a later text, find it again.
 */
export const anchor = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})
export type Anchor = z.infer<typeof anchor>

const CONTEXT = 16

/** The anchor of `text.slice(start, end)`. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(onCharacter(text, Math.max(0, start - CONTEXT)), start),
    suffix: text.slice(end, onCharacter(text, Math.min(text.length, end + CONTEXT))),
  }
}

/** The next offset at which a character begins: half of a pair is no text, and no database takes it. */
function onCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at + 1 : at
}

/** Null where the anchor holds in `text`, otherwise why not. */
export function checkAnchor(text: string, it: Anchor, path: string): Refusal | null {
  const found = text.slice(it.start, it.end)
  return it.start < it.end && found === it.quote
    ? null
    : refusal('anchor.not-in-text', path, { start: it.start, end: it.end, quote: it.quote, found })
}
