import type { Lexicon, LexiconName } from '@gangmu/core'
import type { Block, Clause, Outline, Sentence } from '../outline/types.js'
import type { Amount } from './amount.js'
import type { DateExpression } from './dates.js'
import type { Mode } from './mode.js'
import type { Places } from './places.js'

/** One clause with everything that is in force where it stands. */
export interface Frame {
  readonly block: Block
  readonly sentence: Sentence
  readonly clause: Clause
  /** Ordinal of the clause in its sentence, from 0. */
  readonly index: number
  readonly words: string
  readonly mode: Mode
  readonly actor: string
  readonly theme: string
  /** The board whose heading stands over the clause, by its usual name. */
  readonly section: string | null
  /** Clauses that only name a theme or hand over speech ask for nothing. */
  readonly silent: boolean
  readonly dates: readonly DateExpression[]
  /** The times figures of the clause grew from; they are in force for nothing else. */
  readonly bases: readonly DateExpression[]
  readonly amounts: readonly Amount[]
  /** The date an earlier clause of the sentence, or the opening of the paragraph, left in force. */
  readonly carried: DateExpression | null
  /** The year figures without any date belong to: one the paragraph named, else that of heading or title. */
  readonly span: DateExpression | null
  /** Heading or speaker make it asked or promised; without that only the clause's own 将 or 要 does. */
  readonly bound: boolean
  /** What it tells lies after the day of the document, or has a deadline in one without a day. */
  readonly ahead: boolean
  /** The clause tells what will be once a thing is finished (建成后…): an expectation, and nobody's duty. */
  readonly outcome: boolean
}

export interface Ground {
  readonly text: string
  readonly parts: Outline
  readonly places: Places
  readonly lexicon: Lexicon
  readonly names: ReadonlyMap<string, LexiconName>
  readonly year: number | null
  /** The day the document was written or tells of, where known: what is due after it is planned. */
  readonly date: string | null
  /** The day of the event it tells, what 会上 and 当天 mean. */
  readonly day: string | null
}
