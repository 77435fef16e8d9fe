import { z } from 'zod'
import type { Anchor } from './anchor.js'

/** 摘录: what a reading found. The JSON lines of `gangmu read --json` are these, flattened with `quote` and `span`. */
export const findingKinds = [
  'entity',
  'quantity',
  'milestone',
  'project',
  'agreement',
  'action',
  'relation',
] as const
export type FindingKind = (typeof findingKinds)[number]

export const comparators = ['=', '>', '>=', '<', '<=', '~'] as const
export const quantityRoles = ['target', 'fact', 'estimate'] as const
export const quantityForms = [
  'numeric',
  'directional',
  'rank',
  'rank-qualitative',
  'ordinal',
  'order-of-magnitude',
  'derived',
] as const

const period = z.object({ start: z.string().nullable(), end: z.string().nullable() })

export const entityBody = z.object({
  kind: z.literal('entity'),
  /** division, organization, zone, park, soe, enterprise, institute, university, carrier, project, programme, policy, mechanism, agreement, person … */
  type: z.string().min(1),
  name: z.string().min(1),
  aka: z.array(z.string()),
  canonical: z.string().nullable(),
  within: z.string().nullable(),
  /** Present where the name is known to the register. */
  unit: z.string().nullable(),
})

export const quantityBody = z.object({
  kind: z.literal('quantity'),
  role: z.enum(quantityRoles),
  actor: z.string(),
  indicator: z.string(),
  /** In the base unit (万 and 亿 multiplied out); null where the document gives no figure. */
  value: z.number().nullable(),
  raw: z.string().min(1),
  unit: z.string(),
  comparator: z.enum(comparators),
  period: period.nullable(),
  hedge: z.string().nullable(),
  form: z.enum(quantityForms),
  threshold: z
    .object({ value: z.number(), unit: z.string(), comparator: z.enum(comparators), raw: z.string() })
    .nullable(),
})

export const milestoneBody = z.object({
  kind: z.literal('milestone'),
  subject: z.string(),
  event: z.string().min(1),
  /** Loose date or ISO duration (`P12M`), null where none is stated. */
  due: z.string().nullable(),
  dueText: z.string().nullable(),
  status: z.enum(['planned', 'done']),
  actor: z.string(),
})

export const projectBody = z.object({
  kind: z.literal('project'),
  name: z.string().min(1),
  investmentCny: z.number().nullable(),
  location: z.string().nullable(),
  parties: z.array(z.string()),
})

export const agreementBody = z.object({
  kind: z.literal('agreement'),
  name: z.string().min(1),
  parties: z.array(z.string()),
})

export const actionBody = z.object({
  kind: z.literal('action'),
  actor: z.string(),
  theme: z.string(),
  text: z.string().min(1),
  modality: z.enum(['instruction', 'commitment']),
  /** False for political, positioning or purely rhetorical clauses. */
  operational: z.boolean(),
})

export const relationBody = z.object({
  kind: z.literal('relation'),
  type: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
})

export const findingBody = z.discriminatedUnion('kind', [
  entityBody,
  quantityBody,
  milestoneBody,
  projectBody,
  agreementBody,
  actionBody,
  relationBody,
])
export type FindingBody = z.infer<typeof findingBody>
export type BodyOf<K extends FindingKind> = Extract<FindingBody, { kind: K }>

export interface Finding {
  /** Ordinal within its reading, from 1, in order of the text. */
  readonly ordinal: number
  /** The file name of the rule that found it, or `model`. */
  readonly rule: string
  readonly anchor: Anchor
  readonly body: FindingBody
}

/** What the document says of itself; a null is what it does not say. */
export interface DocumentFacts {
  readonly title: string | null
  /** Loose date. */
  readonly date: string | null
  /** printed on the page, that of the event, or inferred from other words. */
  readonly dateBasis: 'printed' | 'event' | 'inferred' | null
  readonly publisher: string | null
  readonly region: string | null
}

/** 研读: what one version of the rules found in one restored text. */
export interface Reading {
  /** Version of the rule set, and of the lexicon it was given. */
  readonly rules: string
  readonly facts: DocumentFacts
  readonly findings: readonly Finding[]
}
