import { readFile } from 'node:fs/promises'
import {
  acceptAll,
  accounts,
  type App,
  makeAccounts,
  readPending,
  receiveByLoad,
  today,
  withAccount,
} from '@gangmu/app'
import type { Refusal } from '@gangmu/core'
import { hashPassword } from '@gangmu/server'
import type { Incoming } from './documents.js'

export interface Filling {
  readonly refused: (name: string, refusals: readonly Refusal[]) => void
  readonly read: (name: string, done: number, all: number) => void
  readonly accepted: (commitments: number, dispatched: number) => void
}

/** Gives everybody of the pack an account with the demo's password; who has one keeps it. */
export async function fillAccounts(app: App, password: string): Promise<void> {
  const have = new Set(await withAccount(app))
  const people = (await accounts(app)).filter((it) => !it.disabled && !have.has(it.person))
  if (people.length === 0) return
  // One hash for all: they share the password, and a hash takes as long as it should.
  const hash = await hashPassword(password)
  await makeAccounts(
    app,
    people.map(({ person, username, name }) => ({ person, username, name, password: hash })),
  )
}

/**
 * Receives, reads and, where asked, accepts documents. What an earlier start did already is left as it is: bytes
 * known to a unit are not received again, and only documents that nobody decided anything in are accepted.
 */
export async function fillDocuments(app: App, incoming: readonly Incoming[], on: Filling): Promise<void> {
  const toAccept: string[] = []
  for (const it of incoming) {
    const bytes = await readFile(it.path)
    const given = { unit: it.unit, name: it.name, bytes, on: it.on ?? today(app) }
    const received = await receiveByLoad(app, given)
    if (!received.ok) on.refused(it.name, received.refusals)
    else if (it.accept) toAccept.push(received.value.id)
  }
  let done = 0
  await readPending(app, ({ name, left }) => {
    done += 1
    on.read(name, done, done + left)
  })
  if (toAccept.length > 0) {
    const made = await acceptAll(app, toAccept)
    on.accepted(made.commitments, made.dispatched)
  }
}
