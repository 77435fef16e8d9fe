import { sql } from 'kysely'
import type { Reader, Writer } from '../store.js'

export interface NewAccount {
  /** Id of the person, and of the account's user. */
  readonly person: string
  readonly username: string
  readonly name: string
  /** Scrypt of the password, `salt:key` in hex. */
  readonly password: string
}

/** Gives people a user name and a password; who has an account keeps it. Answers how many were made. */
export async function insertAccounts(db: Writer, accounts: readonly NewAccount[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
        as it(person uuid, username text, name text, password text)
    ), users as (
      insert into auth_user (id, name, email, username, display_username)
      select person, name, person || '@accounts.invalid', lower(username), username from given
      on conflict do nothing
      returning id
    )
    insert into auth_account (id, user_id, account_id, provider_id, password)
    select id::text, id, id::text, 'credential', given.password
    from users join given on given.person = users.id
    returning id`.execute(db)
  return rows.length
}

/** Ids of the people who have an account. */
export async function accountIds(db: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from auth_user`.execute(db)
  return rows.map((it) => it.id)
}
