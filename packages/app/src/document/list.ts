import { type Result, type Subject, accepted, visible } from '@gangmu/core'
import { listDocuments as summaries } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { documentRow } from './present.js'
import type { DocumentRow } from './reply.js'

/** Documents the reader may see, newest first; `q` is looked for in name, title and publisher. */
export async function listDocuments(
  app: App,
  subject: Subject,
  input: { readonly q?: string | undefined },
): Promise<Result<{ documents: DocumentRow[] }>> {
  const like = patternOf(input.q)
  return app.store.read(scopeOf(subject), async (db) => {
    const register = await registerOn(app.store, db, today(app))
    const found = await summaries(db, visible(subject), { like })
    return accepted({ documents: found.map((it) => documentRow(it, register)) })
  })
}

/** What is looked for as a pattern of SQL; undefined where nothing is. */
export function patternOf(q: string | undefined): string | undefined {
  const words = q?.trim() ?? ''
  return words === '' ? undefined : `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}
