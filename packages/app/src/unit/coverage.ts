import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { AsOfQuery, CoverageReply } from './reply.js'

export async function coverageOf(
  _app: App,
  _subject: Subject,
  _input: AsOfQuery,
): Promise<Result<CoverageReply>> {
  throw new Error('not yet')
}
