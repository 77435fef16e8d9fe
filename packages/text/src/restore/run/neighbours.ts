/** Pairs of Chinese characters that stand side by side in a text. */
export interface Neighbours {
  /** Both units of a pair; 0 where a place is free. As many places as a power of two. */
  readonly pairs: Int32Array
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

export function neighboursIn(text: string): Neighbours {
  let size = 16
  while (size < text.length * 2) size *= 2
  const pairs = new Int32Array(size)
  for (let i = 0; i + 1 < text.length; i++) {
    const [one, two] = [text.charCodeAt(i), text.charCodeAt(i + 1)]
    if (!isHan(one) || !isHan(two)) continue
    const pair = (one << 16) | two
    let at = slotOf(pair, size)
    while (pairs[at] !== 0 && pairs[at] !== pair) at = (at + 1) & (size - 1)
    pairs[at] = pair
  }
  return { pairs }
}

export function standTogether({ pairs }: Neighbours, one: number, two: number): boolean {
  const size = pairs.length
  const pair = (one << 16) | two
  let at = slotOf(pair, size)
  while (pairs[at] !== 0) {
    if (pairs[at] === pair) return true
    at = (at + 1) & (size - 1)
  }
  return false
}

function slotOf(pair: number, size: number): number {
  return ((Math.imul(pair, 0x9e3779b1) >>> 8) ^ pair) & (size - 1)
}
