/** A statistical unit and the zones that count it; its amount in minor units. */
export interface Counted {
  readonly id: string
  readonly amount: bigint
  readonly zones: readonly string[]
}

/** What zones sum to, what they come to when each unit counts once, and between whom the difference lies. */
export interface CountedOnce {
  readonly summed: { readonly amount: bigint; readonly units: number }
  readonly once: { readonly amount: bigint; readonly units: number }
  /** One line for each set of zones that count the same units, by size of what is counted too often. */
  readonly gap: readonly Overlap[]
}

export interface Overlap {
  readonly zones: readonly string[]
  readonly ids: readonly string[]
  /** Counted once. */
  readonly amount: bigint
  /** What the zones' sum has of it too much. */
  readonly excess: bigint
  /** How many times too often units are counted. */
  readonly extra: number
}

/** 剔重: totals over zones that overlap. A unit that no zone counts is in neither total. */
export function countedOnce(units: readonly Counted[]): CountedOnce {
  const sets = new Map<string, { zones: readonly string[]; counted: Counted[] }>()
  for (const it of units) {
    const zones = [...new Set(it.zones)].toSorted()
    if (zones.length === 0) continue
    const key = JSON.stringify(zones)
    const set = sets.get(key) ?? { zones, counted: [] }
    set.counted.push(it)
    sets.set(key, set)
  }
  const all = [...sets.values()].map(({ zones, counted }) => {
    const amount = counted.reduce((sum, it) => sum + it.amount, 0n)
    const more = zones.length - 1
    return {
      zones,
      ids: counted.map((it) => it.id),
      amount,
      excess: amount * BigInt(more),
      extra: counted.length * more,
    }
  })
  const amount = all.reduce((sum, it) => sum + it.amount, 0n)
  const number = all.reduce((sum, it) => sum + it.ids.length, 0)
  return {
    summed: {
      amount: amount + all.reduce((sum, it) => sum + it.excess, 0n),
      units: number + all.reduce((sum, it) => sum + it.extra, 0),
    },
    once: { amount, units: number },
    gap: all.filter((it) => it.zones.length > 1).toSorted((a, b) => bySize(a.excess, b.excess)),
  }
}

const bySize = (a: bigint, b: bigint): number => (a < b ? 1 : a > b ? -1 : 0)
