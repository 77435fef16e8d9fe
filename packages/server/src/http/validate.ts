import { isStorable, type Refusal, refusal } from '@gangmu/core'
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

/**
 * Texts that no database keeps, with a NUL or half a character in them, wherever they stand in a part of a request:
 * refused here, before any schema or statement is given them.
 */
export function unstorable(part: Part, given: unknown): readonly Refusal[] {
  const found: Refusal[] = []
  const look = (value: unknown, steps: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      if (!isStorable(value))
        found.push(refusal('request.invalid', pointer(steps), { problem: 'unstorable-text' }))
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, it] of Object.entries(value)) {
        const path = [...steps, name]
        if (isStorable(name)) look(it, path)
        else found.push(refusal('request.invalid', pointer(steps), { problem: 'unstorable-text' }))
      }
    }
  }
  look(given, [part])
  return found
}

/** RFC 6901. */
function pointer(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
