import { type Result, type Subject, accepted, mayReview, refusal, refused, visible } from '@gangmu/core'
import { type DocumentSummary, findDocument } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import type { WatchEvent } from './reply.js'

export interface WatchGiven {
  readonly id: string
  /** The page that watches, named by itself. */
  readonly place: string
}

/** Events from `open` on until what it returns is called. Nothing happens before. */
export interface Watching {
  readonly open: (hear: (event: WatchEvent) => void) => () => void
}

/**
 * What happens on a document that one may read. Events carry nothing of it: what changed is asked for with `changes`,
 * as oneself. Who reviews it is present, and hears who else is; who only reads it is not, and does not.
 */
export async function watchDocument(
  app: App,
  subject: Subject,
  { id, place }: WatchGiven,
): Promise<Result<Watching>> {
  const document = await find(app, subject, id)
  if (document === null) return refused(refusal('document.unknown', 'id', { id }))
  const { person, name } = subject
  const who = mayReview(subject, document.receivedBy) ? { place, person, name } : null
  return accepted({ open: (hear) => app.live.watch(document.id, who, hear) })
}

/** Says at which finding one is; refused for who does not review the document. */
export async function beAt(
  app: App,
  subject: Subject,
  input: WatchGiven & { readonly finding: string | null },
): Promise<Result<Record<string, never>>> {
  const document = await find(app, subject, input.id)
  if (document === null) return refused(refusal('document.unknown', 'id', { id: input.id }))
  if (!mayReview(subject, document.receivedBy)) {
    return refused(refusal('access.denied', 'id', { verb: 'document.review', unit: document.receivedBy }))
  }
  const { person, name } = subject
  await app.live.move(document.id, { place: input.place, person, name, finding: input.finding })
  return accepted({})
}

function find(app: App, subject: Subject, id: string): Promise<DocumentSummary | null> {
  return app.store.read(scopeOf(subject), (db) => findDocument(db, visible(subject), id))
}
