import type { DocumentDetail } from '@gangmu/contract'

type Edits = DocumentDetail['edits']
export type Side = 'received' | 'restored'

/** Where an offset of one text stands in the other; inside a repair, where the repair begins. */
export function offsetIn(edits: Edits, from: Side, offset: number): number {
  const to: Side = from === 'received' ? 'restored' : 'received'
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.[from][0] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const edit = edits[low - 1]
  if (edit === undefined) return offset
  return offset < edit[from][1] ? edit[to][0] : edit[to][1] + offset - edit[from][1]
}
