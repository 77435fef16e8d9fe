import { sql } from 'kysely'
import type { Reader, Writer } from '../store.js'

/** The one token that may make the first account; a new one takes the place of the last. */
export async function keepSetupToken(db: Writer, sha256: string): Promise<void> {
  await sql`
    insert into auth_setup (token_sha256) values (${sha256})
    on conflict ("only") do update set token_sha256 = excluded.token_sha256`.execute(db)
}

/** Whether it was the token; it is gone then. */
export async function takeSetupToken(db: Writer, sha256: string): Promise<boolean> {
  const { rows } =
    await sql`delete from auth_setup where token_sha256 = ${sha256} returning token_sha256`.execute(db)
  return rows.length === 1
}

/** Whether it is the token, which stays. */
export async function setupTokenHolds(db: Reader, sha256: string): Promise<boolean> {
  const { rows } = await sql`select from auth_setup where token_sha256 = ${sha256}`.execute(db)
  return rows.length === 1
}
