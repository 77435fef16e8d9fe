const BODY = 200_000

/** Neighbouring characters of a text. */
export function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  const bare = text.slice(0, BODY).replace(/[^\u4e00-\u9fff\w]/g, '')
  for (let i = 0; i + 1 < bare.length; i++) pairs.add(bare.slice(i, i + 2))
  return pairs
}

/** Share of the pairs of neighbouring characters of `line` that stand in a body. */
export function overlap(line: string, body: ReadonlySet<string>): number {
  const bare = line.slice(0, 200).replace(/[^\u4e00-\u9fff\w]/g, '')
  if (bare.length < 4) return 0
  let hit = 0
  for (let i = 0; i + 1 < bare.length; i++) if (body.has(bare.slice(i, i + 2))) hit++
  return hit / (bare.length - 1)
}
