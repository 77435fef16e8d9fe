import { type Refusal, refusal } from '@gangmu/core'
import type { z } from 'zod'

/** What of a request a schema is about, and what its path is called in a refusal. */
export type Part = 'params' | 'query' | 'body'

/** Every issue as `request.invalid`, its path a JSON pointer below the part of the request: `/body/body/owner`. */
export function invalid(part: Part, error: z.ZodError): readonly Refusal[] {
  return error.issues.flatMap((issue) => {
    const path = pointer([part, ...issue.path])
    if (issue.code !== 'unrecognized_keys') {
      return [refusal('request.invalid', path, { problem: issue.code, message: issue.message })]
    }
    return issue.keys.map((key) =>
      refusal('request.invalid', pointer([part, ...issue.path, key]), {
        problem: 'unknown-field',
        field: key,
      }),
    )
  })
}

/** RFC 6901. */
function pointer(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
