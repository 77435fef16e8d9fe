/** Numbers in [0, 1) that follow from the seed alone: the mulberry32 generator, put into the public domain by its author. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A new order of the same things. */
export function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((it) => ({ it, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ it }) => it)
}
