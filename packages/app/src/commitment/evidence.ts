import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'

export async function keepEvidence(
  _app: App,
  _subject: Subject,
  _input: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ name: string; sha256: string; bytes: number }>> {
  throw new Error('not yet')
}
