import type { Drift, Lexicon, Result } from '@gangmu/core'
import { type Received, defaultLimits, receive } from '@gangmu/intake'
import { type CompareGiven, compareLanguage } from './compare.js'
import { inWorker } from './in-worker.js'
import { type ReadText, readLanguage } from './language.js'

/** The readers of files and of language behind three functions. `createReader` gives the real one. */
export interface DocumentReader {
  /** The text of a file, or why it cannot be read. */
  readonly receive: (bytes: Uint8Array, name: string) => Promise<Result<Received>>
  /** Restores a received text, leaving out the repairs a person refused, and reads it. */
  readonly read: (given: ReadGiven) => Promise<ReadText>
  /** What became of the pledges of one document in another; throws `TookTooMuch` where they are too many. */
  readonly compare: (given: CompareGiven) => Promise<readonly Drift[]>
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

/** Somebody waits for a comparison, and who asks may ask for another. */
const compareLimits = { milliseconds: 60_000, heapMb: 1024 }

const languageWorker = new URL('./language.worker.js', import.meta.url)
const compareWorker = new URL('./compare.worker.js', import.meta.url)

/** Files by `intake`, language by `text`. Long texts are compared one pair after another. */
export function createReader(given: { readonly documentBytes: number }): DocumentReader {
  let last: Promise<unknown> = Promise.resolve()
  return {
    receive: (bytes, name) => receive(bytes, name, { ...defaultLimits, bytes: given.documentBytes }),
    read: (it) =>
      it.text.length > shortText ? inWorker<ReadText>(languageWorker, it, limits) : readLanguage(it),
    compare: (it) => {
      if (it.older.text.length + it.newer.text.length <= 2 * shortText) return compareLanguage(it)
      const next = last.then(() => inWorker<readonly Drift[]>(compareWorker, it, compareLimits))
      last = next.catch(() => undefined)
      return next
    },
  }
}
