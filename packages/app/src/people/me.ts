import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { Me } from './reply.js'

export async function me(_app: App, _subject: Subject, _input: Record<never, never>): Promise<Result<Me>> {
  throw new Error('not yet')
}
