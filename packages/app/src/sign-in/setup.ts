import { createHash } from 'node:crypto'
import { accepted, refusal, refused, type Result } from '@gangmu/core'
import {
  accountIds,
  everything,
  findPerson,
  insertAccounts,
  insertEntry,
  keepSetupToken,
  listPeople,
  setupTokenHolds,
  takeSetupToken,
} from '@gangmu/store'
import type { App, Base } from '../app.js'
import { entryOf } from '../ledger/entry.js'
import { today } from '../today.js'

/** A token that makes the first account, new at every start until there is one; null from then on. */
export function offerSetup({ store, ports }: Base): Promise<string | null> {
  return store.write(everything, async (db) => {
    if ((await accountIds(db)).length > 0) return null
    const token = Buffer.from(ports.nonce()).toString('base64url')
    await keepSetupToken(db, hashOf(token))
    return token
  })
}

export interface SetupGiven {
  readonly token: string
  readonly username: string
  /** Scrypt of the password, `salt:key` in hex. */
  readonly password: string
}

/** Whether a token would make the first account: asked before a password is hashed, which takes its time. */
export function setupHolds({ store }: Base, token: string): Promise<boolean> {
  return store.read(
    everything,
    async (db) => (await accountIds(db)).length === 0 && setupTokenHolds(db, hashOf(token)),
  )
}

/**
 * Gives an administrator of today the first account, once, for the token. Where there is an account by now, however
 * it came about, the token is worth nothing.
 */
export function useSetup(app: App, given: SetupGiven): Promise<Result<void>> {
  const { store, ports } = app
  return store.write(everything, async (db) => {
    const taken = await takeSetupToken(db, hashOf(given.token))
    if (!taken || (await accountIds(db)).length > 0) {
      return refused(refusal('session.wrong-token', '/body/token'))
    }
    const named = (await listPeople(db)).find((it) => it.username === given.username)
    const person = named === undefined ? null : await findPerson(db, named.id, today(app))
    if (person === null || person.disabled || !person.posts.some((it) => it.role === 'administrator')) {
      await keepSetupToken(db, hashOf(given.token))
      return refused(refusal('setup.not-administrator', '/body/username', { username: given.username }))
    }
    const { id, username, name } = person
    await insertAccounts(db, [{ person: id, username, name, password: given.password }])
    await insertEntry(
      db,
      entryOf(ports, {
        kind: 'account.first',
        subject: id,
        at: ports.clock(),
        actor: id,
        behalf: null,
        body: { username, byName: name },
      }),
    )
    return accepted(undefined)
  })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
