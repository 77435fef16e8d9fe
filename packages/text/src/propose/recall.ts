import type { FindingBody, ModelNote, Reading } from '@gangmu/core'
import type { Draft } from '../extract/rule.js'
import { aroundOf, groundedIn, namesIn } from './grounded.js'
import { withModel } from './hear.js'
import { mergeProposals } from './merge.js'

/** What a model once proposed, and about where it stood then. */
export interface Recalled {
  readonly start: number
  readonly quote: string
  readonly body: FindingBody
}

/** UTF-16 units on either side in which the words of a proposal may stand: no passage was longer. */
const AROUND = 1600

/**
 * The reading of a text that was restored anew, with what a model had proposed before: whatever of it still stands word
 * for word, at the place nearest to where it stood. The model is not asked again.
 */
export function recall(
  text: string,
  reading: Reading,
  note: ModelNote,
  proposed: readonly Recalled[],
): Reading {
  const names = namesIn(reading.findings)
  const drafts = proposed.flatMap((it): readonly Draft[] => {
    const start = nearest(text, it.quote, it.start)
    if (start < 0) return []
    const span = { start, end: start + it.quote.length }
    const around = {
      start: Math.max(0, start - AROUND),
      end: Math.min(text.length, span.end + AROUND),
      under: [],
    }
    const body = groundedIn(aroundOf(text, around, names), span, it.body)
    return typeof body === 'string' ? [] : [{ ...span, body }]
  })
  const { findings, added, agreed } = mergeProposals(text, reading.findings, drafts)
  return withModel({ ...reading, findings }, { ...note, added, agreed })
}

function nearest(text: string, quote: string, start: number): number {
  const before = text.lastIndexOf(quote, start)
  const after = text.indexOf(quote, start)
  if (before < 0 || after < 0) return Math.max(before, after)
  return start - before <= after - start ? before : after
}
