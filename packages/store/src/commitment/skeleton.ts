import type { CommitmentKind, LightDays, Standing, State, Visible } from '@gangmu/core'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../store.js'
import { uuidsIn } from '../uuid.js'

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

/** How many commitments stand alike; `key` is what they were grouped by. */
export interface StandingCount extends Standing {
  readonly key: string | null
  readonly count: number
}

/** Commitments a reader may see, filtered, counted by how they stand on a day and, where asked, by owner or theme. */
export async function countStandings(
  db: Reader,
  seen: Visible,
  filter: CommitmentFilter,
  days: LightDays,
  by?: 'owner' | 'theme',
): Promise<readonly StandingCount[]> {
  const key = by === undefined ? sql`null::text` : sql.ref(by)
  const { rows } = await sql<StandingCount>`
    select ${key} as key, state, ${dueOf(days)} as due, ${waited(days)} as waited, ${silent(days)} as silent,
      count(*) as count
    from commitment where ${conditions(seen, filter)}
    group by 1, 2, 3, 4, 5`.execute(db)
  return rows
}

/** How many a reader may see in each state, by whether one of `units` owes them and whether one handed them out. */
export async function countSides(
  db: Reader,
  seen: Visible,
  units: readonly string[],
): Promise<
  readonly {
    readonly state: State
    readonly owed: boolean
    readonly given: boolean
    readonly count: number
  }[]
> {
  const owed = sql<boolean>`owner = any(${[...units]})`
  const given = sql<boolean>`issuer = any(${[...units]})`
  const { rows } = await sql<{ state: State; owed: boolean; given: boolean; count: number }>`
    select state, ${owed} as owed, ${given} as given, count(*) as count
    from commitment where ${visibleTo(seen)} and (${owed} or ${given})
    group by 1, 2, 3`.execute(db)
  return rows
}

export type CommitmentOrder =
  | { readonly by: 'due' | 'title' | 'newest' }
  /** Standings in this order. */
  | { readonly by: 'standing'; readonly days: LightDays; readonly groups: readonly (readonly Standing[])[] }
  /** Owners in this order, others last. */
  | { readonly by: 'owner'; readonly units: readonly string[] }

/** The skeleton of one page: ids in an order, equal ones by due day (none last), then as they came in. */
export async function commitmentPage(
  db: Reader,
  seen: Visible,
  filter: CommitmentFilter & {
    readonly standing?: { readonly days: LightDays; readonly of: readonly Standing[] } | undefined
  },
  page: { readonly order: CommitmentOrder; readonly offset: number; readonly limit: number },
): Promise<readonly string[]> {
  const { standing } = filter
  const among =
    standing === undefined ? sql`true` : sql`${mayBe(standing)} and ${isOneOf(standing.of, standing.days)}`
  const { rows } = await sql<{ id: string }>`
    select id from commitment where ${conditions(seen, filter)} and ${among}
    order by ${inOrder(page.order)}due nulls last, id
    offset ${page.offset} limit ${page.limit}`.execute(db)
  return rows.map((it) => it.id)
}

function inOrder(order: CommitmentOrder): RawBuilder<unknown> {
  switch (order.by) {
    case 'due':
      return sql``
    case 'title':
      return sql`title_key, `
    case 'newest':
      return sql`created_at desc, `
    case 'owner':
      return sql`array_position(${[...order.units]}::text[], owner) nulls last, `
    case 'standing': {
      const cases = order.groups.map((of, at) => sql`when ${isOneOf(of, order.days)} then ${sql.lit(at)}`)
      return sql`case ${sql.join(cases, sql` `)} else ${sql.lit(cases.length)} end, `
    }
  }
}

// The order of these is that of `standingOf` in core; a test holds both together.

function dueOf(days: LightDays) {
  return sql<Standing['due']>`case when due is null then 'none' when due < ${day(days.today)} then 'past'
    when due <= ${day(days.soonUntil)} then 'soon' else 'later' end`
}

function waited(days: LightDays) {
  return sql<boolean>`coalesce(assigned_on < ${day(days.waitedBefore)}, false)`
}

function silent(days: LightDays) {
  return sql<boolean>`coalesce(coalesce((last_report->>'on')::date, assigned_on) < ${day(days.silentBefore)}, false)`
}

function isOneOf(all: readonly Standing[], days: LightDays) {
  const words = all.map((it) => `${it.state} ${it.due} ${it.waited} ${it.silent}`)
  return sql<SqlBool>`concat_ws(' ', state, ${dueOf(days)}, ${waited(days)}::text, ${silent(days)}::text)
    = any(${words})`
}

/** A quick look at the due day, where it alone rules most out. */
function mayBe({ of, days }: { readonly of: readonly Standing[]; readonly days: LightDays }) {
  return of.every((it) => it.due === 'past') ? sql`due < ${day(days.today)}` : sql`true`
}

/** A literal, so that it is grouped by what it was selected by. Days come from the rules, never from a request. */
function day(it: string): RawBuilder<unknown> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(it)) throw new Error(`no day: ${it}`)
  return sql`${sql.lit(it)}::date`
}

function conditions(seen: Visible, filter: CommitmentFilter): RawBuilder<SqlBool> {
  const { owners, issuers, themes, kind, states, dueFrom, dueTo, document, tokens } = filter
  const all = [
    visibleTo(seen),
    owners && sql<SqlBool>`owner = any(${[...owners]})`,
    issuers && sql<SqlBool>`issuer = any(${[...issuers]})`,
    themes === 'none' && sql<SqlBool>`theme is null`,
    themes && themes !== 'none' && sql<SqlBool>`theme = any(${[...themes]})`,
    kind && sql<SqlBool>`kind = ${kind}`,
    states && sql<SqlBool>`state = any(${[...states]})`,
    dueFrom && sql<SqlBool>`due >= ${dueFrom}::date`,
    dueTo && sql<SqlBool>`due <= ${dueTo}::date`,
    document !== undefined && sql<SqlBool>`document = any(${uuidsIn([document])}::uuid[])`,
    tokens && sql<SqlBool>`search @@ ${allOf(tokens)}::tsquery`,
  ].filter((it): it is Expression<SqlBool> => typeof it === 'object')
  return sql<SqlBool>`${sql.join(all, sql` and `)}`
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
