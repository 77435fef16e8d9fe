import { type Subject, visible } from '@gangmu/core'
import type { Scope } from '@gangmu/store'

/** What a subject's transactions may see and change, as the database checks it. */
export function scopeOf(subject: Subject): Scope {
  const seen = visible(subject)
  if (seen.all) return { readOwners: 'all', readIssuers: 'all', write: [] }
  return { readOwners: seen.owners, readIssuers: seen.issuers, write: seen.owners }
}
