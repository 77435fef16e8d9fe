import { LONGEST_WORD, nodeBelow, wordTree } from './word-tree.js'

// The best segmentation of a text that grows and shrinks at its end: a search tries many endings of one beginning.

/** The text so far, a character a step, and at each place the words that began before it and may go on. */
export interface Lattice {
  readonly size: () => number
  /** By place: the likelihood of what stands before it, to the last bit that of `likelihood`. */
  readonly best: Float64Array
  readonly open: Int32Array
  /** By place and number of the open word: where it began, and its node so far. */
  readonly from: Int32Array
  readonly node: Int32Array
  readonly push: (code: number) => void
  /** Sets the end; what stands before it stays. */
  readonly cutAt: (size: number) => void
}

/** More than a run of the longest with its surroundings. */
const CAPACITY = 96

export function newLattice(): Lattice {
  const best = new Float64Array(CAPACITY + 1)
  const open = new Int32Array(CAPACITY + 1)
  const from = new Int32Array((CAPACITY + 1) * LONGEST_WORD)
  const node = new Int32Array((CAPACITY + 1) * LONGEST_WORD)
  let size = 0
  const push = (code: number): void => {
    const tree = wordTree()
    if (size >= CAPACITY) throw new Error('a text too long for the lattice')
    let score = (best[size] ?? 0) + (tree.lone[code] ?? 0)
    const here = size * LONGEST_WORD
    const next = here + LONGEST_WORD
    let count = 0
    for (let i = 0; i < (open[size] ?? 0); i++) {
      const below = nodeBelow(tree, node[here + i] ?? 0, code)
      if (below === 0) continue
      const start = from[here + i] ?? 0
      const word = (best[start] ?? 0) + (tree.weight[below] ?? NaN)
      if (word > score) score = word
      from[next + count] = start
      node[next + count] = below
      count++
    }
    const first = tree.first[code] ?? 0
    if (first !== 0) {
      from[next + count] = size
      node[next + count] = first
      count++
    }
    size++
    best[size] = score
    open[size] = count
  }
  const cutAt = (end: number): void => {
    size = end
  }
  return { size: () => size, best, open, from, node, push, cutAt }
}

export function pushAll(lattice: Lattice, codes: ArrayLike<number>, start = 0, end = codes.length): void {
  for (let i = start; i < end; i++) lattice.push(codes[i] ?? 0)
}

/** The likelihood of the text so far. */
export function scoreOf(lattice: Lattice): number {
  return lattice.best[lattice.size()] ?? 0
}

/** Makes `target` go on where `lattice` stood at a place. */
export function resume(target: Lattice, lattice: Lattice, at: number): void {
  const { best, open, from, node } = target
  for (let i = Math.max(0, at - LONGEST_WORD); i <= at; i++) best[i] = lattice.best[i] ?? 0
  const count = lattice.open[at] ?? 0
  for (let i = at * LONGEST_WORD; i < at * LONGEST_WORD + count; i++) {
    from[i] = lattice.from[i] ?? 0
    node[i] = lattice.node[i] ?? 0
  }
  open[at] = count
  target.cutAt(at)
}

/** What a text is worth from each of its characters on. */
export interface Ending {
  readonly codes: ArrayLike<number>
  readonly worth: Float64Array
}

export function endingOf(codes: ArrayLike<number>): Ending {
  return { codes, worth: worthOf(codes, new Float64Array(codes.length + 1), codes.length - 1) }
}

/** What `codes` are worth from each place on; behind the place `last` it is known. */
function worthOf(codes: ArrayLike<number>, known: Float64Array, last: number): Float64Array {
  const tree = wordTree()
  const worth = known
  const { length } = codes
  for (let start = last; start >= 0; start--) {
    const code = codes[start] ?? 0
    let score = (tree.lone[code] ?? 0) + (worth[start + 1] ?? 0)
    let node = tree.first[code] ?? 0
    for (let end = start + 2; node !== 0 && end <= length; end++) {
      node = nodeBelow(tree, node, codes[end - 1] ?? 0)
      const word = (tree.weight[node] ?? NaN) + (worth[end] ?? 0)
      if (word > score) score = word
    }
    worth[start] = score
  }
  return worth
}

/**
 * The likelihood of the text so far and an ending from its character `at` on. The sum is another than that of
 * `likelihood`, so its last bits differ: good to leave out what is far worse, not to choose by.
 */
export function withEnding(lattice: Lattice, ending: Ending, at = 0): number {
  const tree = wordTree()
  const { best, open, from, node } = lattice
  const { codes, worth } = ending
  const size = lattice.size()
  let score = (best[size] ?? 0) + (worth[at] ?? 0)
  const here = size * LONGEST_WORD
  for (let i = 0; i < (open[size] ?? 0); i++) {
    let below = node[here + i] ?? 0
    const before = best[from[here + i] ?? 0] ?? 0
    for (let k = at; k < codes.length; k++) {
      below = nodeBelow(tree, below, codes[k] ?? 0)
      if (below === 0) break
      const word = before + (tree.weight[below] ?? NaN) + (worth[k + 1] ?? 0)
      if (word > score) score = word
    }
  }
  return score
}

/** An ending from its character `at` on with others before it. */
export function extended(codes: readonly number[], ending: Ending, at: number): Ending {
  const rest = Array.from(ending.codes).slice(at)
  const all = [...codes, ...rest]
  const worth = new Float64Array(all.length + 1)
  worth.set(ending.worth.subarray(at), codes.length)
  return { codes: all, worth: worthOf(all, worth, codes.length - 1) }
}

/** What a character and an ending are worth together. */
export function worthBefore(code: number, { codes, worth }: Ending): number {
  const tree = wordTree()
  let score = (tree.lone[code] ?? 0) + (worth[0] ?? 0)
  let node = tree.first[code] ?? 0
  for (let i = 0; node !== 0 && i < codes.length; i++) {
    node = nodeBelow(tree, node, codes[i] ?? 0)
    const word = (tree.weight[node] ?? NaN) + (worth[i + 1] ?? 0)
    if (word > score) score = word
  }
  return score
}

/** What the words that are open make of a character and an ending together, but for dust. */
export function across(lattice: Lattice, code: number, { codes, worth }: Ending): number {
  const tree = wordTree()
  const { open, best, from, node } = lattice
  const size = lattice.size()
  let score = -Infinity
  const here = size * LONGEST_WORD
  for (let i = 0; i < (open[size] ?? 0); i++) {
    const before = best[from[here + i] ?? 0] ?? 0
    let below = nodeBelow(tree, node[here + i] ?? 0, code)
    for (let k = 0; below !== 0; k++) {
      const word = before + (tree.weight[below] ?? NaN) + (worth[k] ?? NaN)
      if (word > score) score = word
      if (k >= codes.length) break
      below = nodeBelow(tree, below, codes[k] ?? 0)
    }
  }
  return score
}

/** Whether a word that is open may go on with a character. */
export function mayGoOn({ size, open, node }: Lattice, code: number): boolean {
  const tree = wordTree()
  const at = size() * LONGEST_WORD
  for (let i = 0; i < (open[size()] ?? 0); i++)
    if (nodeBelow(tree, node[at + i] ?? 0, code) !== 0) return true
  return false
}
