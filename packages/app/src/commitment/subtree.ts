interface Node {
  readonly id: string
  readonly parent: string | null
}

/** A theme and all below it; empty where there is no such theme. */
export function subtree(themes: readonly Node[], id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = themes.some((it) => it.id === id) ? [id] : []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    for (const it of themes) if (it.parent === next) waiting.push(it.id)
  }
  return found
}
