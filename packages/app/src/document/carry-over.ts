import type { Finding } from '@gangmu/core'
import type { FindingWithDecision } from '@gangmu/store'
import { isConfirmed, standingDuties } from './duties.js'

export interface Carried {
  /** For each new finding the origin of the old one it continues, or null. */
  readonly origins: readonly (string | null)[]
  /** Confirmed findings that stand nowhere in the new reading, unless another speaks for their duty. */
  readonly lost: readonly FindingWithDecision[]
}

/** The same sentence found by the same rule is the same finding; of several, in the order of the text. */
export function carryOver(before: readonly FindingWithDecision[], after: readonly Finding[]): Carried {
  const waiting = new Map<string, FindingWithDecision[]>()
  for (const it of before) {
    const same = waiting.get(nameOf(it))
    if (same) same.push(it)
    else waiting.set(nameOf(it), [it])
  }
  const origins = after.map((it) => waiting.get(nameOf(it))?.shift()?.origin ?? null)
  const echoes = new Set(standingDuties(before).flatMap((it) => it.echoes.map((echo) => echo.id)))
  const lost = [...waiting.values()].flat().filter((it) => isConfirmed(it) && !echoes.has(it.id))
  return { origins, lost }
}

function nameOf(it: Pick<Finding, 'rule' | 'anchor' | 'body'>): string {
  return JSON.stringify([it.body.kind, it.rule, it.anchor.quote])
}
