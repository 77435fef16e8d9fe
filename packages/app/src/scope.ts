import { type Subject, answersFor, visible } from '@gangmu/core'
import { type Reader, type Scope, enterScope } from '@gangmu/store'

/** What a subject's transactions may see and change, as the database checks it. Reading all changes nothing of that. */
export function scopeOf(subject: Subject): Scope {
  const seen = visible(subject)
  const write = answersFor(subject)
  if (seen.all) return { readOwners: 'all', readIssuers: 'all', write }
  return { readOwners: seen.owners, readIssuers: seen.issuers, write }
}

/**
 * Looks at what the reader need not see, such as what of a target others carry, and comes back to the reader's scope.
 * Only for sums, counts and ids: no row found this way is shown.
 */
export async function unfenced<T>(db: Reader, subject: Subject, look: () => Promise<T>): Promise<T> {
  const scope = scopeOf(subject)
  await enterScope(db, { ...scope, readOwners: 'all', readIssuers: 'all' })
  const found = await look()
  await enterScope(db, scope)
  return found
}
