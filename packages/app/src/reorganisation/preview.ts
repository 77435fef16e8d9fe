import {
  allOfIt,
  type DayLink,
  type Lineage,
  type Result,
  type Subject,
  accepted,
  mayReadReorganisations,
  refusal,
  refused,
  shareJson,
} from '@gangmu/core'
import { everything, findReorganisation } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import { denied } from './draft.js'
import { type Plan, planOf } from './plan.js'
import type { Consequences, LineageRow, LinkLine } from './reply.js'

/** What would move if a draft were published now, to whom, and why it may not be. */
export async function previewReorganisation(
  app: App,
  subject: Subject,
  { id }: { readonly id: string },
): Promise<Result<Consequences>> {
  if (!mayReadReorganisations(subject, app.place.manifest.city)) return denied('reorganisation.preview')
  return app.store.read(everything, async (db) => {
    const it = await findReorganisation(db, id)
    if (it === null) return refused(refusal('reorganisation.unknown', 'id', { id }))
    if (it.state !== 'draft') return refused(refusal('reorganisation.not-draft', 'id', { state: it.state }))
    return accepted(consequencesOf(await planOf(app, db, it, today(app))))
  })
}

function consequencesOf({ change, digest, moves, refusals, nameOf }: Plan): Consequences {
  const link = ({ kind, from, to, share }: DayLink): LinkLine => ({
    kind,
    from,
    fromName: nameOf(from),
    to,
    toName: nameOf(to),
    share: shareJson(share ?? allOfIt),
  })
  const unit = ({ unit: id, kind, name }: { unit: string; kind: Kind; name: string }) => ({
    unit: id,
    kind,
    name,
  })
  const origin = ({ from, to, share }: Lineage): LineageRow => ({
    from,
    fromName: nameOf(from),
    to,
    toName: nameOf(to),
    share: shareJson(share),
  })
  return {
    digest,
    refusals: [...refusals],
    units: {
      ends: (change?.ends.units ?? []).map(unit),
      begins: (change?.begins.units ?? []).map(unit),
    },
    links: {
      ends: (change?.ends.links ?? []).map(link),
      begins: (change?.begins.links ?? []).map(link),
    },
    lineage: (change?.lineage ?? []).map(origin),
    commitments: moves.commitments.map(({ it, owner, issuer }) => ({
      id: it.id,
      title: it.title,
      state: it.state,
      owner: it.owner,
      ownerName: nameOf(it.owner),
      newOwner: owner,
      newOwnerName: nameOf(owner),
      issuer: it.issuer,
      issuerName: nameOf(it.issuer),
      newIssuer: issuer,
      newIssuerName: nameOf(issuer),
    })),
    posts: moves.posts.map(({ person, name, role, unit: held, heir }) => ({
      person,
      name,
      role,
      unit: held,
      unitName: nameOf(held),
      heir,
      heirName: nameOf(heir),
    })),
    documents: moves.documents.map(({ unit: held, heir, count }) => ({
      unit: held,
      unitName: nameOf(held),
      heir,
      heirName: nameOf(heir),
      count,
    })),
  }
}

type Kind = Consequences['units']['ends'][number]['kind']
