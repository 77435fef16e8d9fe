import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { AsOfQuery, Tile } from './reply.js'

export async function tiles(
  _app: App,
  _subject: Subject,
  _input: AsOfQuery & { readonly unit?: string | undefined },
): Promise<Result<{ tiles: Tile[] }>> {
  throw new Error('not yet')
}
