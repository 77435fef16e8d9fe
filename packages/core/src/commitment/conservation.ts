import type { Target } from './action.js'

/** What of a parent's target its living children carry. The rest stays with the parent's owner. */
export interface Allocation {
  readonly target: number
  readonly allocated: number
  /** Positive: not yet handed down. Negative: handed down more than owed. */
  readonly unallocated: number
  readonly unit: string
}

/** Null where the parent has no figure or nothing was handed down. Sums in thousandths, so that 0.1 + 0.2 is 0.3. */
export function allocation(
  parent: Target | null,
  children: readonly { readonly value: number | null }[],
): Allocation | null {
  if (parent === null || children.length === 0) return null
  const allocated = children.reduce((sum, it) => sum + thousandths(it.value ?? 0), 0)
  return {
    target: parent.value,
    allocated: allocated / 1000,
    unallocated: (thousandths(parent.value) - allocated) / 1000,
    unit: parent.unit,
  }
}

function thousandths(value: number): number {
  return Math.round(value * 1000)
}
