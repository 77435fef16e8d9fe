import {
  type Lexicon,
  type ModelNote,
  type Reading,
  type Refusal,
  type Repair,
  type Result,
  type Subject,
  accepted,
  mayReview,
  refusal,
  refused,
  visible,
} from '@gangmu/core'
import {
  type DocumentSummary,
  type Reader,
  type Writer,
  findDocument,
  findingsEver,
  findingsOf,
  getReading,
  getRestoration,
  insertEntry,
  insertReading,
  insertRepairRefusal,
  lockDocument,
  receivedText,
  restoredBefore,
  setOpen,
} from '@gangmu/store'
import type { Recalled } from '@gangmu/text'
import type { App } from '../app.js'
import { occasionOf } from '../commitment/act.js'
import { entryOf } from '../ledger/entry.js'
import type { ReadText } from '../reading/language.js'
import { lexiconOf } from '../reading/lexicon.js'
import { type Asked, asked, standing, take } from '../request.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { carryOver } from './carry-over.js'
import { countOpen, isConfirmed } from './duties.js'
import { findingsIn } from './findings-in.js'
import { documentDetail, getDocument } from './get.js'
import { tellChanged } from './live.js'
import type { DocumentDetail } from './reply.js'
import { titleFrom } from './title.js'

export interface RefuseRepairGiven {
  readonly id: string
  readonly key: string
  /** False takes a refusal back. */
  readonly refused: boolean
  readonly request: string
}

/** What the new restoration is made from. */
interface Ground {
  readonly document: DocumentSummary
  readonly reading: string
  readonly text: string
  readonly lexicon: Lexicon
  readonly refused: readonly Repair[]
  /** How a model took part in the reading before, and what one ever proposed; null: none did. */
  readonly model: { readonly note: ModelNote; readonly proposed: readonly Recalled[] } | null
}

/** How often a reading is made again because another person changed the document meanwhile. */
const attempts = 3

/**
 * Refuses a repair, or takes that back: a new restoration and a new reading. Decisions stay with the findings that
 * stand in the new text as well, and come back with those of an earlier one; where a decided one would be lost, it is
 * refused with `document.decided`.
 */
export async function refuseRepair(
  app: App,
  subject: Subject,
  input: RefuseRepairGiven,
): Promise<Result<DocumentDetail>> {
  const request = asked(subject, input.request, input)
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const ground = await app.store.read(scopeOf(subject), (db) => groundOf(app, db, subject, input, request))
    if (ground === 'done') return getDocument(app, subject, { id: input.id })
    if ('code' in ground) return refused(ground)
    // Outside of any transaction: reading a long text takes a while.
    const { name, receivedOn } = ground.document
    const refusedKeys = ground.refused.map((it) => it.key)
    const found = await findingsIn(
      app,
      { text: ground.text, name, lexicon: ground.lexicon, receivedOn, refused: refusedKeys },
      (read) => recalled(read, ground),
    )
    if (!found.ok) return found
    const done = await app.store.write(scopeOf(subject), (db) =>
      write(app, db, subject, input, request, ground, found.value),
    )
    if (done !== 'changed') return done
  }
  return refused(refusal('document.changed', 'id', { id: input.id }))
}

async function groundOf(
  app: App,
  db: Reader,
  subject: Subject,
  input: RefuseRepairGiven,
  request: Asked,
): Promise<Ground | Refusal | 'done'> {
  const document = await findDocument(db, visible(subject), input.id)
  if (document === null) return refusal('document.unknown', 'id', { id: input.id })
  const before = await standing(db, request)
  if (before !== 'new') return before
  if (!mayReview(subject, document.receivedBy)) {
    return refusal('access.denied', 'id', { verb: 'document.refuse-repair', unit: document.receivedBy })
  }
  const unknown = refusal('document.unknown-repair', 'key', { key: input.key })
  if (document.restoration === null || document.reading === null) return unknown
  const restoration = await getRestoration(db, document.restoration)
  const repair = [...restoration.repairs, ...restoration.refused].find((it) => it.key === input.key)
  if (repair === undefined) return unknown
  const others = restoration.refused.filter((it) => it.key !== input.key)
  return {
    document,
    reading: document.reading,
    text: await receivedText(db, document.id),
    lexicon: lexiconOf(app, await registerOn(app.store, db, today(app))),
    refused: input.refused ? [...others, repair] : others,
    model: await proposedBefore(db, document.id, document.reading),
  }
}

async function proposedBefore(db: Reader, document: string, reading: string): Promise<Ground['model']> {
  const { model: note } = await getReading(db, reading)
  if (note === null) return null
  const proposed = (await findingsEver(db, document)).flatMap(({ source, anchor, body, proposal }) => {
    if (source === 'model') return [{ start: anchor.start, quote: anchor.quote, body }]
    return proposal === null ? [] : [{ start: anchor.start, ...proposal }]
  })
  return { note, proposed }
}

/** A model is not asked again for a repair: a person waits, and another answer would take decisions away. */
async function recalled({ restoration, reading }: ReadText, { model }: Ground): Promise<Reading> {
  if (model === null) return reading
  const { recall } = await import('@gangmu/text')
  return recall(restoration.text, reading, model.note, model.proposed)
}

async function write(
  app: App,
  db: Writer,
  subject: Subject,
  input: RefuseRepairGiven,
  request: Asked,
  ground: Ground,
  found: ReadText,
): Promise<Result<DocumentDetail> | 'changed'> {
  const { document } = ground
  const now = await lockDocument(db, document.id)
  if (now?.restoration !== document.restoration) return 'changed'
  const before = await findingsEver(db, document.id)
  const { origins, lost: missing } = carryOver(before, ground.reading, found.reading.findings)
  // On the way back to a text that stood before, only what has a commitment is held: the rest returns with the refusal.
  const back = !input.refused && (await restoredBefore(db, document.id, found.restoration.text))
  const lost = back ? missing.filter(isConfirmed) : missing
  const [first] = lost
  if (first !== undefined) {
    return refused(
      refusal('document.decided', 'key', {
        key: input.key,
        lost: lost.length,
        quote: first.anchor.quote,
        finding: first.id,
      }),
    )
  }
  const occasion = occasionOf(app, subject, input.request)
  const taken = await take(db, request, occasion.at)
  if (taken !== null) return refused(taken)
  const readingId = app.ports.id()
  await insertReading(db, {
    document: document.id,
    restorationId: app.ports.id(),
    restoration: found.restoration,
    refused: ground.refused,
    readingId,
    reading: found.reading,
    findings: origins.map((origin) => {
      const id = app.ports.id()
      return { id, origin: origin ?? id }
    }),
    title: found.reading.facts.title ?? titleFrom(found.restoration.text),
    open: 0,
    at: occasion.at,
  })
  await setOpen(db, document.id, countOpen(await findingsOf(db, readingId)))
  const entry = await insertEntry(
    db,
    entryOf(app.ports, {
      kind: input.refused ? 'repair.refuse' : 'repair.restore',
      subject: document.id,
      at: occasion.at,
      actor: subject.person,
      behalf: document.receivedBy,
      body: { key: input.key, byName: subject.name, request: input.request },
    }),
  )
  await insertRepairRefusal(db, {
    document: document.id,
    key: input.key,
    refused: input.refused,
    person: subject.person,
    personName: subject.name,
    at: occasion.at,
    request: input.request,
    entry,
  })
  await tellChanged(db, document.id)
  const after = await findDocument(db, visible(subject), document.id)
  if (after === null) throw new Error('a document vanished')
  return accepted(await documentDetail(app, db, subject, after))
}
