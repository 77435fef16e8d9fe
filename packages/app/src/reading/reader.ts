import type { Lexicon, Result } from '@gangmu/core'
import { type Received, defaultLimits, receive } from '@gangmu/intake'
import { readInWorker } from './in-worker.js'
import { type ReadText, readLanguage } from './language.js'

/** The readers of files and of language behind two functions. `createReader` gives the real one. */
export interface DocumentReader {
  /** The text of a file, or why it cannot be read. */
  readonly receive: (bytes: Uint8Array, name: string) => Promise<Result<Received>>
  /** Restores a received text, leaving out the repairs a person refused, and reads it. */
  readonly read: (given: ReadGiven) => Promise<ReadText>
}

export interface ReadGiven {
  readonly text: string
  readonly name: string
  readonly lexicon: Lexicon
  /** The day it was received: gives the year where the text prints no date. */
  readonly receivedOn: string
  /** Keys of repairs not to be made. */
  readonly refused: readonly string[]
}

/** Up to so many UTF-16 units a text is read at once: that takes less than to start a thread. */
const shortText = 10_000

const limits = { milliseconds: 10 * 60_000, heapMb: 2048 }

/** Files by `intake`, language by `text`. */
export function createReader(given: { readonly documentBytes: number }): DocumentReader {
  return {
    receive: (bytes, name) => receive(bytes, name, { ...defaultLimits, bytes: given.documentBytes }),
    read: (it) => (it.text.length > shortText ? readInWorker(it, limits) : readLanguage(it)),
  }
}
