import { type Result, type Subject, accepted, mayReview, refusal, refused, visible } from '@gangmu/core'
import {
  type DocumentSummary,
  type Reader,
  findDocument,
  findingsOf,
  getReading,
  getRestoration,
  receivedText,
} from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { documentRow, findingRows, positionOf, repairRows } from './present.js'
import type { DocumentDetail } from './reply.js'

/** One document with its texts, repairs and findings. */
export async function getDocument(
  app: App,
  subject: Subject,
  input: { readonly id: string },
): Promise<Result<DocumentDetail>> {
  return app.store.read(scopeOf(subject), async (db) => {
    const found = await findDocument(db, visible(subject), input.id)
    return found === null
      ? refused(refusal('document.unknown', 'id', { id: input.id }))
      : accepted(await documentDetail(app, db, subject, found))
  })
}

export async function documentDetail(
  app: App,
  db: Reader,
  subject: Subject,
  it: DocumentSummary,
): Promise<DocumentDetail> {
  const register = await registerOn(app.store, db, today(app))
  const restoration = it.restoration === null ? null : await getRestoration(db, it.restoration)
  const reading = it.reading === null ? null : await getReading(db, it.reading)
  const findings = it.reading === null ? [] : await findingsOf(db, it.reading)
  return {
    document: documentRow(it, register),
    received: await receivedText(db, it.id),
    restored: restoration?.text ?? '',
    edits: (restoration?.edits ?? []).map((edit) => ({
      kind: edit.kind,
      received: [...edit.received],
      restored: [...edit.restored],
    })),
    repairs: restoration === null ? [] : repairRows(restoration),
    reading:
      reading === null
        ? null
        : { id: reading.id, rules: reading.rules, at: reading.at, model: reading.model },
    findings: findingRows(findings),
    position: positionOf(findings),
    mayReview: mayReview(subject, it.receivedBy),
  }
}
