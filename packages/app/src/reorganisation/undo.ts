import { type Result, type Subject, accepted, mayReorganise, refusal, refused } from '@gangmu/core'
import {
  builtUpon,
  everything,
  findReorganisation,
  holdMap,
  insertEntry,
  lockReorganisation,
  markUndone,
  nextKnown,
  raiseUnitsVersion,
  unitNames,
  unpublishChange,
} from '@gangmu/store'
import type { App } from '../app.js'
import { entryOf } from '../ledger/entry.js'
import { asked, standing, take } from '../request.js'
import { today } from '../today.js'
import { denied } from './draft.js'
import { detailOf } from './present.js'
import type { ReorganisationDetail } from './reply.js'

/** Takes a publication back before its day; nothing but the map hangs on it until then. */
export async function undoReorganisation(
  app: App,
  subject: Subject,
  input: { readonly id: string; readonly request: string; readonly seen: number },
): Promise<Result<ReorganisationDetail>> {
  const { city } = app.place.manifest
  if (!mayReorganise(subject, city)) return denied('reorganisation.undo')
  const request = asked(subject, input.request, { undo: input })
  return app.store.write(everything, async (db) => {
    await holdMap(db, 'alone')
    const it = await lockReorganisation(db, input.id)
    if (it === null) return refused(refusal('reorganisation.unknown', 'id', { id: input.id }))
    const before = await standing(db, request)
    if (before === 'done') return accepted(await detailOf(db, it))
    if (before !== 'new') return refused(before)
    if (it.state !== 'published' || it.published === null)
      return refused(refusal('reorganisation.not-published', 'id', { state: it.state }))
    if (it.seq !== input.seen) return refused(refusal('reorganisation.changed', 'seen', { seq: it.seq }))
    const clock = app.ports.clock()
    if (it.effectedAt !== null || it.on <= today(app, clock))
      return refused(refusal('reorganisation.in-effect', 'id', { on: it.on }))
    const later = await builtUpon(db, it.published.at)
    if (later.length > 0) {
      const names = await unitNames(db)
      const units = later.map((unit) => names.get(unit) ?? unit).join('、')
      return refused(refusal('reorganisation.built-upon', 'id', { units }))
    }
    const taken = await take(db, request, clock)
    if (taken !== null) return refused(taken)
    const at = await nextKnown(db, clock)
    await unpublishChange(db, { published: it.published.at, at, newId: app.ports.id })
    await raiseUnitsVersion(db)
    await markUndone(db, it.id, { person: subject.person, name: subject.name, at })
    const body = { title: it.title, on: it.on, published: it.published.at }
    await insertEntry(
      db,
      entryOf(app.ports, {
        kind: 'reorganisation.undo',
        subject: it.id,
        at,
        actor: subject.person,
        behalf: city,
        body,
      }),
    )
    const now = await findReorganisation(db, it.id)
    if (now === null) throw new Error('a publication vanished from its own transaction')
    return accepted(await detailOf(db, now))
  })
}
