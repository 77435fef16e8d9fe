import { z } from 'zod'
import { writtenText } from '../text.js'
import type { Anchor } from './anchor.js'
import type { ModelNote, Proposal } from './model-note.js'

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

/** Longer than any clause; a person may edit a finding. */
const text = writtenText(4000)

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

const period = z.strictObject({ start: text.nullable(), end: text.nullable() })

export const entityBody = z.strictObject({
  kind: z.literal('entity'),
  /** division, organization, zone, park, soe, enterprise, institute, university, carrier, project, programme, policy, mechanism, agreement, person … */
  type: text.min(1),
  name: text.min(1),
  aka: z.array(text),
  canonical: text.nullable(),
  within: text.nullable(),
  /** Present where the name is known to the register. */
  unit: text.nullable(),
})

export const quantityBody = z.strictObject({
  kind: z.literal('quantity'),
  role: z.enum(quantityRoles),
  actor: text,
  indicator: text,
  /** In the base unit (万 and 亿 multiplied out); null where the document gives no figure. */
  value: z.number().nullable(),
  raw: text.min(1),
  unit: text,
  comparator: z.enum(comparators),
  period: period.nullable(),
  hedge: text.nullable(),
  form: z.enum(quantityForms),
  threshold: z
    .strictObject({ value: z.number(), unit: text, comparator: z.enum(comparators), raw: text })
    .nullable(),
})

export const milestoneBody = z.strictObject({
  kind: z.literal('milestone'),
  subject: text,
  event: text.min(1),
  /** Loose date or ISO duration (`P12M`), null where none is stated. */
  due: text.nullable(),
  dueText: text.nullable(),
  status: z.enum(['planned', 'done']),
  actor: text,
})

export const projectBody = z.strictObject({
  kind: z.literal('project'),
  name: text.min(1),
  investmentCny: z.number().nullable(),
  location: text.nullable(),
  parties: z.array(text),
})

export const agreementBody = z.strictObject({
  kind: z.literal('agreement'),
  name: text.min(1),
  parties: z.array(text),
})

export const actionBody = z.strictObject({
  kind: z.literal('action'),
  actor: text,
  theme: text,
  text: text.min(1),
  modality: z.enum(['instruction', 'commitment']),
  /** False for political, positioning or purely rhetorical clauses. */
  operational: z.boolean(),
})

export const relationBody = z.strictObject({
  kind: z.literal('relation'),
  type: text.min(1),
  from: text.min(1),
  to: text.min(1),
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
  /** Ordinal within its reading, from 1, in order of the text; what only a model proposes comes after the rules'. */
  readonly ordinal: number
  /** The file name of the rule that found it, or `model`. */
  readonly rule: string
  readonly anchor: Anchor
  readonly body: FindingBody
  /** What a model said of the same words; absent where none did. The finding itself stays as the rules have it. */
  readonly proposal?: Proposal
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
  /** Version of the rule set, of the lexicon it was given, and of the model that took part. */
  readonly rules: string
  readonly facts: DocumentFacts
  readonly findings: readonly Finding[]
  /** Present where a model was asked, whatever came of it. */
  readonly model?: ModelNote
}
