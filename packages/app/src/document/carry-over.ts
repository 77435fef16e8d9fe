import type { Finding } from '@gangmu/core'
import type { FindingWithDecision } from '@gangmu/store'
import { isConfirmed, standingDuties } from './duties.js'

export interface Carried {
  /** For each new finding the origin of the old one it continues, or null. */
  readonly origins: readonly (string | null)[]
  /** Decided findings of the last reading that stand nowhere in the new one, unless another speaks for their duty. */
  readonly lost: readonly FindingWithDecision[]
}

/**
 * The same sentence found by the same rule is the same finding; of several, in the order of the text. `before` holds
 * the findings of all readings, newest reading first: what a reading in between did not find is not forgotten.
 */
export function carryOver(
  before: readonly FindingWithDecision[],
  last: string,
  after: readonly Finding[],
): Carried {
  const waiting = new Map<string, FindingWithDecision[]>()
  for (const it of before) {
    const same = waiting.get(nameOf(it))
    if (same) same.push(it)
    else waiting.set(nameOf(it), [it])
  }
  const origins = after.map((it) => waiting.get(nameOf(it))?.shift()?.origin ?? null)
  const stood = before.filter((it) => it.reading === last)
  const echoes = new Set(standingDuties(stood).flatMap((it) => it.echoes.map((echo) => echo.id)))
  const lost = [...waiting.values()]
    .flat()
    .filter((it) => it.reading === last && isDecided(it) && !(isConfirmed(it) && echoes.has(it.id)))
  return { origins, lost }
}

/** Confirmed, edited or rejected, and not reopened since. */
function isDecided({ decision }: FindingWithDecision): boolean {
  return decision !== null && decision.decision !== 'reopen'
}

function nameOf(it: Pick<Finding, 'rule' | 'anchor' | 'body'>): string {
  return JSON.stringify([it.body.kind, it.rule, it.anchor.quote])
}
