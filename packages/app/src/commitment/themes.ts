import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { ThemeCounts } from './reply.js'

export async function listThemes(
  _app: App,
  _subject: Subject,
  _input: { readonly unit?: string | undefined },
): Promise<Result<ThemeCounts>> {
  throw new Error('not yet')
}
