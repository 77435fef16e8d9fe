import type { Commitment, CommitmentKind, State, Visible } from '@gangmu/core'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reader } from '../store.js'

/** What a list needs to know of a commitment before it knows which ones it shows. */
export interface SkeletonRow {
  readonly id: string
  readonly owner: string
  readonly issuer: string
  readonly theme: string | null
  readonly state: State
  readonly due: string | null
  readonly assignedOn: string | null
  readonly lastReport: Commitment['lastReport']
  readonly titleKey: string
  readonly createdAt: string
}

export interface CommitmentFilter {
  readonly owners?: readonly string[] | undefined
  readonly issuers?: readonly string[] | undefined
  /** Themes by id; `none` for commitments without. */
  readonly themes?: readonly string[] | 'none' | undefined
  readonly kind?: CommitmentKind | undefined
  readonly states?: readonly State[] | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly document?: string | undefined
  /** All of these tokens. */
  readonly tokens?: readonly string[] | undefined
}

/** The commitments a reader may see, filtered, in no order. */
export async function commitmentSkeleton(
  db: Reader,
  seen: Visible,
  filter: CommitmentFilter,
): Promise<readonly SkeletonRow[]> {
  const { owners, issuers, themes, kind, states, dueFrom, dueTo, document, tokens } = filter
  const conditions = [
    visibleTo(seen),
    owners && sql<SqlBool>`owner = any(${[...owners]})`,
    issuers && sql<SqlBool>`issuer = any(${[...issuers]})`,
    themes === 'none' && sql<SqlBool>`theme is null`,
    themes && themes !== 'none' && sql<SqlBool>`theme = any(${[...themes]})`,
    kind && sql<SqlBool>`kind = ${kind}`,
    states && sql<SqlBool>`state = any(${[...states]})`,
    dueFrom && sql<SqlBool>`due >= ${dueFrom}::date`,
    dueTo && sql<SqlBool>`due <= ${dueTo}::date`,
    document && sql<SqlBool>`document::text = ${document}`,
    tokens && sql<SqlBool>`search @@ ${allOf(tokens)}::tsquery`,
  ].filter((it): it is Expression<SqlBool> => typeof it === 'object')
  return db
    .selectFrom('commitment')
    .select(['id', 'owner', 'issuer', 'theme', 'state', 'due', 'assigned_on as assignedOn'])
    .select(['last_report as lastReport', 'title_key as titleKey', 'created_at as createdAt'])
    .where((it) => it.and(conditions))
    .execute()
}

/** Owed by the reader's units or handed out by them: the SQL of `mayReadCommitment`. */
export function visibleTo(seen: Visible): Expression<SqlBool> {
  return seen.all
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(owner = any(${[...seen.owners]}) or issuer = any(${[...seen.issuers]}))`
}

/** Tokens hold letters and digits only; a quote would still be doubled. */
function allOf(tokens: readonly string[]): string {
  return tokens.map((it) => `'${it.replaceAll('\\', '').replaceAll("'", "''")}'`).join(' & ')
}
