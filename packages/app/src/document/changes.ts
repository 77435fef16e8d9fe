import { type Result, type Subject, accepted, refusal, refused, visible } from '@gangmu/core'
import { findDocument, findingsOf } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { besides, countOpen } from './duties.js'
import { findingRows, positionOf } from './present.js'
import type { ChangesReply } from './reply.js'

/** The findings that decisions after a position of the ledger moved, with those about the same words. */
export async function changesOf(
  app: App,
  subject: Subject,
  input: { readonly id: string; readonly after: number },
): Promise<Result<ChangesReply>> {
  return app.store.read(scopeOf(subject), async (db) => {
    const document = await findDocument(db, visible(subject), input.id)
    if (document === null) return refused(refusal('document.unknown', 'id', { id: input.id }))
    const { reading } = document
    const findings = reading === null ? [] : await findingsOf(db, reading)
    const moved = findings.filter((it) => (it.decision?.entry ?? 0) > input.after)
    const near = new Set<string>()
    for (const it of moved) if (!near.has(it.id)) for (const id of besides(findings, it)) near.add(id)
    return accepted({
      reading,
      position: positionOf(findings),
      findings: near.size === 0 ? [] : findingRows(findings).filter((it) => near.has(it.id)),
      open: countOpen(findings),
    })
  })
}
