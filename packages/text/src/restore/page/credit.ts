// Who wrote and photographed, where it stands in a paragraph of the article: before its first word (…讯（记者 …）)
// and behind its last full stop. The date of an agency's dateline stays: the text is dated by it.

const people =
  '(?:[^（）()。！？]{0,12}(?:记者|通讯员|实习生|摄影|摄影报道)|(?:文|图|文图|图文|图/文|文/图|摄)[:：/／ ])'
const opening = new RegExp(
  `^(?:本报|本台|本网|本刊|本端|本社)?(?:综合)?(?:讯|消息)\\s?[（(]${people}[^（）()。！？]{1,40}[）)]\\s?`,
)
const closing = new RegExp(`(?<=[。！？”])\\s?[（(]${people}[^（）()。！？]{1,40}[）)]$`)

/** Half-open ranges of the credits within a line. */
export function creditsOf(line: string): readonly (readonly [start: number, end: number])[] {
  const head = opening.exec(line)?.[0].length ?? 0
  // What closes a line is short: the rest of a long one is not looked through.
  const from = Math.max(0, line.length - 64)
  const tail = closing.exec(line.slice(from))
  return [
    ...(head > 0 && head < line.length ? [[0, head] as const] : []),
    ...(tail !== null && from + tail.index >= head ? [[from + tail.index, line.length] as const] : []),
  ]
}
