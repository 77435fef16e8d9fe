import type { DriftFact } from '@gangmu/core'
import type { Pledge } from '../pledge.js'

/** What one rule sees change between two statements of a pledge; null where it has nothing to say. */
export type Rule = (older: Pledge, newer: Pledge) => DriftFact | null

export function effectOf(by: number): 'weaker' | 'stronger' | 'same' {
  return by < 0 ? 'weaker' : by > 0 ? 'stronger' : 'same'
}
