import type { ModelAnswer } from '@gangmu/core'
import type { Message } from '@gangmu/text'

/** How much of a model a reading asks for at most. */
export interface ModelLimits {
  /** UTF-16 units of a text that are shown to it. */
  readonly characters: number
  /** Milliseconds a question may take, its one repetition with it. */
  readonly callMs: number
  /** Milliseconds all questions of one text may take together. */
  readonly textMs: number
  /** Questions of one text at the same time. */
  readonly atOnce: number
}

/** The port: a model that is asked, or not there at all. */
export interface Model {
  /** As it is set. */
  readonly name: string
  /** Where the words of a document go, for people to see. */
  readonly host: string
  readonly limits: ModelLimits
  /** One question. Never rejects and never outlasts its limit: what goes wrong is an answer. */
  readonly ask: (messages: readonly Message[], signal: AbortSignal) => Promise<ModelAnswer>
}
