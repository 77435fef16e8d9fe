import type { Anchor } from './anchor.js'
import type { FindingBody } from './finding.js'

/**
 * One clause may be found as a figure, as a date and as an action. It is one duty: the figure says it best, then the
 * date, then the action. The others speak for the same duty and are settled with it.
 */
export interface Speaking {
  readonly id: string
  readonly anchor: Pick<Anchor, 'start' | 'end'>
  readonly body: FindingBody
}

/** A finding that may become a commitment, and those that say the same. */
export interface Duty {
  readonly speaker: string
  /** In order of the text; never the speaker. */
  readonly echoes: readonly string[]
}

/** How much of the shorter quote two findings must share to say the same. */
const SHARED = 0.8

/** The duties of a reading, in order of their speakers. Figures of one clause are duties each of their own. */
export function duties(findings: readonly Speaking[]): readonly Duty[] {
  const able = findings.filter((it) => rank(it.body) !== null)
  const speakerOf = new Map<string, string>()
  for (const it of able) {
    const better = able.filter(
      (other) => (rank(other.body) ?? 0) < (rank(it.body) ?? 0) && sameClause(it, other),
    )
    const best = better.reduce<Speaking | null>(
      (so, other) => (so === null || wins(other, so) ? other : so),
      null,
    )
    if (best !== null) speakerOf.set(it.id, best.id)
  }
  // An action may echo a date that itself echoes a figure: all of them echo the figure.
  const lead = (id: string): string => {
    const next = speakerOf.get(id)
    return next === undefined ? id : lead(next)
  }
  return able
    .filter((it) => !speakerOf.has(it.id))
    .map((it) => ({
      speaker: it.id,
      echoes: able.filter((other) => other.id !== it.id && lead(other.id) === it.id).map((other) => other.id),
    }))
}

/** 0 speaks best; null: no duty. */
function rank(body: FindingBody): number | null {
  switch (body.kind) {
    case 'quantity':
      return body.role === 'target' ? 0 : null
    case 'milestone':
      return body.status === 'planned' ? 1 : null
    case 'action':
      return body.operational ? 2 : null
    case 'entity':
    case 'project':
    case 'agreement':
    case 'relation':
      return null
  }
}

function wins(a: Speaking, b: Speaking): boolean {
  const by = (rank(a.body) ?? 0) - (rank(b.body) ?? 0)
  return by < 0 || (by === 0 && a.anchor.start < b.anchor.start)
}

function sameClause(a: Speaking, b: Speaking): boolean {
  const shared = Math.min(a.anchor.end, b.anchor.end) - Math.max(a.anchor.start, b.anchor.start)
  const shorter = Math.min(a.anchor.end - a.anchor.start, b.anchor.end - b.anchor.start)
  return shared >= SHARED * shorter
}
