import type { Visible } from '@gangmu/core'
import { sql } from 'kysely'
import type { Reader } from '../store.js'
import { mayRead } from './may-read.js'

/** A document that was read, beside another one: what both name. */
export interface CounterpartRow {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly dated: string | null
  readonly publisher: string | null
  readonly receivedBy: string
  readonly samePublisher: boolean
  /** Bodies, indicators, projects, zones and things to be done that both speak of. */
  readonly shared: number
  /** The longest of them, a few. */
  readonly names: readonly string[]
}

/** So many are looked into; who wants another one searches for it. */
const LOOKED_INTO = 300
const NAMED = 3

/**
 * Documents a reader may see that were read, beside one of them (`reading` is its newest); what is of the same
 * publisher, and then what is newest, is looked into first. The place both are of says nothing. `like` is a pattern for name, title and publisher.
 */
export async function counterpartsOf(
  db: Reader,
  seen: Visible,
  of: { readonly id: string; readonly reading: string; readonly publisher: string | null },
  like: string | undefined,
): Promise<readonly CounterpartRow[]> {
  const fits = like === undefined ? sql`true` : sql`concat_ws(' ', name, title, publisher) ilike ${like}`
  const names = sql`lateral unnest(array[body->>'actor', body->>'indicator', body->>'subject',
    case when body->>'type' in ('division', 'organization', 'person') then null else body->>'name' end]) as it(said)`
  const { rows } = await sql<CounterpartRow>`
    with candidate as (
      select id, name, title, dated, publisher, received_by, received_at, reading,
        coalesce(publisher = ${of.publisher}, false) as same_publisher
      from document
      where id <> ${of.id} and state = 'read' and ${mayRead(seen)} and ${fits}
      order by same_publisher desc, dated desc nulls last, received_at desc
      limit ${LOOKED_INTO}
    ), own as (
      select distinct said
      from finding join reading on reading.id = finding.reading, ${names}
      where reading.id = ${of.reading} and said not in ('', coalesce(facts->>'region', ''))
    ), common as (
      select distinct candidate.id, said
      from candidate join finding using (reading), ${names}
      where said in (select said from own)
    ), counted as (
      select id, count(*) as shared, (array_agg(said order by length(said) desc, said))[:${NAMED}::int] as names
      from common group by id
    )
    select candidate.id, name, title, dated, publisher, received_by as "receivedBy",
      same_publisher as "samePublisher", coalesce(shared, 0) as shared, coalesce(names, '{}') as names
    from candidate left join counted using (id)
    order by received_at desc, id`.execute(db)
  return rows
}
