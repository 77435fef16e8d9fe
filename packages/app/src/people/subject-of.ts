import type { Subject } from '@gangmu/core'
import type { App } from '../app.js'

export async function subjectOf(_app: App, _person: string, _today: string): Promise<Subject | null> {
  throw new Error('not yet')
}
