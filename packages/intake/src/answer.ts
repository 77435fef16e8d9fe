import type { Refusal, Result } from '@gangmu/core'

// What a worker says is built here, of core's types alone: to load core with its schemas and calendar would double the
// time a worker takes to start.

export function taken<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(code: string, path: string, facts: Refusal['facts']): Result<never> {
  return { ok: false, refusals: [{ code, path, facts }] }
}
