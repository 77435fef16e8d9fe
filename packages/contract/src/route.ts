import { z } from 'zod'

/** Who may call a route at all; what they then see or may do is decided row by row in `core/access`. */
export type Authz = 'anyone' | 'signed-in' | 'office' | 'entries' | 'administrator'

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST'
  /** With `:name` for what `params` holds. */
  readonly path: string
  readonly summary: string
  readonly authz: Authz
  readonly params: P
  readonly query: Q
  /** `multipart` routes carry one file in the field `file`; their body schema describes the other fields. */
  readonly body: B
  readonly multipart?: boolean
  /** Answers with a stream of server-sent events; `reply` is one of them. */
  readonly events?: boolean
  readonly reply: R
  /** Refusals it may answer with, besides those every route has. */
  readonly refusals: readonly string[]
}

export const nothing = z.strictObject({})
export type Nothing = z.infer<typeof nothing>

/** What every refusal looks like on the wire. */
export const refusalReply = z.strictObject({
  refusals: z.array(
    z.strictObject({
      code: z.string(),
      path: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
})
export type RefusalReply = z.infer<typeof refusalReply>

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  it: Route<P, Q, B, R>,
): Route<P, Q, B, R> {
  return it
}
