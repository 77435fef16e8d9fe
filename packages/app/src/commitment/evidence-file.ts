import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'

export async function evidenceFile(
  _app: App,
  _subject: Subject,
  _input: { readonly id: string; readonly sha256: string },
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  throw new Error('not yet')
}
