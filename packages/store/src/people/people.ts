import type { PackPerson, Role } from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../store.js'
import { days } from '../unit/register.js'

export interface PostRow {
  readonly unit: string
  readonly role: Role
  readonly from: string | null
  readonly until: string | null
}

export interface PersonRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly disabled: boolean
  readonly posts: readonly PostRow[]
}

/** A person with the posts held on a day, or null where there is none of that id. */
export async function findPerson(db: Reader, id: string, day: string): Promise<PersonRow | null> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'username', 'name', 'disabled'])
    .where(sql<SqlBool>`id::text = ${id}`)
    .executeTakeFirst()
  if (person === undefined) return null
  const posts = await selectPosts(db)
    .where('person', '=', person.id)
    .where(sql<SqlBool>`valid @> ${day}::date`)
    .execute()
  return { ...person, posts: posts.map(withoutPerson) }
}

/** Everybody, by user name, with all posts ever held. */
export async function listPeople(db: Reader): Promise<readonly PersonRow[]> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'username', 'name', 'disabled'])
    .orderBy('username')
    .execute()
  const posts = await selectPosts(db).execute()
  return people.map((it) => ({
    ...it,
    posts: posts.filter((post) => post.person === it.id).map(withoutPerson),
  }))
}

export async function insertPeople(
  db: Writer,
  people: readonly (PackPerson & { readonly id: string })[],
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(({ id, username, name }) => ({ id, username, name }))
  await db.insertInto('person').values(rows).execute()
  const posts = people.flatMap(({ id, posts }) =>
    posts.map((it) => ({ person: id, unit: it.unit, role: it.role, valid: days(it.from, it.until) })),
  )
  await db.insertInto('post').values(posts).execute()
}

function selectPosts(db: Reader) {
  return (
    db
      .selectFrom('post')
      .select(['person', 'unit', 'role'])
      .select([sql<string | null>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('until')])
      // A post that a reorganisation took back whole.
      .where(sql<SqlBool>`not isempty(valid)`)
      .orderBy('unit')
      .orderBy('role')
  )
}

function withoutPerson({ unit, role, from, until }: PostRow): PostRow {
  return { unit, role, from, until }
}
