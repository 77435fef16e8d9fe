/** Columns a text takes on a terminal: a Chinese character or full-width sign takes two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : 1
  return width
}

// Quotation marks, dashes and the ellipsis are narrow on most terminals.
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u

function isWide(character: string): boolean {
  return wide.test(character)
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** The text, or its beginning and an ellipsis that together take at most `width` columns. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let taken = 0
  for (const character of text) {
    taken += isWide(character) ? 2 : 1
    if (taken > width - 1) break
    kept += character
  }
  return `${kept}…`
}
