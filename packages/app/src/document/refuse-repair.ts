import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { DocumentDetail } from './reply.js'

export async function refuseRepair(
  _app: App,
  _subject: Subject,
  _input: { readonly id: string; readonly key: string; readonly refused: boolean; readonly request: string },
): Promise<Result<DocumentDetail>> {
  throw new Error('not yet')
}
