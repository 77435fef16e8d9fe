import type { Lexicon, Reading, Restoration, Result } from '@gangmu/core'
import { type Received, defaultLimits, receive } from '@gangmu/intake'

/** The readers of files and of language behind two functions. `createReader` gives the real one. */
export interface DocumentReader {
  /** The text of a file, or why it cannot be read. */
  readonly receive: (bytes: Uint8Array, name: string) => Promise<Result<Received>>
  /** Restores a received text, leaving out the repairs a person refused, and reads it. */
  readonly read: (
    given: ReadGiven,
  ) => Promise<{ readonly restoration: Restoration; readonly reading: Reading }>
}

export interface ReadGiven {
  readonly text: string
  readonly name: string
  readonly lexicon: Lexicon
  /** Keys of repairs not to be made. */
  readonly refused: readonly string[]
}

/** Files by `intake`, language by `text`, whose tables are loaded when the first document is read. */
export function createReader(limits: { readonly documentBytes: number }): DocumentReader {
  return {
    receive: (bytes, name) => receive(bytes, name, { ...defaultLimits, bytes: limits.documentBytes }),
    read: async ({ text, name, lexicon, refused }) => {
      const { read, restore } = await import('@gangmu/text')
      const restoration = restore(text, { refused: new Set(refused) })
      return { restoration, reading: read({ received: text, restoration, lexicon, name }) }
    },
  }
}
