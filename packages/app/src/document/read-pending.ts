import { type Refusal, checkAnchor, refusal } from '@gangmu/core'
import {
  type Pending,
  claimPending,
  countPending,
  everything,
  insertReading,
  lockDocument,
  markUnreadable,
} from '@gangmu/store'
import type { App } from '../app.js'
import { lexiconOf } from '../reading/lexicon.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'

export interface ReadDone {
  readonly document: string
  readonly name: string
  readonly state: 'read' | 'refused'
  readonly left: number
}

/** A document that stopped the process this often while it was read is not tried again. */
const maxAttempts = 3

/**
 * Reads every document that waits, oldest first, and tells `on` after each. The row of a document is the job: what a
 * crash left half done still waits, and two who call this at once read different documents.
 */
export async function readPending(
  app: App,
  on?: (done: ReadDone) => void,
): Promise<{ read: number; refused: number }> {
  const tried: string[] = []
  const count = { read: 0, refused: 0 }
  for (;;) {
    const pending = await app.store.write(everything, (db) => claimPending(db, tried))
    if (pending === null) return count
    tried.push(pending.id)
    const state = await readOne(app, pending)
    if (state === null) continue
    count[state] += 1
    if (on === undefined) continue
    const left = await app.store.read(everything, countPending)
    on({ document: pending.id, name: pending.name, state, left })
  }
}

/** Null where another process read it meanwhile. */
async function readOne(app: App, it: Pending): Promise<'read' | 'refused' | null> {
  const register = await app.store.read(everything, (db) => registerOn(app.store, db, today(app)))
  const given = { text: it.text, name: it.name, lexicon: lexiconOf(app, register), refused: [] }
  let found: Awaited<ReturnType<App['reader']['read']>>
  try {
    if (it.attempts > maxAttempts) throw new Error(`stopped ${it.attempts - 1} times`)
    found = await app.reader.read(given)
  } catch (error) {
    // A bug of ours in one document must not keep the others waiting: it stands in the list with its reason.
    return refuse(app, it, unreadable(it, error))
  }
  const { text } = found.restoration
  const stray = found.reading.findings
    .map((finding) => checkAnchor(text, finding.anchor, `${it.name}#${finding.ordinal}`))
    .find((wrong) => wrong !== null)
  if (stray !== undefined) return refuse(app, it, stray)
  return app.store.write(everything, async (db) => {
    const now = await lockDocument(db, it.id)
    if (now === null || now.state !== 'reading') return null
    const ids = found.reading.findings.map(() => app.ports.id())
    await insertReading(db, {
      document: it.id,
      restorationId: app.ports.id(),
      restoration: found.restoration,
      refused: [],
      readingId: app.ports.id(),
      reading: found.reading,
      findings: ids.map((id) => ({ id, origin: id })),
      at: app.ports.clock(),
    })
    return 'read' as const
  })
}

async function refuse(app: App, it: Pending, why: Refusal): Promise<'refused' | null> {
  return app.store.write(everything, async (db) => {
    const now = await lockDocument(db, it.id)
    if (now === null || now.state !== 'reading') return null
    await markUnreadable(db, it.id, why)
    return 'refused' as const
  })
}

function unreadable(it: Pending, error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error)
  return refusal('document.unreadable', it.name, { detail: detail.slice(0, 200) })
}
