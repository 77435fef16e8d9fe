import { shareJson, stepOf, unitsIn } from '@gangmu/core'
import { type Reader, type StoredReorganisation, lineageNow, unitNames } from '@gangmu/store'
import type { ReorganisationDetail, ReorganisationRow } from './reply.js'

export function reorganisationRow(it: StoredReorganisation): ReorganisationRow {
  return {
    id: it.id,
    title: it.title,
    reason: it.reason,
    on: it.on,
    state: it.state,
    seq: it.seq,
    createdBy: it.created.name,
    createdAt: it.created.at,
    publishedBy: it.published?.name ?? null,
    publishedAt: it.published?.at ?? null,
    effectedAt: it.effectedAt,
    undoneBy: it.undone?.name ?? null,
    undoneAt: it.undone?.at ?? null,
  }
}

export async function detailOf(db: Reader, it: StoredReorganisation): Promise<ReorganisationDetail> {
  const names = await unitNames(db)
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const lineage = it.state === 'published' ? await lineageNow(db) : []
  return {
    reorganisation: reorganisationRow(it),
    steps: [...it.steps],
    lineage: lineage
      .filter((row) => row.reorganisation === it.id)
      .map(({ from, to, share }) => ({
        from,
        fromName: nameOf(from),
        to,
        toName: nameOf(to),
        share: shareJson(share),
      })),
  }
}

/** The units a draft names that must stand already. */
export function namedIn(it: StoredReorganisation): ReadonlySet<string> {
  return new Set(it.steps.map(stepOf).flatMap(unitsIn))
}
