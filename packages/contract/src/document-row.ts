import { z } from 'zod'

export const documentStates = ['received', 'reading', 'read', 'refused'] as const

export const documentRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  /** Loose date the document gives itself. */
  date: z.string().nullable(),
  publisher: z.string().nullable(),
  state: z.enum(documentStates),
  receivedBy: z.string(),
  receivedByName: z.string(),
  receivedAt: z.string(),
  receivedByPerson: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  findings: z.int(),
  /** Duties that still wait for a decision; names, facts and relations need none. */
  open: z.int(),
  commitments: z.int(),
  /** Why it could not be read, where it could not. */
  refusal: z
    .strictObject({
      code: z.string(),
      path: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
})
export type DocumentRow = z.infer<typeof documentRow>
