import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { Overview } from './reply.js'

export async function overview(
  _app: App,
  _subject: Subject,
  _input: { readonly unit?: string | undefined },
): Promise<Result<Overview>> {
  throw new Error('not yet')
}
