import { type Result, type Subject, accepted, offices, refusal, refused } from '@gangmu/core'
import { insertBlob, insertEntry, insertEvidence } from '@gangmu/store'
import type { App } from '../app.js'
import { entryOf, sha256 } from '../ledger/entry.js'
import { scopeOf } from '../scope.js'

/** Keeps one file that a report of the same person will name. What is in it is not looked at. */
export async function keepEvidence(
  app: App,
  subject: Subject,
  input: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ name: string; sha256: string; bytes: number }>> {
  const bytes = input.bytes.length
  const limit = app.limits.documentBytes
  const [behalf] = offices(subject)
  if (behalf === undefined) return refused(refusal('access.denied', 'file', { verb: 'evidence.keep' }))
  if (bytes === 0) return refused(refusal('evidence.empty', input.name, { size: 0 }))
  if (bytes > limit) return refused(refusal('evidence.too-large', input.name, { size: bytes, limit }))
  const hash = sha256(input.bytes)
  const name = input.name.slice(input.name.search(/[^/\\]*$/)).slice(0, 255) || 'evidence'
  const at = app.ports.clock()
  await app.store.write(scopeOf(subject), async (db) => {
    await insertBlob(db, hash, input.bytes)
    const isNew = await insertEvidence(db, { sha256: hash, person: subject.person, name, at })
    if (!isNew) return
    const body = { name, sha256: hash, size: bytes, byName: subject.name }
    await insertEntry(
      db,
      entryOf(app.ports, { kind: 'evidence.keep', subject: hash, at, actor: subject.person, behalf, body }),
    )
  })
  return accepted({ name, sha256: hash, bytes })
}
