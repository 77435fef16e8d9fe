import { type Refusal, type Subject, refusal } from '@gangmu/core'
import { type Reader, type Writer, findRequest, insertRequest } from '@gangmu/store'
import { canonical, sha256 } from './ledger/entry.js'

/** What a person asked, once: the same id again is the same request, or a mistake. */
export interface Asked {
  readonly id: string
  readonly person: string
  readonly digest: string
}

export function asked(subject: Pick<Subject, 'person'>, id: string, what: unknown): Asked {
  return { id, person: subject.person, digest: sha256(canonical(what)) }
}

/** `new`, `done` where it was carried out already, or the refusal of an id that stood for something else. */
export async function standing(db: Reader, it: Asked): Promise<'new' | 'done' | Refusal> {
  const known = await findRequest(db, it.id)
  if (known === null) return 'new'
  return known.person === it.person && known.digest === it.digest ? 'done' : reused(it)
}

/** Takes the id, or refuses where another transaction took it in the meantime. Call it before anything is written. */
export async function take(db: Writer, it: Asked, at: string): Promise<Refusal | null> {
  return (await insertRequest(db, { ...it, at })) ? null : reused(it)
}

function reused(it: Asked): Refusal {
  return refusal('request.reused', 'request', { request: it.id })
}
