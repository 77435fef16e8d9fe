import { nodeBelow, wordTree } from './word-tree.js'

// How likely a stretch of simplified Chinese is: the best segmentation into words by frequency. Used only to choose
// between readings that the bytes allow.

let best = new Float64Array(64)

/** Natural logarithm of the likelihood of the best segmentation of a short text. */
export function likelihood(text: string): number {
  const tree = wordTree()
  const { first, lone, weight } = tree
  const { length } = text
  if (best.length <= length) best = new Float64Array(length * 2)
  best.fill(-Infinity, 0, length + 1)
  best[0] = 0
  for (let start = 0; start < length; start++) {
    const here = best[start] ?? 0
    const code = text.charCodeAt(start)
    const alone = here + (lone[code] ?? 0)
    if (alone > (best[start + 1] ?? 0)) best[start + 1] = alone
    let node = first[code] ?? 0
    for (let end = start + 2; node !== 0 && end <= length; end++) {
      node = nodeBelow(tree, node, text.charCodeAt(end - 1))
      const word = here + (weight[node] ?? NaN)
      if (word > (best[end] ?? 0)) best[end] = word
    }
  }
  return best[length] ?? 0
}

export function isCommon(char: string): boolean {
  const { first, weight } = wordTree()
  return !Number.isNaN(weight[first[char.charCodeAt(0)] ?? 0] ?? NaN)
}
