import { type Result, refused } from '@gangmu/core'
import {
  type Pending,
  type Locks,
  claimPending,
  countPending,
  everything,
  holdPending,
  insertReading,
  markUnreadable,
  nextPending,
  releaseClaim,
} from '@gangmu/store'
import type { App } from '../app.js'
import { askAbout } from '../model/ask-about.js'
import type { ReadText } from '../reading/language.js'
import { lexiconOf } from '../reading/lexicon.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { openIn } from './duties.js'
import { findingsIn, unreadable } from './findings-in.js'
import { titleFrom } from './title.js'

export interface ReadDone {
  readonly document: string
  readonly name: string
  readonly state: 'read' | 'refused'
  readonly left: number
}

/**
 * A document whose reading came to no end this often is not tried again. Most ends are not of its making (a restart, a
 * kill), so it is tried often; what is, an exception, refuses it at once.
 */
const maxAttempts = 10

/**
 * Reads every document that waits, oldest first, and tells `on` after each. Once `stop` aborts, none is begun
 * any more, and what a model is being asked about waits on. The row of
 * a document is the job: what a crash left half done still waits, and two who call this at once read different
 * documents, each held by its name alone. Throws where the database failed, after the others were tried; what it failed on waits.
 */
export async function readPending(
  app: App,
  on?: (done: ReadDone) => void,
  stop: AbortSignal = new AbortController().signal,
): Promise<{ read: number; refused: number }> {
  const locks = app.store.locks()
  try {
    return await readAll(app, locks, on, stop)
  } finally {
    await locks.close()
  }
}

async function readAll(
  app: App,
  locks: Locks,
  on: ((done: ReadDone) => void) | undefined,
  stop: AbortSignal,
): Promise<{ read: number; refused: number }> {
  const tried: string[] = []
  const faults: unknown[] = []
  const count = { read: 0, refused: 0 }
  for (;;) {
    const id = stop.aborted ? null : await app.store.read(everything, (db) => nextPending(db, tried))
    if (id === null) {
      if (faults.length > 0) throw faults[0]
      return count
    }
    tried.push(id)
    const done = await locks.alone(`gangmu.read.${id}`, async () => {
      const it = await app.store.write(everything, (db) => claimPending(db, id))
      if (it === null) return null
      const state = await readOne(app, it, stop).catch(async (error: unknown) => {
        const settled = await settle(app, it, error)
        if (settled === null) faults.push(error)
        return settled
      })
      return state === null ? null : { name: it.name, state }
    })
    if (done === null) continue
    count[done.state] += 1
    if (on === undefined) continue
    const left = await app.store.read(everything, countPending)
    on({ document: id, ...done, left })
  }
}

/**
 * Null where it waits on, or another claimed it after the connection that held its name broke. Read outside of any
 * transaction: a model may take minutes, and a transaction may be repeated.
 */
async function readOne(app: App, it: Pending, stop: AbortSignal): Promise<'read' | 'refused' | null> {
  const found = await attempt(app, it, stop)
  return app.store.write(everything, async (db) => {
    if (!(await holdPending(db, it))) return null
    if (stop.aborted && found.ok && found.value.reading.model !== undefined) {
      await releaseClaim(db, it.id)
      return null
    }
    if (!found.ok) {
      await markUnreadable(db, it.id, found.refusals[0] ?? unreadable(it, 'no reason'))
      return 'refused'
    }
    const { restoration, reading } = found.value
    const ids = reading.findings.map(() => app.ports.id())
    await insertReading(db, {
      document: it.id,
      restorationId: app.ports.id(),
      restoration,
      refused: [],
      readingId: app.ports.id(),
      reading,
      findings: ids.map((id) => ({ id, origin: id })),
      title: reading.facts.title ?? titleFrom(restoration.text),
      open: openIn(reading, ids),
      at: app.ports.clock(),
    })
    return 'read'
  })
}

/** After a reading that could not be kept: refused where the text is why, else the attempt does not count: null. */
async function settle(app: App, it: Pending, error: unknown): Promise<'refused' | null> {
  const wrong = ofTheText(error) ? unreadable(it, String(error)) : null
  await app.store.write(everything, async (db) => {
    if (!(await holdPending(db, it))) return
    await (wrong === null ? releaseClaim(db, it.id) : markUnreadable(db, it.id, wrong))
  })
  return wrong === null ? null : 'refused'
}

/** A bug of ours that this text met, or a value the database does not take (SQLSTATE classes 22 and 23). */
function ofTheText(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true
  return error instanceof Error && 'code' in error && /^2[23]\w{3}$/.test(String(error.code))
}

/** Reads it as the register stands today, where it did not stop the process too often already. */
async function attempt(app: App, it: Pending, stop: AbortSignal): Promise<Result<ReadText>> {
  if (it.attempts > maxAttempts) return refused(unreadable(it, `stopped ${it.attempts - 1} times`))
  const register = await app.store.read(everything, (db) => registerOn(app.store, db, today(app)))
  const lexicon = lexiconOf(app, register)
  const given = { text: it.text, name: it.name, lexicon, receivedOn: it.receivedOn, refused: [] }
  return findingsIn(app, given, async ({ restoration, reading }) =>
    app.model === null ? reading : askAbout(app.model, restoration.text, reading, stop),
  )
}
