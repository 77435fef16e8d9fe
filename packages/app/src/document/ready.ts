import { type Result, accepted, refusal, refused } from '@gangmu/core'
import type { DocumentSummary } from '@gangmu/store'

/** A document that was read. */
export type ReadDocument = DocumentSummary & { readonly reading: string; readonly restoration: string }

/** Refuses, under the name a request gave it by, a document that is not there for the reader or was not read. */
export function ready(it: DocumentSummary | null, path: string, id: string): Result<ReadDocument> {
  if (it === null) return refused(refusal('document.unknown', path, { id }))
  const { reading, restoration, state } = it
  return state !== 'read' || reading === null || restoration === null
    ? refused(refusal('document.not-read', path, { id, state }))
    : accepted({ ...it, reading, restoration })
}
