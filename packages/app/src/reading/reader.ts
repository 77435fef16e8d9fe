import type { Drift, Lexicon, Result } from '@gangmu/core'
import { type Received, createThreads, defaultLimits, receive } from '@gangmu/intake'
import { type CompareGiven, compareLanguage } from './compare.js'
import { inThread } from './in-thread.js'
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

/** Of all who read in this process. */
export const readingThreads = createThreads<ReadGiven, ReadText>({
  entry: new URL('./language.worker.js', import.meta.url),
  atOnce: 2,
  heapMb: 2048,
})

/** Long texts are compared one pair after another. */
export const comparingThreads = createThreads<CompareGiven, readonly Drift[]>({
  entry: new URL('./compare.worker.js', import.meta.url),
  atOnce: 1,
  heapMb: 1024,
})

/** Somebody waits for a comparison, and who asks may ask for another. */
const milliseconds = { read: 10 * 60_000, compare: 60_000 }

/** Files by `intake`, language by `text`. */
export function createReader(given: { readonly documentBytes: number }): DocumentReader {
  return {
    receive: (bytes, name) => receive(bytes, name, { ...defaultLimits, bytes: given.documentBytes }),
    read: (it) =>
      it.text.length > shortText ? inThread(readingThreads, it, milliseconds.read) : readLanguage(it),
    compare: (it) =>
      it.older.text.length + it.newer.text.length > 2 * shortText
        ? inThread(comparingThreads, it, milliseconds.compare)
        : compareLanguage(it),
  }
}
