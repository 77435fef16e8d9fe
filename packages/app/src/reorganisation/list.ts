import { type Result, type Subject, accepted, mayReadReorganisations, refusal, refused } from '@gangmu/core'
import { allReorganisations, everything, findReorganisation } from '@gangmu/store'
import type { App } from '../app.js'
import { denied } from './draft.js'
import { detailOf, reorganisationRow } from './present.js'
import type { ReorganisationDetail, ReorganisationRow } from './reply.js'

/** All drafts and publications, newest first. */
export async function listReorganisations(
  app: App,
  subject: Subject,
): Promise<Result<{ reorganisations: ReorganisationRow[] }>> {
  if (!mayReadReorganisations(subject, app.place.manifest.city)) return denied('reorganisation.list')
  const all = await app.store.read(everything, allReorganisations)
  return accepted({ reorganisations: all.map(reorganisationRow) })
}

export async function getReorganisation(
  app: App,
  subject: Subject,
  { id }: { readonly id: string },
): Promise<Result<ReorganisationDetail>> {
  if (!mayReadReorganisations(subject, app.place.manifest.city)) return denied('reorganisation.get')
  return app.store.read(everything, async (db) => {
    const it = await findReorganisation(db, id)
    if (it === null) return refused(refusal('reorganisation.unknown', 'id', { id }))
    return accepted(await detailOf(db, it))
  })
}
