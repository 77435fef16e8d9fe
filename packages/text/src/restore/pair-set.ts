/** Pairs of characters that stand side by side in a text, each as both its units; 0 where a place is free. */
export interface PairSet {
  /** As many places as a power of two. */
  readonly places: Int32Array
}

/** The pairs of a text of which both characters are wanted. */
export function pairSetOf(text: string, isWanted: (code: number) => boolean): PairSet {
  let size = 16
  while (size < text.length * 2) size *= 2
  const places = new Int32Array(size)
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const wanted = isWanted(code) ? code : 0
    if (before !== 0 && wanted !== 0) {
      const pair = (before << 16) | wanted
      let at = placeOf(pair, size)
      while (places[at] !== 0 && places[at] !== pair) at = (at + 1) & (size - 1)
      places[at] = pair
    }
    before = wanted
  }
  return { places }
}

export function hasPair({ places }: PairSet, one: number, two: number): boolean {
  const size = places.length
  const pair = (one << 16) | two
  let at = placeOf(pair, size)
  while (places[at] !== 0) {
    if (places[at] === pair) return true
    at = (at + 1) & (size - 1)
  }
  return false
}

function placeOf(pair: number, size: number): number {
  return ((Math.imul(pair, 0x9e3779b1) >>> 8) ^ pair) & (size - 1)
}
