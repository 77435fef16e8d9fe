import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { DocumentRow } from './reply.js'

export async function listDocuments(
  _app: App,
  _subject: Subject,
  _input: { readonly q?: string | undefined },
): Promise<Result<{ documents: DocumentRow[] }>> {
  throw new Error('not yet')
}
