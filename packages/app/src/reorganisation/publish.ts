import {
  type Refusal,
  type Result,
  type Subject,
  accepted,
  mayReorganise,
  refusal,
  refused,
  touchedUnits,
} from '@gangmu/core'
import {
  type StoredReorganisation,
  type Writer,
  allReorganisations,
  everything,
  findReorganisation,
  holdMap,
  insertEntry,
  lockReorganisation,
  markPublished,
  nextKnown,
  publishChange,
  raiseUnitsVersion,
} from '@gangmu/store'
import { sortKey } from '@gangmu/text'
import type { App } from '../app.js'
import { entryOf } from '../ledger/entry.js'
import { asked, standing, take } from '../request.js'
import { today } from '../today.js'
import { carryOut } from './carry-out.js'
import { denied, draftAs } from './draft.js'
import { changeJson, planOf } from './plan.js'
import { detailOf, namedIn } from './present.js'
import type { ReorganisationDetail } from './reply.js'

export interface PublishRequest {
  readonly id: string
  readonly request: string
  /** The `seq` the person saw. */
  readonly seen: number
  /** Of the consequences the person saw. */
  readonly digest: string
}

/**
 * Publishes a draft with the consequences that were seen, all or nothing: the map from its day on, and, where that day
 * has come, every duty, post and document of an ended unit with its heir. One at a time; whoever comes second and
 * meets another map is refused with what changed it.
 */
export async function publishReorganisation(
  app: App,
  subject: Subject,
  input: PublishRequest,
): Promise<Result<ReorganisationDetail>> {
  const { city } = app.place.manifest
  if (!mayReorganise(subject, city)) return denied('reorganisation.publish')
  const request = asked(subject, input.request, input)
  return app.store.write(everything, async (db) => {
    await holdMap(db, 'alone')
    const it = await lockReorganisation(db, input.id)
    if (it === null) return refused(refusal('reorganisation.unknown', 'id', { id: input.id }))
    const before = await standing(db, request)
    if (before === 'done') return accepted(await detailOf(db, it))
    if (before !== 'new') return refused(before)
    const wrong = draftAs(it, input.seen)
    if (!wrong.ok) return wrong
    const { change, digest, refusals } = await planOf(app, db, it, today(app))
    if (change === null || digest !== input.digest) {
      return refused(await mapChanged(db, it, change === null ? [] : touchedUnits(change)), ...refusals)
    }
    if (refusals.length > 0) return refused(...refusals)
    const clock = app.ports.clock()
    const taken = await take(db, request, clock)
    if (taken !== null) return refused(taken)
    const at = await nextKnown(db, clock)
    const basis = { certainty: 'high' as const, sources: [it.title] }
    await publishChange(db, { change, on: it.on, at, basis, sortKey, newId: app.ports.id })
    await raiseUnitsVersion(db)
    const by = { person: subject.person, name: subject.name, at }
    await markPublished(db, it.id, { by, touched: touchedUnits(change), lineage: change.lineage })
    await insertEntry(
      db,
      entryOf(app.ports, {
        kind: 'reorganisation.publish',
        subject: it.id,
        at,
        actor: subject.person,
        behalf: city,
        body: { title: it.title, reason: it.reason, on: it.on, steps: it.steps, ...changeJson(change) },
      }),
    )
    if (it.on <= today(app, clock)) await carryOut(app, db, { ...it, published: by }, input.request)
    const now = await findReorganisation(db, it.id)
    if (now === null) throw new Error('a publication vanished from its own transaction')
    return accepted(await detailOf(db, now))
  })
}

/** The map is not the one that was looked at: which publication, or its undoing, came between. */
async function mapChanged(
  db: Writer,
  draft: StoredReorganisation,
  touched: readonly string[],
): Promise<Refusal> {
  const mine = new Set([...namedIn(draft), ...touched])
  const last = (await allReorganisations(db))
    .filter((it) => it.published !== null && it.touched.some((unit) => mine.has(unit)))
    .toSorted((a, b) => (changedAt(a) < changedAt(b) ? 1 : -1))[0]
  return refusal('reorganisation.map-changed', 'digest', {
    title: last?.title ?? '',
    by: (last?.undone ?? last?.published)?.name ?? '',
    at: last === undefined ? '' : changedAt(last),
    units: last?.touched.filter((unit) => mine.has(unit)).join(' ') ?? '',
  })
}

const changedAt = (it: StoredReorganisation): string => (it.undone ?? it.published ?? it.created).at
