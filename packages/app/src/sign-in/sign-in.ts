import {
  accountIds,
  everything,
  insertAccounts,
  type NewAccount,
  sessionHolds as holds,
  signingSecret as secret,
} from '@gangmu/store'
import type { Base } from '../app.js'

/** What signs the session cookies: made at the first start, then the same for every server on the database. */
export function signingSecret({ store, ports }: Base): Promise<string> {
  const fresh = Buffer.from(ports.nonce()).toString('base64url')
  return store.write(everything, (db) => secret(db, fresh))
}

/** Ids of the people who can sign in. */
export function withAccount({ store }: Base): Promise<readonly string[]> {
  return store.read(everything, accountIds)
}

/** Gives people an account; who has one keeps it. Answers how many were made. */
export function makeAccounts({ store }: Base, accounts: readonly NewAccount[]): Promise<number> {
  return store.write(everything, (db) => insertAccounts(db, accounts))
}

/** Whether a session still stands. */
export function sessionHolds({ store }: Base, token: string): Promise<boolean> {
  return store.read(everything, (db) => holds(db, token))
}
