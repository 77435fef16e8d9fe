import { type Result, type Subject, accepted, mayReadEntries, refusal, refused } from '@gangmu/core'
import { everything, listEntries as entriesBefore } from '@gangmu/store'
import type { App } from '../app.js'
import type { EntryPage } from './reply.js'

const pageSize = 50

/** The ledger, newest first, for auditors and administrators. */
export async function listEntries(
  app: App,
  subject: Subject,
  input: { readonly before?: number | undefined; readonly limit?: number | undefined },
): Promise<Result<EntryPage>> {
  if (!mayReadEntries(subject)) return refused(refusal('access.denied', 'entries', { verb: 'entries.list' }))
  return app.store.read(everything, async (db) => {
    const { entries, total } = await entriesBefore(db, {
      before: input.before ?? null,
      limit: input.limit ?? pageSize,
    })
    return accepted({ entries: entries.map((it) => ({ ...it, content: it.content ?? '' })), total })
  })
}
