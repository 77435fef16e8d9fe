import type { Role } from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../store.js'

export interface HeldPost {
  readonly person: string
  readonly name: string
  readonly unit: string
  readonly role: Role
  readonly from: string | null
  readonly until: string | null
}

/** The posts in these units that are held on a day or later, by name of the person. */
export async function postsFrom(
  db: Reader,
  units: readonly string[],
  day: string,
): Promise<readonly HeldPost[]> {
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .select(['post.person', 'person.name', 'post.unit', 'post.role'])
    .select([sql<string | null>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('until')])
    .where(sql<SqlBool>`post.unit = any(${[...units]}::text[])`)
    .where(sql<SqlBool>`valid && daterange(${day}::date, null)`)
    .orderBy('person.username')
    .orderBy('post.unit')
    .orderBy('post.role')
    .execute()
}

/** From a day on, what is held in `unit` is held in `heir`, where the person does not hold the same there already. */
export async function passPosts(
  db: Writer,
  { unit, heir, day }: { readonly unit: string; readonly heir: string; readonly day: string },
): Promise<void> {
  const after = sql`daterange(${day}::date, null)`
  await sql`
    insert into post (person, unit, role, valid)
    select person, ${heir}, role, piece from post old, unnest(
      datemultirange(valid * ${after}) - coalesce((
        select range_agg(held.valid) from post held
        where held.person = old.person and held.role = old.role and held.unit = ${heir}
      ), '{}'::datemultirange)) as piece
    where unit = ${unit} and valid && ${after}`.execute(db)
  await sql`
    update post set valid = valid * daterange(null, ${day}::date)
    where unit = ${unit} and valid && ${after}`.execute(db)
}
