import { z } from 'zod'
import type { FindingBody } from './finding.js'

/** 模型: what a model did in a reading. Its word is a proposal: no model decides anything, and none need be there. */
export const modelFailures = [
  /** It did not answer in time. */
  'timeout',
  /** Nobody listens at its address, or the line broke. */
  'unreachable',
  /** It asked for patience (429, 503), longer than a reading waits. */
  'busy',
  /** It does not know the key (401, 403). */
  'denied',
  /** It does not take the question (another 4xx). */
  'rejected',
  /** It failed itself (5xx). */
  'faulty',
  /** It sent us to another address; the text goes nowhere but to the one that was set. */
  'redirected',
  /** What came back is not an answer of the chat API. */
  'not-an-answer',
  /** The answer is cut short. */
  'cut-short',
  /** The answer is longer than any we read. */
  'too-long',
  /** The answer is not what was asked for. */
  'nonsense',
  /** It failed several times in a row, and is left alone for a while. */
  'resting',
] as const
export type ModelFailure = (typeof modelFailures)[number]

/** Why a proposal is not kept. */
export const dropReasons = [
  'unknown-kind',
  'wrong-fields',
  'not-in-text',
  'not-in-quote',
  'not-as-written',
  'twice',
  'too-many',
] as const
export type DropReason = (typeof dropReasons)[number]

const count = z.int().min(0)

/** How a model took part in a reading; a reading by rules alone has none. */
export const modelNote = z.strictObject({
  /** As it is set. */
  name: z.string(),
  /** As it calls itself in its answers; null where it gave none. */
  version: z.string().nullable(),
  /** Version of the question it was asked. */
  prompt: z.string(),
  /** Passages it was asked about; 0 where the rules found nothing that is worth a question. */
  asked: count,
  /** Passages it gave a proper answer to. */
  answered: count,
  /** UTF-16 units at the end of a long text that it was not shown. */
  unseen: count,
  /** Findings that it alone proposed. */
  added: count,
  /** Findings of the rules that it proposed as well. */
  agreed: count,
  dropped: z.partialRecord(z.enum(dropReasons), count),
  /** The first that went wrong; null where nothing did. */
  failure: z.enum(modelFailures).nullable(),
})
export type ModelNote = z.infer<typeof modelNote>

/** The rule a finding has that only a model proposes. */
export const modelRule = 'model'

/** Who found it: the rules, a model, or both of the same words. */
export const findingSources = ['rules', 'model', 'both'] as const
export type FindingSource = (typeof findingSources)[number]

export function sourceOf(it: { readonly rule: string; readonly proposal?: unknown }): FindingSource {
  if (it.rule === modelRule) return 'model'
  return it.proposal == null ? 'rules' : 'both'
}

/** What a model said of words in which the rules found the same: its own quote, and its own reading of it. */
export interface Proposal {
  readonly quote: string
  readonly body: FindingBody
}

/** What came back of one question. `content` is as the model wrote it: nothing in it is trusted. */
export type ModelAnswer =
  | { readonly ok: true; readonly content: string; readonly version: string | null }
  | { readonly ok: false; readonly failure: ModelFailure }
