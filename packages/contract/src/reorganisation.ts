import { linkKinds, plainDate, roles, states, stepInput, unitKinds, writtenText } from '@gangmu/core'
import { z } from 'zod'
import { nothing, refusalReply, route } from './route.js'

export const reorganisationRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  reason: z.string(),
  /** The day it takes effect. */
  on: z.string(),
  state: z.enum(['draft', 'published', 'undone']),
  seq: z.int(),
  createdBy: z.string(),
  createdAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** When duties and posts of the units it ended went to their heirs. */
  effectedAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
})
export type ReorganisationRow = z.infer<typeof reorganisationRow>

/** An exact part of a whole. */
const share = z.strictObject({ part: z.int(), whole: z.int() })

const lineageRow = z.strictObject({
  from: z.string(),
  fromName: z.string(),
  to: z.string(),
  toName: z.string(),
  share,
})
export type LineageRow = z.infer<typeof lineageRow>

export const reorganisationDetail = z.strictObject({
  reorganisation: reorganisationRow,
  steps: z.array(stepInput),
  /** Of a published one. */
  lineage: z.array(lineageRow),
})
export type ReorganisationDetail = z.infer<typeof reorganisationDetail>

const unitLine = z.strictObject({ unit: z.string(), kind: z.enum(unitKinds), name: z.string() })
const linkLine = z.strictObject({
  kind: z.enum(linkKinds),
  from: z.string(),
  fromName: z.string(),
  to: z.string(),
  toName: z.string(),
  share,
})

export const consequences = z.strictObject({
  /** What the map becomes, in one word: a publication names the one it was shown. Null where nothing can be done. */
  digest: z.string().nullable(),
  /** Why it may not be published as it is. */
  refusals: refusalReply.shape.refusals,
  units: z.strictObject({ ends: z.array(unitLine), begins: z.array(unitLine) }),
  links: z.strictObject({ ends: z.array(linkLine), begins: z.array(linkLine) }),
  lineage: z.array(lineageRow),
  commitments: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      state: z.enum(states),
      owner: z.string(),
      ownerName: z.string(),
      newOwner: z.string(),
      newOwnerName: z.string(),
      issuer: z.string(),
      issuerName: z.string(),
      newIssuer: z.string(),
      newIssuerName: z.string(),
    }),
  ),
  posts: z.array(
    z.strictObject({
      person: z.string(),
      name: z.string(),
      role: z.enum(roles),
      unit: z.string(),
      unitName: z.string(),
      heir: z.string(),
      heirName: z.string(),
    }),
  ),
  documents: z.array(
    z.strictObject({
      unit: z.string(),
      unitName: z.string(),
      heir: z.string(),
      heirName: z.string(),
      count: z.int(),
    }),
  ),
})
export type Consequences = z.infer<typeof consequences>

const draft = {
  request: z.uuid(),
  title: writtenText(200).trim().min(1),
  reason: writtenText(2000).trim(),
  on: plainDate,
  steps: z.array(stepInput).max(200),
}
const id = z.strictObject({ id: z.string() })
/** `seen`: the `seq` the person saw. */
const aimed = { request: z.uuid(), seen: z.int().min(1) }
const always = ['access.denied', 'request.reused'] as const
/** Why steps cannot be done, or may not: the preview lists them, a publication is refused with them. */
const stepRefusals = [
  'reorganisation.no-steps',
  'reorganisation.unknown-unit',
  'reorganisation.unit-exists',
  'reorganisation.twice',
  'reorganisation.into-itself',
  'reorganisation.whose-part',
  'reorganisation.one-part',
  'reorganisation.weights',
  'reorganisation.not-below',
  'reorganisation.below-twice',
  'reorganisation.left-over',
  'reorganisation.no-change',
  'reorganisation.before-birth',
  'reorganisation.circle',
  'reorganisation.covered-twice',
  'reorganisation.changes-later',
  'reorganisation.own-city',
  'reorganisation.too-fine',
  'reorganisation.no-heir',
  'reorganisation.defect',
] as const

export const reorganisationRoutes = {
  list: route({
    method: 'GET',
    path: '/api/reorganisations',
    summary: 'Drafts of the map and what was published, newest first',
    authz: 'signed-in',
    params: nothing,
    query: nothing,
    body: nothing,
    reply: z.strictObject({ reorganisations: z.array(reorganisationRow) }),
    refusals: ['access.denied'],
  }),
  draft: route({
    method: 'POST',
    path: '/api/reorganisations',
    summary: 'Begin a draft',
    authz: 'office',
    params: nothing,
    query: nothing,
    body: z.strictObject(draft),
    reply: reorganisationDetail,
    refusals: [...always],
  }),
  get: route({
    method: 'GET',
    path: '/api/reorganisations/:id',
    summary: 'One draft or publication with its steps',
    authz: 'signed-in',
    params: id,
    query: nothing,
    body: nothing,
    reply: reorganisationDetail,
    refusals: ['access.denied', 'reorganisation.unknown'],
  }),
  change: route({
    method: 'POST',
    path: '/api/reorganisations/:id',
    summary: 'Change a draft',
    authz: 'office',
    params: id,
    query: nothing,
    body: z.strictObject({ ...draft, ...aimed }),
    reply: reorganisationDetail,
    refusals: [...always, 'reorganisation.unknown', 'reorganisation.not-draft', 'reorganisation.changed'],
  }),
  preview: route({
    method: 'GET',
    path: '/api/reorganisations/:id/preview',
    summary: 'What would move if a draft were published now, and why it may not be',
    authz: 'signed-in',
    params: id,
    query: nothing,
    body: nothing,
    reply: consequences,
    refusals: ['access.denied', 'reorganisation.unknown', 'reorganisation.not-draft'],
  }),
  publish: route({
    method: 'POST',
    path: '/api/reorganisations/:id/publication',
    summary: 'Publish a draft with the consequences that were shown',
    authz: 'office',
    params: id,
    query: nothing,
    /** `digest`: of the preview. */
    body: z.strictObject({ ...aimed, digest: z.string().min(1).max(100) }),
    reply: reorganisationDetail,
    refusals: [
      ...always,
      'reorganisation.unknown',
      'reorganisation.not-draft',
      'reorganisation.changed',
      'reorganisation.map-changed',
      ...stepRefusals,
    ],
  }),
  undo: route({
    method: 'POST',
    path: '/api/reorganisations/:id/undoing',
    summary: 'Take a publication back before its day',
    authz: 'office',
    params: id,
    query: nothing,
    body: z.strictObject(aimed),
    reply: reorganisationDetail,
    refusals: [
      ...always,
      'reorganisation.unknown',
      'reorganisation.not-published',
      'reorganisation.changed',
      'reorganisation.in-effect',
      'reorganisation.built-upon',
    ],
  }),
}
