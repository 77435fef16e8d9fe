import type { Result, Subject } from '@gangmu/core'
import type { App } from '../app.js'
import type { AsOfQuery, UnitList } from './reply.js'

export async function listUnits(_app: App, _subject: Subject, _input: AsOfQuery): Promise<Result<UnitList>> {
  throw new Error('not yet')
}
