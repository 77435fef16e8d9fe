import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { ActRequest, CommitmentDetail } from './reply.js'

export async function act(
  _app: App,
  _subject: Subject,
  _input: { readonly id: string; readonly action: ActRequest },
): Promise<Result<CommitmentDetail>> {
  throw new Error('not yet')
}
