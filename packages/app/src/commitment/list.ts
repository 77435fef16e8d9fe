import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { CommitmentList, CommitmentQuery } from './reply.js'

export async function listCommitments(
  _app: App,
  _subject: Subject,
  _input: CommitmentQuery,
): Promise<Result<CommitmentList>> {
  throw new Error('not yet')
}
