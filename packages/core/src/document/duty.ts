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
  const speakerOf = speakers(able)
  // An action may echo a date that itself echoes a figure: all of them echo the figure.
  const lead = (it: Speaking): Speaking => {
    const next = speakerOf.get(it)
    return next === undefined ? it : lead(next)
  }
  const echoes = new Map<Speaking, string[]>()
  for (const it of able) if (!speakerOf.has(it)) echoes.set(it, [])
  for (const it of able) if (speakerOf.has(it)) echoes.get(lead(it))?.push(it.id)
  return [...echoes].map(([speaker, of]) => ({ speaker: speaker.id, echoes: of }))
}

/** For each that speaks not best in its clause the one that does. One sweep over the text: a document may hold many. */
function speakers(able: readonly Speaking[]): ReadonlyMap<Speaking, Speaking> {
  const best = new Map<Speaking, Speaking>()
  const hear = (it: Speaking, other: Speaking): void => {
    const before = best.get(it)
    if ((rank(other.body) ?? 0) < (rank(it.body) ?? 0) && (before === undefined || wins(other, before))) {
      best.set(it, other)
    }
  }
  let near: Speaking[] = []
  for (const it of able.toSorted((a, b) => a.anchor.start - b.anchor.start)) {
    near = near.filter((other) => other.anchor.end > it.anchor.start)
    for (const other of near) {
      if (!sameClause(it, other)) continue
      hear(it, other)
      hear(other, it)
    }
    near.push(it)
  }
  return best
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
