import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { CommitmentRow, DispatchRequest } from './reply.js'

export async function dispatch(
  _app: App,
  _subject: Subject,
  _input: DispatchRequest,
): Promise<Result<{ commitments: CommitmentRow[] }>> {
  throw new Error('not yet')
}
