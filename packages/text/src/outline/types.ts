/** Offsets in UTF-16 units of the restored text, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A piece between two of ，；：。！？, without them; `mark` is the one that follows, empty at the end of a line. */
export interface Clause extends Span {
  readonly mark: string
}

export interface Sentence extends Span {
  readonly clauses: readonly Clause[]
}

export interface Block extends Span {
  readonly kind: 'heading' | 'lead' | 'paragraph'
  /** The printed number, such as 一、 or （二） or 3. */
  readonly number: string | null
  readonly sentences: readonly Sentence[]
}

export interface Outline {
  readonly title: Span | null
  readonly blocks: readonly Block[]
}
