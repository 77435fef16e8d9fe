import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { DocumentDetail } from './reply.js'

export async function getDocument(
  _app: App,
  _subject: Subject,
  _input: { readonly id: string },
): Promise<Result<DocumentDetail>> {
  throw new Error('not yet')
}
