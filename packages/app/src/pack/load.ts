import type { Pack, Result } from '@gangmu/core'
import type { Base } from '../app.js'

export async function loadPack(
  _base: Base,
  _pack: Pack,
): Promise<Result<{ id: string; version: string; hash: string; known: boolean }>> {
  throw new Error('not yet')
}
