import type { Draft } from './rule.js'

/** A relation said between two offsets. */
export function relation(type: string, from: string, to: string, start: number, end: number): Draft {
  return { start, end, body: { kind: 'relation', type, from, to } }
}
