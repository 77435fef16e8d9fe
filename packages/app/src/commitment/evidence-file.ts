import { type Result, type Subject, accepted, refusal, refused, visible } from '@gangmu/core'
import { findBlob, findCommitments, historyOf } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'

/** A file that a report on this commitment named, with the name the report gave it. */
export async function evidenceFile(
  app: App,
  subject: Subject,
  input: { readonly id: string; readonly sha256: string },
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  return app.store.read(scopeOf(subject), async (db) => {
    const [found] = await findCommitments(db, visible(subject), [input.id])
    if (found === undefined) return refused(refusal('commitment.unknown', 'id', { id: input.id }))
    const named = (await historyOf(db, found.id))
      .flatMap(({ action }) => (action.verb === 'report' ? action.body.evidence : []))
      .find((it) => it.sha256 === input.sha256)
    const bytes = named === undefined ? null : await findBlob(db, input.sha256)
    return named === undefined || bytes === null
      ? refused(refusal('evidence.unknown', 'sha256', { sha256: input.sha256 }))
      : accepted({ name: named.name, bytes })
  })
}
