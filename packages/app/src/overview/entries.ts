import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { EntryPage } from './reply.js'

export async function listEntries(
  _app: App,
  _subject: Subject,
  _input: { readonly before?: number | undefined; readonly limit?: number | undefined },
): Promise<Result<EntryPage>> {
  throw new Error('not yet')
}
