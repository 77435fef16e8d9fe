import type { Refusal } from './refusal.js'

/** What a rule answers: the value, or every reason why not (never an empty list). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export function accepted<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused(...refusals: readonly Refusal[]): Result<never> {
  return { ok: false, refusals }
}
