import type { LinkKind } from './unit.js'

interface Edge {
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
}

/**
 * The units a unit answers for, itself included: what is part of it, what it covers, and the members it leads.
 * `links` are those that hold on one date. Cycles are walked once.
 */
export function reach(links: readonly Edge[], unit: string): ReadonlySet<string> {
  const below = new Map<string, string[]>()
  for (const link of links) {
    const [upper, lower] = orientation(link)
    if (upper !== null && lower !== null) {
      const list = below.get(upper)
      if (list) list.push(lower)
      else below.set(upper, [lower])
    }
  }
  const reached = new Set([unit])
  const queue = [unit]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const lower of below.get(next) ?? []) {
      if (!reached.has(lower)) {
        reached.add(lower)
        queue.push(lower)
      }
    }
  }
  return reached
}

/** `[upper, lower]` of a link that carries duty downwards, `[null, null]` of one that does not. */
function orientation(link: Edge): readonly [string | null, string | null] {
  switch (link.kind) {
    case 'part-of':
    case 'member':
      return [link.to, link.from]
    case 'covers':
      return [link.from, link.to]
    case 'located-in':
    case 'leads':
    case 'funds':
    case 'develops':
    case 'operates':
    case 'party-to':
      return [null, null]
  }
}
