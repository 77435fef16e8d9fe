import { type Result, type Subject, accepted, mayReorganise, refusal, refused } from '@gangmu/core'
import {
  type StoredReorganisation,
  changeDraft,
  everything,
  findReorganisation,
  insertEntry,
  insertReorganisation,
  lockReorganisation,
} from '@gangmu/store'
import type { App } from '../app.js'
import { nfc } from '../commitment/nfc.js'
import { entryOf } from '../ledger/entry.js'
import { asked, standing, take } from '../request.js'
import { detailOf } from './present.js'
import type { DraftRequest, ReorganisationDetail } from './reply.js'

export const denied = (verb: string) => refused(refusal('access.denied', 'reorganisation', { verb }))

/** Begins a draft. Its steps may be unfinished or impossible: the preview says so. */
export async function draftReorganisation(
  app: App,
  subject: Subject,
  input: DraftRequest,
): Promise<Result<ReorganisationDetail>> {
  const { city } = app.place.manifest
  if (!mayReorganise(subject, city)) return denied('reorganisation.draft')
  const request = asked(subject, input.request, input)
  const { request: id, ...draft } = nfc(input)
  return app.store.write(everything, async (db) => {
    const before = await standing(db, request)
    if (before !== 'done') {
      if (before !== 'new') return refused(before)
      const at = app.ports.clock()
      const taken = await take(db, request, at)
      if (taken !== null) return refused(taken)
      await insertReorganisation(db, {
        id,
        ...draft,
        created: { person: subject.person, name: subject.name, at },
      })
      const body = { ...draft, seq: 1 }
      await insertEntry(
        db,
        entryOf(app.ports, {
          kind: 'reorganisation.draft',
          subject: id,
          at,
          actor: subject.person,
          behalf: city,
          body,
        }),
      )
    }
    const it = await findReorganisation(db, id)
    if (it === null) throw new Error('a draft vanished from its own transaction')
    return accepted(await detailOf(db, it))
  })
}

/** Changes a draft; who saw an older one is refused with who came first. */
export async function changeReorganisation(
  app: App,
  subject: Subject,
  input: DraftRequest & { readonly id: string; readonly seen: number },
): Promise<Result<ReorganisationDetail>> {
  const { city } = app.place.manifest
  if (!mayReorganise(subject, city)) return denied('reorganisation.change')
  const asking = asked(subject, input.request, input)
  const { request: _, id, seen, ...draft } = nfc(input)
  return app.store.write(everything, async (db) => {
    const it = await lockReorganisation(db, id)
    if (it === null) return refused(refusal('reorganisation.unknown', 'id', { id }))
    const before = await standing(db, asking)
    if (before !== 'done') {
      if (before !== 'new') return refused(before)
      const wrong = draftAs(it, seen)
      if (!wrong.ok) return wrong
      const at = app.ports.clock()
      const taken = await take(db, asking, at)
      if (taken !== null) return refused(taken)
      await changeDraft(db, id, draft, at)
      const body = { ...draft, seq: it.seq + 1 }
      await insertEntry(
        db,
        entryOf(app.ports, {
          kind: 'reorganisation.change',
          subject: id,
          at,
          actor: subject.person,
          behalf: city,
          body,
        }),
      )
    }
    const now = await findReorganisation(db, id)
    if (now === null) throw new Error('a draft vanished from its own transaction')
    return accepted(await detailOf(db, now))
  })
}

/** A draft, as the asker saw it last; refused otherwise. */
export function draftAs(it: StoredReorganisation, seen: number): Result<StoredReorganisation> {
  if (it.state !== 'draft') return refused(refusal('reorganisation.not-draft', 'id', { state: it.state }))
  return it.seq === seen ? accepted(it) : refused(refusal('reorganisation.changed', 'seen', { seq: it.seq }))
}
