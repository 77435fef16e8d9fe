/** The sentence of a text in which words stand, blanks not counted; null where they stand nowhere. */
export function sentenceWith(text: string, words: string): { quote: string; start: number } | null {
  const places: number[] = []
  let bare = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (/\s/.test(unit)) continue
    places.push(at)
    bare += unit
  }
  const found = bare.indexOf(words)
  const first = places[found]
  const last = places[found + words.length - 1]
  if (found === -1 || first === undefined || last === undefined) return null
  const before = text.slice(0, first)
  const start = Math.max(...['。', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark))) + 1
  const rest = /[。！？\n]/.exec(text.slice(last))
  const end = rest === null ? text.length : last + rest.index + (rest[0] === '\n' ? 0 : 1)
  const blanks = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0
  return { quote: text.slice(start + blanks, end).trimEnd(), start: start + blanks }
}
