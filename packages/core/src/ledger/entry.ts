/**
 * 台账: one line of the append-only ledger. `content` is the RFC 8785 canonical JSON of what was done;
 * `commit = SHA-256(0x02 ‖ nonce ‖ content)`, so that nonce and content can be erased while the tree stays valid.
 */
export interface EntryContent {
  readonly kind: string
  readonly subject: string
  readonly at: string
  readonly actor: string
  readonly behalf: string | null
  readonly body: unknown
}

export interface Entry {
  /** Order of writing; the index in the tree is given by the sequencer. */
  readonly id: number
  readonly at: string
  readonly kind: string
  readonly subject: string
  readonly content: string
  /** Lower-case hex. */
  readonly commit: string
}
