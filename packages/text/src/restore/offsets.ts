import type { Edit, Restoration } from '@gangmu/core'

type Span = readonly [start: number, end: number]

const byReceived = new WeakMap<readonly Edit[], readonly Edit[]>()

/** The stretch of the received text that `[start, end)` of the restored text came from. */
export function toReceived(restoration: Restoration, start: number, end: number): Span {
  return mapped(restoration.edits, 'restored', 'received', start, end)
}

/** Where `[start, end)` of the received text stands in the restored text; empty where it was removed. */
export function toRestored(restoration: Restoration, start: number, end: number): Span {
  let sorted = byReceived.get(restoration.edits)
  if (!sorted) {
    sorted = [...restoration.edits].sort(
      (a, b) => a.received[0] - b.received[0] || a.received[1] - b.received[1],
    )
    byReceived.set(restoration.edits, sorted)
  }
  return mapped(sorted, 'received', 'restored', start, end)
}

type Side = 'received' | 'restored'

function mapped(edits: readonly Edit[], from: Side, to: Side, start: number, end: number): Span {
  const first = mapOffset(edits, from, to, start, 'start')
  const second = end <= start ? first : mapOffset(edits, from, to, end, 'end')
  return [first, Math.max(first, second)]
}

/**
 * An offset maps by its distance from the last edit before it. Inside an edit of equal lengths it maps unit for
 * unit, inside any other it snaps outwards to the edit's border.
 */
function mapOffset(edits: readonly Edit[], from: Side, to: Side, at: number, edge: 'start' | 'end'): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [start, end] = edits[middle]?.[from] ?? [0, 0]
    // An end offset belongs to the edit it closes; a start offset to what begins there.
    if (edge === 'start' ? start <= at : start < at || (start === at && end === at && false)) low = middle + 1
    else high = middle
  }
  const edit = edits[low - 1]
  if (!edit) return at
  const [start, end] = edit[from]
  const [other, otherEnd] = edit[to]
  if (edge === 'start' ? at >= end : at > end) return otherEnd + (at - end)
  if (end - start === otherEnd - other) return other + (at - start)
  return edge === 'start' ? other : otherEnd
}
