/**
 * The words a place gives to the reader: names it knows and what they are. Built from the pack and from the units
 * in the register, never from a document.
 */
export interface LexiconName {
  readonly name: string
  /** An entity type, as in `entityBody.type`. */
  readonly type: string
  readonly canonical: string | null
  readonly unit: string | null
  /** Unit the name lies within, by name. */
  readonly within: string | null
}

export interface Lexicon {
  /** Changes with its content; part of a reading's version. */
  readonly version: string
  readonly names: readonly LexiconName[]
  /** The place whose words these are, e.g. 无锡市; the actor of last resort. */
  readonly region: string | null
}

export const emptyLexicon: Lexicon = { version: 'empty', names: [], region: null }
