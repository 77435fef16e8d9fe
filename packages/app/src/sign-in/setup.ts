import { createHash } from 'node:crypto'
import { accepted, refusal, refused, type Result } from '@gangmu/core'
import {
  accountIds,
  everything,
  insertAccounts,
  keepSetupToken,
  listPeople,
  takeSetupToken,
} from '@gangmu/store'
import type { Base } from '../app.js'

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

/** Gives an administrator of the pack the first account, once, for the token. */
export function useSetup({ store }: Base, given: SetupGiven): Promise<Result<void>> {
  return store.write(everything, async (db) => {
    const found = (await listPeople(db)).find((it) => it.username === given.username)
    if (!(await takeSetupToken(db, hashOf(given.token)))) {
      return refused(refusal('session.wrong-token', '/body/token'))
    }
    if (found === undefined || !found.posts.some((it) => it.role === 'administrator')) {
      await keepSetupToken(db, hashOf(given.token))
      return refused(refusal('setup.not-administrator', '/body/username', { username: given.username }))
    }
    await insertAccounts(db, [
      { person: found.id, username: found.username, name: found.name, password: given.password },
    ])
    return accepted(undefined)
  })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
