import {
  anchor,
  certainties,
  findingBody,
  findingSources,
  measures,
  modelNote,
  writtenText,
} from '@gangmu/core'
import { z } from 'zod'
import { documentRow } from './document-row.js'
import { counterpart, driftReply } from './drift.js'
import { nothing, route } from './route.js'

export const decisions = ['confirm', 'edit', 'reject', 'reopen'] as const

const span = z.tuple([z.int(), z.int()])
export const editRow = z.strictObject({ kind: z.string(), received: span, restored: span })
export const repairRow = z.strictObject({
  key: z.string(),
  kind: z.string(),
  damaged: z.string(),
  mended: z.string(),
  derivation: z.string(),
  certainty: z.enum(certainties),
  occurrences: z.int(),
  applied: z.boolean(),
  refused: z.boolean(),
  received: span,
  restored: span,
})
export type RepairRow = z.infer<typeof repairRow>

export const findingRow = z.strictObject({
  id: z.string(),
  ordinal: z.int(),
  rule: z.string(),
  /** Who found it; what a model found alone, only it proposes. */
  source: z.enum(findingSources),
  /** What a model said of the same words, where the rules found it too. */
  proposal: findingBody.nullable(),
  anchor,
  /** As found, or as a person edited it. */
  body: findingBody,
  edited: z.boolean(),
  /** The finding that speaks for the same duty; null where this one speaks, or owes nothing. */
  speaker: z.string().nullable(),
  /** Whether it speaks for a duty, or says the same as the one that does. */
  duty: z.boolean(),
  measurability: z.record(z.enum(measures), z.boolean()).nullable(),
  /** How many decisions were taken on it; the next one says that it saw this. */
  seq: z.int(),
  decision: z
    .strictObject({
      decision: z.enum(['confirm', 'edit', 'reject']),
      by: z.string(),
      at: z.string(),
      /** True where a demo load decided it. */
      byLoad: z.boolean(),
      commitment: z.string().nullable(),
    })
    .nullable(),
})
export type FindingRow = z.infer<typeof findingRow>

export const documentDetail = z.strictObject({
  document: documentRow,
  received: z.string(),
  restored: z.string(),
  edits: z.array(editRow),
  repairs: z.array(repairRow),
  /** `model`: how a model took part; null for rules alone. */
  reading: z
    .strictObject({ id: z.string(), rules: z.string(), at: z.string(), model: modelNote.nullable() })
    .nullable(),
  findings: z.array(findingRow),
  /** The ledger's line of the last decision on it; what is newer is asked for with `changes`. */
  position: z.int(),
  mayReview: z.boolean(),
})
export type DocumentDetail = z.infer<typeof documentDetail>

/** Somebody who has a document open, and the finding at which they are. */
export const present = z.strictObject({ name: z.string(), finding: z.string().max(64).nullable() })
export type Present = z.infer<typeof present>

/** `changed`: ask for `changes`. `present`: who else is there now. */
export const watchEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed') }),
  z.strictObject({ kind: z.literal('present'), people: z.array(present) }),
])
export type WatchEvent = z.infer<typeof watchEvent>

export const decisionGiven = z.strictObject({
  decision: z.enum(decisions),
  /** The edited finding, with `edit`. Confirming an edited one keeps the edit. */
  body: findingBody.optional(),
  theme: z.string().nullable().optional(),
  /** The `seq` the person saw; a later one is a conflict. */
  seen: z.int().min(0),
  /** Whose decision it is, where it waited on a machine: a session of somebody else's does not send it. */
  person: z.string().optional(),
  request: z.uuid(),
})
export type DecisionGiven = z.infer<typeof decisionGiven>

const id = z.strictObject({ id: z.string() })

export const documentRoutes = {
  list: route({
    method: 'GET',
    path: '/api/documents',
    summary: 'Documents the reader may see, newest first',
    authz: 'signed-in',
    params: nothing,
    query: z.strictObject({ q: writtenText(100).optional() }),
    body: nothing,
    reply: z.strictObject({ documents: z.array(documentRow) }),
    refusals: [],
  }),
  receive: route({
    method: 'POST',
    path: '/api/documents',
    summary: 'Receive one file; the same bytes are received once',
    authz: 'office',
    params: nothing,
    query: z.strictObject({ unit: z.string().optional() }),
    body: nothing,
    multipart: true,
    reply: z.strictObject({ id: z.string(), known: z.boolean() }),
    refusals: [
      'document.empty',
      'document.too-large',
      'document.unsupported',
      'document.not-docx',
      'document.encrypted',
      'document.pictures-only',
      'document.unknown-charset',
      'document.broken',
      'document.archive-bomb',
      'document.timeout',
      'document.memory',
      'document.which-unit',
      'unit.unknown',
      'access.denied',
    ],
  }),
  get: route({
    method: 'GET',
    path: '/api/documents/:id',
    summary: 'One document: received, restored, repairs, findings',
    authz: 'signed-in',
    params: id,
    query: nothing,
    body: nothing,
    reply: documentDetail,
    refusals: ['document.unknown'],
  }),
  counterparts: route({
    method: 'GET',
    path: '/api/documents/:id/counterparts',
    summary: 'Documents it may be compared with: earlier ones first, and what speaks of the same before',
    authz: 'signed-in',
    params: id,
    query: z.strictObject({ q: writtenText(100).optional() }),
    body: nothing,
    reply: z.strictObject({
      document: documentRow,
      counterparts: z.array(counterpart),
      /** How many fit, of which the first 50 are answered. */
      total: z.int(),
    }),
    refusals: ['document.unknown', 'document.not-read'],
  }),
  drift: route({
    method: 'GET',
    path: '/api/documents/:id/drift',
    summary:
      'What became of the pledges between two documents, worst first; the one dated earlier is the older',
    authz: 'signed-in',
    params: id,
    query: z.strictObject({ against: z.string() }),
    body: nothing,
    reply: driftReply,
    refusals: ['document.unknown', 'document.not-read', 'document.same-text', 'document.too-much-to-compare'],
  }),
  refuseRepair: route({
    method: 'POST',
    path: '/api/documents/:id/repairs',
    summary: 'Refuse a repair, or take it back; makes a new restoration and reading',
    authz: 'office',
    params: id,
    query: nothing,
    body: z.strictObject({ key: z.string().min(1), refused: z.boolean(), request: z.uuid() }),
    reply: documentDetail,
    refusals: [
      'document.unknown',
      'document.unknown-repair',
      'document.decided',
      'document.changed',
      'document.unreadable',
      'anchor.not-in-text',
      'request.reused',
      'access.denied',
    ],
  }),
  decide: route({
    method: 'POST',
    path: '/api/findings/:id/decision',
    summary: 'Confirm, edit, reject or reopen a finding',
    authz: 'office',
    params: id,
    query: nothing,
    body: decisionGiven,
    reply: z.strictObject({
      finding: findingRow,
      /** The others about the same words, which a decision may move as well. */
      beside: z.array(findingRow),
      /** Duties of the document that still wait. */
      open: z.int(),
    }),
    refusals: [
      'finding.unknown',
      'finding.changed',
      'finding.decided',
      'finding.has-duties',
      'finding.other-kind',
      'unit.unknown',
      'finding.no-body',
      'theme.unknown',
      'anchor.not-in-text',
      'request.reused',
      'session.other-person',
      'access.denied',
    ],
  }),
  changes: route({
    method: 'GET',
    path: '/api/documents/:id/changes',
    summary: 'Findings that decisions moved after a position of the ledger',
    authz: 'signed-in',
    params: id,
    query: z.strictObject({ after: z.coerce.number().int().min(0) }),
    body: nothing,
    reply: z.strictObject({
      /** Another one than before: the document was read anew, and all of it is to be asked for. */
      reading: z.string().nullable(),
      position: z.int(),
      findings: z.array(findingRow),
      open: z.int(),
    }),
    refusals: ['document.unknown'],
  }),
  watch: route({
    method: 'GET',
    path: '/api/documents/:id/watch',
    summary: 'What happens on a document, as server-sent events, for two minutes',
    authz: 'signed-in',
    params: id,
    query: z.strictObject({ place: z.uuid() }),
    body: nothing,
    events: true,
    reply: watchEvent,
    refusals: ['document.unknown', 'request.too-many'],
  }),
  beAt: route({
    method: 'POST',
    path: '/api/documents/:id/presence',
    summary:
      'Say at which finding one is; kept nowhere, and told only to those who review the document as well',
    authz: 'office',
    params: id,
    query: nothing,
    body: z.strictObject({ place: z.uuid(), finding: z.string().max(64).nullable() }),
    reply: nothing,
    refusals: ['document.unknown', 'access.denied'],
  }),
}
