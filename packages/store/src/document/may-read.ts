import type { Visible } from '@gangmu/core'
import { type Expression, type SqlBool, sql } from 'kysely'

/** Received by a unit the reader answers for, or with a duty that the reader may see. */
export function mayRead(seen: Visible): Expression<SqlBool> {
  if (seen.all) return sql<SqlBool>`true`
  return sql<SqlBool>`(received_by = any(${[...seen.owners]}) or exists (
    select from commitment it where it.document = document.id
      and (it.owner = any(${[...seen.owners]}) or it.issuer = any(${[...seen.issuers]}))))`
}
