import {
  type Result,
  type Subject,
  accepted,
  mayReadEntries,
  mayReadEntry,
  refusal,
  refused,
} from '@gangmu/core'
import { type EntryRow, everything, listEntries as entriesBefore } from '@gangmu/store'
import type { App } from '../app.js'
import type { EntryPage } from './reply.js'

const pageSize = 50

/** The ledger, newest first: an auditor reads it whole, an administrator not what duties and documents say. */
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
    return accepted({ entries: entries.map((it) => entryFor(subject, it)), total })
  })
}

function entryFor(subject: Subject, it: EntryRow): EntryPage['entries'][number] {
  const withheld = !mayReadEntry(subject, it.kind)
  return { ...it, actorName: actorName(it.content), content: withheld ? '' : (it.content ?? ''), withheld }
}

/** The name an entry itself carries, so that it can be read without the accounts. */
function actorName(content: string | null): string | null {
  if (content === null) return null
  const { body } = JSON.parse(content) as { readonly body?: { readonly byName?: unknown } | null }
  return typeof body?.byName === 'string' ? body.byName : null
}
