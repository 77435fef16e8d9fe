import { createHash } from 'node:crypto'
import type { EntryContent } from '@gangmu/core'
import type { NewEntry } from '@gangmu/store'
import serialize from 'canonicalize'
import type { Ports } from '../app.js'
import { decimal } from './decimal.js'

/** Its types promise a default export inside the one that its CommonJS file is. */
const canonicalize = serialize as unknown as (value: unknown) => string | undefined

/** A line of the ledger about what was done, with its commitment `SHA-256(0x02 ‖ nonce ‖ content)`. */
export function entryOf(ports: Pick<Ports, 'nonce'>, given: EntryContent): NewEntry {
  const content = canonical(given)
  const nonce = ports.nonce()
  return {
    at: given.at,
    kind: given.kind,
    subject: given.subject,
    actor: given.actor,
    content,
    nonce,
    commit: commitOf(nonce, content),
  }
}

function commitOf(nonce: Uint8Array, content: string): Uint8Array {
  return createHash('sha256')
    .update(new Uint8Array([2]))
    .update(nonce)
    .update(content, 'utf8')
    .digest()
}

/** RFC 8785 canonical JSON with numbers as decimal strings and strings in NFC. */
export function canonical(value: unknown): string {
  const text = canonicalize(plain(value))
  if (text === undefined) throw new Error('a value that has no JSON')
  return text
}

/** Lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') return decimal(value)
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, it]) => it !== undefined)
    return Object.fromEntries(members.map(([name, it]) => [name.normalize('NFC'), plain(it)]))
  }
  return value
}
