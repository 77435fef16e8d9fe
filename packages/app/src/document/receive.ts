import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'

export interface Received {
  readonly id: string
  /** The unit had received the same bytes before: `id` is of then, and nothing was written. */
  readonly known: boolean
}

export interface ReceiveGiven {
  /** The unit it is received for; the reader's own where there is one only. */
  readonly unit?: string | undefined
  readonly name: string
  readonly bytes: Uint8Array
}

/** Keeps a file and its text; its reading is a job of its own (`readPending`). */
export async function receiveDocument(
  _app: App,
  _subject: Subject,
  _input: ReceiveGiven,
): Promise<Result<Received>> {
  throw new Error('not yet')
}

/** As `receiveDocument`, for the documents of a pack: on the day the pack says, by the load instead of a person. */
export async function receiveByLoad(
  _app: App,
  _input: { readonly unit: string; readonly name: string; readonly bytes: Uint8Array; readonly on: string },
): Promise<Result<Received>> {
  throw new Error('not yet')
}
