import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { PersonRow } from './reply.js'

export async function listPeople(
  _app: App,
  _subject: Subject,
  _input: Record<never, never>,
): Promise<Result<{ people: PersonRow[] }>> {
  throw new Error('not yet')
}
