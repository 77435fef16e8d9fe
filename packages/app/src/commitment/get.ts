import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { CommitmentDetail } from './reply.js'

export async function getCommitment(
  _app: App,
  _subject: Subject,
  _input: { readonly id: string },
): Promise<Result<CommitmentDetail>> {
  throw new Error('not yet')
}
