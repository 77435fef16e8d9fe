import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import {
  acceptAll,
  accounts,
  type App,
  type DocumentRow,
  type ReadDone,
  listDocuments,
  makeAccounts,
  readPending,
  receiveByLoad,
  today,
  withAccount,
} from '@gangmu/app'
import type { Refusal, Subject } from '@gangmu/core'
import { tooLarge } from '@gangmu/intake'
import { hashPassword } from '@gangmu/server'
import type { Incoming } from './documents.js'

export interface Filling {
  readonly refused: (name: string, refusals: readonly Refusal[]) => void
  readonly read: (name: string, done: number, all: number, state: 'read' | 'refused') => void
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
 * known to a unit are not received again, and only documents in which nobody decided anything are accepted. Once `stop`
 * aborts, what is not read yet waits for the next start.
 */
export async function fillDocuments(
  app: App,
  incoming: readonly Incoming[],
  on: Filling,
  stop: AbortSignal,
): Promise<void> {
  const before = new Map((await rowsOf(app)).map((row) => [keyOf(row.receivedBy, row.sha256), row]))
  const toAccept = new Set<string>()
  for (const it of incoming) {
    const { size } = await stat(it.path)
    if (size > app.limits.documentBytes) {
      on.refused(it.name, [tooLarge(it.name, size, app.limits.documentBytes)])
      continue
    }
    const bytes = await readFile(it.path)
    const known = before.get(keyOf(it.unit, createHash('sha256').update(bytes).digest('hex')))
    const given = { unit: it.unit, name: it.name, bytes, on: it.on ?? today(app) }
    const received = known === undefined ? await receiveByLoad(app, given) : null
    if (received?.ok === false) on.refused(it.name, received.refusals)
    else if (it.accept) toAccept.add(known?.id ?? received?.value.id ?? '')
  }
  let done = 0
  const told = ({ name, left, state }: ReadDone) => {
    done += 1
    on.read(name, done, done + left, state)
  }
  await readPending(app, told, stop)
  if (toAccept.size > 0) await acceptUndecided(app, toAccept, on)
}

async function acceptUndecided(app: App, chosen: ReadonlySet<string>, on: Filling): Promise<void> {
  const documents = (await rowsOf(app)).filter((it) => chosen.has(it.id) && it.open > 0).map((it) => it.id)
  if (documents.length === 0) return
  const made = await acceptAll(app, { documents, untouched: true })
  if (made.commitments === 0) return
  on.accepted(made.commitments, made.dispatched)
}

/** The load reads as an auditor does: everything, and nothing else. */
const loading: Subject = {
  person: '',
  name: '',
  posts: [{ unit: '', role: 'auditor', scope: new Set() }],
}

async function rowsOf(app: App): Promise<readonly DocumentRow[]> {
  const list = await listDocuments(app, loading, {})
  if (!list.ok) throw new Error(JSON.stringify(list.refusals))
  return list.value.documents
}

function keyOf(unit: string, sha256: string): string {
  return `${unit} ${sha256}`
}
