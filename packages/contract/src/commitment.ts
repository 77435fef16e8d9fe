import {
  type Verb,
  actionBodies,
  commitmentKinds,
  lightReasons,
  lights,
  plainDate,
  states,
  target,
  verbs,
  writtenText,
} from '@gangmu/core'
import { z } from 'zod'
import { nothing, route } from './route.js'

export const commitmentRow = z.strictObject({
  id: z.string(),
  kind: z.enum(commitmentKinds),
  title: z.string(),
  theme: z.string().nullable(),
  state: z.enum(states),
  issuer: z.string(),
  issuerName: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  charge: z.string().nullable(),
  due: z.string().nullable(),
  target: target.nullable(),
  latest: z.number().nullable(),
  light: z.enum(lights),
  lightReason: z.enum(lightReasons),
  lightDays: z.int().nullable(),
  acceptedByLoad: z.boolean(),
  parent: z.string().nullable(),
  children: z.int(),
  seq: z.int(),
})
export type CommitmentRow = z.infer<typeof commitmentRow>

export const commitmentQuery = z.strictObject({
  /** Owed by this unit or a unit it answers for. */
  unit: z.string().optional(),
  /** Owed in this town: by itself, the zones over it, or its board. What colours its tile. */
  place: z.string().optional(),
  /** This theme or one below it; `none` for those without. */
  theme: z.string().optional(),
  kind: z.enum(commitmentKinds).optional(),
  light: z.enum(lights).optional(),
  state: z.enum(states).optional(),
  dueFrom: plainDate.optional(),
  dueTo: plainDate.optional(),
  document: z.string().optional(),
  q: writtenText(100).optional(),
  sort: z.enum(['due', 'light', 'title', 'owner', 'newest']).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
export type CommitmentQuery = z.infer<typeof commitmentQuery>

export const possibilityRow = z.strictObject({
  verb: z.enum(verbs as [Verb, ...Verb[]]),
  behalf: z.string().nullable(),
  refusal: z
    .strictObject({
      code: z.string(),
      path: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
})

export const sentence = z.strictObject({
  document: z.string(),
  documentTitle: z.string(),
  finding: z.string(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** The paragraph it stands in, and where in it the quote begins. */
  paragraph: z.string(),
  offset: z.int(),
})
export type Sentence = z.infer<typeof sentence>

export const commitmentDetail = z.strictObject({
  commitment: commitmentRow,
  /** Null only for a commitment whose document the reader may not see. A child shows the sentence of its root. */
  sentence: sentence.nullable(),
  /** From the root down to the parent. */
  above: z.array(commitmentRow),
  below: z.array(commitmentRow),
  allocation: z
    .strictObject({ target: z.number(), allocated: z.number(), unallocated: z.number(), unit: z.string() })
    .nullable(),
  history: z.array(
    z.strictObject({
      seq: z.int(),
      at: z.string(),
      on: z.string(),
      by: z.string(),
      byName: z.string(),
      behalf: z.string(),
      behalfName: z.string(),
      verb: z.enum(verbs as [Verb, ...Verb[]]),
      body: z.record(z.string(), z.unknown()),
      /** Id of the ledger entry. */
      entry: z.int(),
    }),
  ),
  next: z.array(possibilityRow),
  /** Units the reader may hand it to. */
  assignable: z.array(z.strictObject({ unit: z.string(), name: z.string(), kind: z.string() })),
})
export type CommitmentDetail = z.infer<typeof commitmentDetail>

/** One request body per verb. A cascade names the children without ids: the server gives them. */
const childRequest = z.strictObject({
  owner: z.string().min(1),
  title: writtenText(500).trim().min(1),
  due: plainDate.nullable(),
  value: z.number().nullable(),
})
const request = {
  request: z.uuid(),
  /** The `seq` the person saw; a later one is a conflict. */ seen: z.int().min(1),
}
export const actRequest = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('assign'), body: actionBodies.assign, ...request }),
  z.strictObject({ verb: z.literal('accept'), body: actionBodies.accept, ...request }),
  z.strictObject({ verb: z.literal('return'), body: actionBodies.return, ...request }),
  z.strictObject({ verb: z.literal('report'), body: actionBodies.report, ...request }),
  z.strictObject({ verb: z.literal('check'), body: actionBodies.check, ...request }),
  z.strictObject({ verb: z.literal('close'), body: actionBodies.close, ...request }),
  z.strictObject({ verb: z.literal('adjust'), body: actionBodies.adjust, ...request }),
  z.strictObject({
    verb: z.literal('cascade'),
    body: z.strictObject({ children: z.array(childRequest).min(1).max(100) }),
    ...request,
  }),
  z.strictObject({
    verb: z.literal('transfer'),
    body: actionBodies.transfer.omit({ heirs: true }),
    ...request,
  }),
  z.strictObject({ verb: z.literal('suspend'), body: actionBodies.suspend, ...request }),
  z.strictObject({ verb: z.literal('resume'), body: actionBodies.resume, ...request }),
  z.strictObject({ verb: z.literal('withdraw'), body: actionBodies.withdraw, ...request }),
  z.strictObject({ verb: z.literal('escalate'), body: actionBodies.escalate, ...request }),
  z.strictObject({ verb: z.literal('object'), body: actionBodies.object, ...request }),
])
export type ActRequest = z.infer<typeof actRequest>

const id = z.strictObject({ id: z.string() })
const actRefusals = [
  'commitment.unknown',
  'commitment.not-in-this-state',
  'commitment.not-your-side',
  'commitment.children-living',
  'commitment.own-report',
  'commitment.changed',
  'commitment.not-below',
  'commitment.unknown-evidence',
  'commitment.no-target',
  'commitment.same-owner',
  'commitment.twice',
  'theme.unknown',
  'request.reused',
  'access.denied',
]

export const commitmentRoutes = {
  list: route({
    method: 'GET',
    path: '/api/commitments',
    summary: 'Commitments the reader may see, filtered',
    authz: 'signed-in',
    params: nothing,
    query: commitmentQuery,
    body: nothing,
    reply: z.strictObject({
      total: z.int(),
      lights: z.strictObject({ green: z.int(), yellow: z.int(), red: z.int(), grey: z.int() }),
      commitments: z.array(commitmentRow),
    }),
    refusals: ['unit.unknown', 'theme.unknown'],
  }),
  get: route({
    method: 'GET',
    path: '/api/commitments/:id',
    summary: 'One commitment with its sentence, cascade and history',
    authz: 'signed-in',
    params: id,
    query: nothing,
    body: nothing,
    reply: commitmentDetail,
    refusals: ['commitment.unknown'],
  }),
  act: route({
    method: 'POST',
    path: '/api/commitments/:id/actions',
    summary: 'Take one action',
    authz: 'office',
    params: id,
    query: nothing,
    body: actRequest,
    reply: commitmentDetail,
    refusals: actRefusals,
  }),
  /** All or none: dispatches many in one pass. */
  dispatch: route({
    method: 'POST',
    path: '/api/commitments/dispatch',
    summary: 'Assign several commitments in one pass',
    authz: 'office',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      request: z.uuid(),
      assignments: z
        .array(z.strictObject({ commitment: z.string(), seen: z.int().min(1), body: actionBodies.assign }))
        .min(1)
        .max(200),
    }),
    reply: z.strictObject({ commitments: z.array(commitmentRow) }),
    refusals: actRefusals,
  }),
  /** A file that a report will name as evidence. */
  evidence: route({
    method: 'POST',
    path: '/api/evidence',
    summary: 'Keep one file of evidence; answers its hash',
    authz: 'office',
    params: nothing,
    query: nothing,
    body: nothing,
    multipart: true,
    reply: z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.int() }),
    refusals: ['evidence.empty', 'evidence.too-large'],
  }),
  evidenceFile: route({
    method: 'GET',
    path: '/api/commitments/:id/evidence/:sha256',
    summary: 'Download one file of evidence',
    authz: 'signed-in',
    params: z.strictObject({ id: z.string(), sha256: z.string().length(64) }),
    query: nothing,
    body: nothing,
    reply: z.any(),
    refusals: ['commitment.unknown', 'evidence.unknown'],
  }),
  themes: route({
    method: 'GET',
    path: '/api/themes',
    summary: 'The plan tree with counts of what the reader sees',
    authz: 'signed-in',
    params: nothing,
    query: z.strictObject({ unit: z.string().optional() }),
    body: nothing,
    reply: z.strictObject({
      themes: z.array(
        z.strictObject({
          id: z.string(),
          parent: z.string().nullable(),
          name: z.string(),
          total: z.int(),
          red: z.int(),
          yellow: z.int(),
        }),
      ),
      without: z.int(),
    }),
    refusals: ['unit.unknown'],
  }),
}
