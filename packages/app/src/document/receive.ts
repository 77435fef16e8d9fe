import {
  type Refusal,
  type Result,
  type Subject,
  accepted,
  mayReceiveFor,
  offices,
  refusal,
  refused,
} from '@gangmu/core'
import { type Received, tooLarge } from '@gangmu/intake'
import {
  type NewEntry,
  type Scope,
  everything,
  findDocumentByHash,
  insertBlob,
  insertDocument,
  insertEntry,
  waitAgain,
} from '@gangmu/store'
import type { App } from '../app.js'
import { entryOf } from '../ledger/entry.js'
import { loader } from '../pack/load.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'

export interface ReceivedDocument {
  readonly id: string
  /**
   * The unit had received the same bytes before: `id` is of then, and nothing was written. False as well where their
   * reading had been refused: then `id` is of then, and waits to be read again.
   */
  readonly known: boolean
}

export interface ReceiveGiven {
  /** The unit it is received for; the reader's own where there is one only. */
  readonly unit?: string | undefined
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Keeps a file and its text; what cannot be read is refused, and nothing is kept of it. What it says is read by a job
 * of its own (`readPending`).
 */
export async function receiveDocument(
  app: App,
  subject: Subject,
  input: ReceiveGiven,
): Promise<Result<ReceivedDocument>> {
  const unit = receiver(subject, input.unit)
  if (typeof unit !== 'string') return refused(unit)
  return keep(app, scopeOf(subject), {
    unit,
    name: input.name,
    bytes: input.bytes,
    on: today(app),
    person: subject.person,
    personName: subject.name,
  })
}

/** As `receiveDocument`, for the documents of a pack: on the day the pack says, by the load instead of a person. */
export async function receiveByLoad(
  app: App,
  input: { readonly unit: string; readonly name: string; readonly bytes: Uint8Array; readonly on: string },
): Promise<Result<ReceivedDocument>> {
  return keep(app, everything, { ...input, person: loader.person, personName: loader.name })
}

function receiver(subject: Subject, unit: string | undefined): string | Refusal {
  const own = offices(subject)
  const chosen = unit ?? (own.length === 1 ? own[0] : undefined)
  if (chosen === undefined) {
    return own.length === 0
      ? refusal('access.denied', 'unit', { verb: 'document.receive' })
      : refusal('document.which-unit', 'unit', { units: own.length })
  }
  return mayReceiveFor(subject, chosen)
    ? chosen
    : refusal('access.denied', 'unit', { verb: 'document.receive', unit: chosen })
}

interface Kept extends ReceiveGiven {
  readonly unit: string
  readonly on: string
  readonly person: string
  readonly personName: string
}

async function keep(app: App, scope: Scope, it: Kept): Promise<Result<ReceivedDocument>> {
  if (it.bytes.length > app.limits.documentBytes) {
    return refused(tooLarge(it.name, it.bytes.length, app.limits.documentBytes))
  }
  const read = await app.reader.receive(it.bytes, it.name)
  if (!read.ok) return read
  return app.store.write(scope, async (db) => {
    const register = await registerOn(app.store, db, today(app))
    if (!register.byId.has(it.unit)) return refused(refusal('unit.unknown', 'unit', { unit: it.unit }))
    const known = await findDocumentByHash(db, it.unit, read.value.sha256)
    const at = app.ports.clock()
    if (known !== null) {
      const again = await waitAgain(db, known)
      if (again) await insertEntry(db, received(app, it, read.value, known, at))
      return accepted({ id: known, known: !again })
    }
    const id = app.ports.id()
    await insertBlob(db, read.value.sha256, it.bytes)
    const inserted = await insertDocument(db, { id, ...rowOf(it, read.value, at) })
    if (inserted === null) {
      // Somebody of the same unit dropped the same file at the same moment.
      const first = await findDocumentByHash(db, it.unit, read.value.sha256)
      if (first === null) throw new Error('a document that is there cannot be found')
      return accepted({ id: first, known: true })
    }
    await insertEntry(db, received(app, it, read.value, id, at))
    return accepted({ id, known: false })
  })
}

function received(app: App, it: Kept, read: Received, id: string, at: string): NewEntry {
  const { sha256, size, mediaType } = read
  return entryOf(app.ports, {
    kind: 'document.receive',
    subject: id,
    at,
    actor: it.person,
    behalf: it.unit,
    body: { name: it.name, sha256, size, mediaType, on: it.on, byName: it.personName },
  })
}

function rowOf(it: Kept, read: Received, at: string) {
  return {
    // A name is only metadata; a path in it is none of ours.
    name: it.name.slice(it.name.search(/[^/\\]*$/)).slice(0, 255) || 'document',
    sha256: read.sha256,
    bytes: read.size,
    mediaType: read.mediaType,
    charset: read.charset,
    receivedBy: it.unit,
    receivedByPerson: it.personName,
    receivedAt: at,
    receivedOn: it.on,
    // PostgreSQL holds no NUL in text.
    text: read.text.replaceAll('\0', '\uFFFD'),
  }
}
