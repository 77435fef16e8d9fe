import type { FindingBody, Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { FindingRow } from './reply.js'

export async function decideFinding(
  _app: App,
  _subject: Subject,
  _input: {
    readonly id: string
    readonly decision: 'confirm' | 'edit' | 'reject' | 'reopen'
    readonly body?: FindingBody | undefined
    readonly theme?: string | null | undefined
    readonly request: string
  },
): Promise<Result<{ finding: FindingRow }>> {
  throw new Error('not yet')
}
