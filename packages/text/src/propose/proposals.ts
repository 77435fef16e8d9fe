import { type DropReason, type FindingKind, findingBody, findingKinds, isStorable } from '@gangmu/core'
import type { Draft } from '../extract/rule.js'
import { fieldsOf } from './fields.js'
import type { Passage } from './passages.js'
import { type Around, aroundOf, groundedIn } from './grounded.js'

export interface Proposals {
  readonly kept: readonly Draft[]
  readonly dropped: readonly DropReason[]
}

/** More from one passage is a model that has lost its way. */
const MOST = 120
const LONGEST_QUOTE = 400
const LONGEST_FIELD = 200
const LONGEST_LIST = 20

/**
 * What of a model's list may stand beside the findings of the rules: of a known kind, with fields that make sense, a
 * quote that stands word for word in the passage, and no word in its fields that the text does not hold.
 */
export function proposalsIn(
  list: readonly unknown[],
  text: string,
  passage: Passage,
  names: ReadonlySet<string>,
): Proposals {
  const kept: Draft[] = []
  const dropped: DropReason[] = Array.from({ length: Math.max(0, list.length - MOST) }, () => 'too-many')
  const taken = new Map<string, number>()
  const around = aroundOf(text, passage, names)
  for (const item of list.slice(0, MOST)) {
    const it = proposalOf(item, around, passage, taken)
    if (typeof it === 'string') dropped.push(it)
    else kept.push(it)
  }
  return { kept, dropped }
}

function proposalOf(
  item: unknown,
  around: Around,
  passage: Passage,
  taken: Map<string, number>,
): Draft | DropReason {
  if (!isRecord(item)) return 'wrong-fields'
  const kind = findingKinds.find((it) => it === item['kind'])
  if (kind === undefined) return 'unknown-kind'
  const quote = typeof item['quote'] === 'string' ? item['quote'].trim() : ''
  if (quote.length > LONGEST_QUOTE) return 'wrong-fields'
  if (quote.length < 2 || !isStorable(quote) || !/[\p{L}\p{N}]/u.test(quote)) return 'not-in-text'
  const read = findingBody.safeParse(candidateOf(kind, item))
  if (!read.success) return 'wrong-fields'
  // The same thing said twice of the same words is meant of the next place where they stand.
  const key = JSON.stringify([quote, read.data])
  const found = around.words.indexOf(quote, taken.get(key) ?? 0)
  if (found < 0) return taken.has(key) ? 'twice' : 'not-in-text'
  taken.set(key, found + quote.length)
  const start = passage.start + found
  const end = start + quote.length
  const body = groundedIn(around, { start, end }, read.data)
  return typeof body === 'string' ? body : { start, end, body }
}

/** The fields of a kind as the model filled them; what it left out or called null stands as nothing. */
function candidateOf(kind: FindingKind, item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.entries(fieldsOf[kind]).map(([name, nothing]) => [
    name,
    bounded(Object.hasOwn(item, name) ? (item[name] ?? nothing) : nothing),
  ])
  const candidate: Record<string, unknown> = { kind, ...Object.fromEntries(fields) }
  switch (kind) {
    case 'quantity':
      return {
        ...candidate,
        form: candidate['form'] ?? (candidate['value'] === null ? 'directional' : 'numeric'),
        threshold: null,
      }
    case 'entity':
      return { ...candidate, canonical: null, unit: null }
    case 'milestone':
    case 'action':
    case 'project':
    case 'agreement':
    case 'relation':
      return candidate
  }
}

/** What is too long is no field: it fails the schema. */
function bounded(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST_FIELD ? undefined : value.trim()
  if (Array.isArray(value)) return value.length > LONGEST_LIST ? undefined : value.map(bounded)
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
