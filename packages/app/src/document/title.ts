/** Characters of a text that may stand for its title. */
const longest = 40

/** What a document without a title is called: its first words up to a stop; null where it has none. */
export function titleFrom(text: string): string | null {
  const line = text.split('\n').find((it) => /[\p{L}\p{N}]/u.test(it)) ?? ''
  const words = (/^[^。！？；]*/u.exec(line.trim())?.[0] ?? '').trim()
  if (words === '') return null
  const letters = [...words]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : words
}
