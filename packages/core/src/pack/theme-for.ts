import type { PackTheme } from './pack.js'

/**
 * The theme whose words fit `text` best, by id, or null where no word stands in it. A long word says more than a
 * short one; a theme below a fitting parent goes before the same words elsewhere; the earlier in the list wins ties.
 */
export function themeFor(themes: readonly PackTheme[], text: string): string | null {
  const own = new Map(themes.map((it) => [it.id, fit(it, text)]))
  let best: { readonly id: string; readonly score: number } | null = null
  for (const theme of themes) {
    const score = own.get(theme.id) ?? 0
    if (score === 0) continue
    const whole = score + (theme.parent === null ? 0 : (own.get(theme.parent) ?? 0) / 2)
    if (best === null || whole > best.score) best = { id: theme.id, score: whole }
  }
  return best?.id ?? null
}

/** Squared lengths of the words found; a word inside a longer one that was found does not count again. */
function fit(theme: PackTheme, text: string): number {
  const found = [...new Set(theme.words)].filter((it) => text.includes(it))
  return found
    .filter((it) => !found.some((other) => other !== it && other.includes(it)))
    .reduce((sum, it) => sum + it.length ** 2, 0)
}
