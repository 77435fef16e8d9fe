import { z } from 'zod'
import { writtenText } from '../text.js'
import { plainDate } from '../time/plain-date.js'

/** 目: what a unit owes by a date. Its state is a fold over these actions; each is also a line of the ledger. */
export const commitmentKinds = ['target', 'milestone', 'action'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const target = z.strictObject({
  indicator: writtenText(500).min(1),
  value: z.number(),
  unit: writtenText(50),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '~']),
})
export type Target = z.infer<typeof target>

const reason = writtenText(2000).trim().min(1)
const note = writtenText(4000).trim()
const title = writtenText(500).trim().min(1)
const charge = writtenText(100).trim()

/** What each verb carries. `create` is written when a finding is confirmed or a child is cascaded. */
export const actionBodies = {
  create: z.strictObject({
    kind: z.enum(commitmentKinds),
    title,
    theme: z.string().nullable(),
    /** The unit that holds it until it is assigned, and that dispatches, checks and closes it. */
    issuer: z.string().min(1),
    due: plainDate.nullable(),
    target: target.nullable(),
    finding: z.string().nullable(),
    parent: z.string().nullable(),
    /** True where a demo load confirmed it instead of a person. */
    acceptedByLoad: z.boolean(),
  }),
  assign: z.strictObject({
    owner: z.string().min(1),
    due: plainDate.nullable(),
    note,
    /** The person in charge, by name. */
    charge: charge.nullable(),
  }),
  accept: z.strictObject({ note, charge: charge.nullable() }),
  return: z.strictObject({ reason }),
  report: z.strictObject({
    text: writtenText(4000).trim().min(1),
    value: z.number().nullable(),
    /** The owner says it is done and asks for the check. */
    done: z.boolean(),
    evidence: z
      .array(z.strictObject({ name: writtenText(255).min(1), sha256: z.string().length(64) }))
      .max(20),
  }),
  check: z.strictObject({ pass: z.boolean(), note }),
  close: z.strictObject({ note }),
  adjust: z.strictObject({
    reason,
    title: title.optional(),
    theme: z.string().nullable().optional(),
    due: plainDate.nullable().optional(),
    target: target.nullable().optional(),
  }),
  /** Written on the parent; the children are created in the same transaction. */
  cascade: z.strictObject({
    children: z
      .array(
        z.strictObject({
          commitment: z.string().min(1),
          owner: z.string().min(1),
          title,
          due: plainDate.nullable(),
          value: z.number().nullable(),
        }),
      )
      .min(1)
      .max(100),
  }),
  transfer: z.strictObject({
    owner: z.string().min(1),
    reason,
    /** Where a reorganisation ended one of the two sides: the duty goes on as it stands, at the heirs. */
    heirs: z.strictObject({ reorganisation: z.uuid(), issuer: z.string().min(1) }).optional(),
  }),
  suspend: z.strictObject({ reason }),
  resume: z.strictObject({ note }),
  withdraw: z.strictObject({ reason }),
  escalate: z.strictObject({ note }),
  object: z.strictObject({ reason }),
} as const
export type Verb = keyof typeof actionBodies
export const verbs = Object.keys(actionBodies) as readonly Verb[]
export type ActionBody<V extends Verb> = z.infer<(typeof actionBodies)[V]>

interface Common {
  /** 1 for `create`, then without gaps. */
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  /** The day in the region's time zone. */
  readonly on: string
  readonly by: string
  readonly byName: string
  /** The unit on whose behalf it was done. */
  readonly behalf: string
}
export type Action = { [V in Verb]: Common & { readonly verb: V; readonly body: ActionBody<V> } }[Verb]
export type ActionOf<V extends Verb> = Extract<Action, { verb: V }>
