/** A span of text that carries a mark; spans may overlap and nest. */
export interface Mark {
  readonly id: string
  readonly start: number
  readonly end: number
}

export interface Segment<M extends Mark> {
  readonly start: number
  readonly end: number
  /** All marks that cover it, the longest first. */
  readonly marks: readonly M[]
  /** Marks that begin here. */
  readonly opens: readonly M[]
}

/** Cuts `[start, end)` wherever a mark begins or ends. One pass over sorted marks. */
export function segmentsOf<M extends Mark>(
  marks: readonly M[],
  start: number,
  end: number,
): readonly Segment<M>[] {
  const inside = marks
    .filter((it) => it.start < end && it.end > start && it.start < it.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set([start, end, ...inside.flatMap((it) => [it.start, it.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b)
  const segments: Segment<M>[] = []
  let open: readonly M[] = []
  let next = 0
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const from = cuts[at] ?? start
    const to = cuts[at + 1] ?? end
    open = open.filter((it) => it.end > from)
    const opens: M[] = []
    for (let mark = inside[next]; mark !== undefined && mark.start <= from; mark = inside[next]) {
      if (mark.start === from) opens.push(mark)
      open = [...open, mark]
      next += 1
    }
    segments.push({ start: from, end: to, marks: open, opens })
  }
  return segments
}

/** The paragraphs of a text as `[start, end)`, line ends left out. */
export function paragraphsOf(text: string): readonly (readonly [number, number])[] {
  const paragraphs: (readonly [number, number])[] = []
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    if (at > start) paragraphs.push([start, at])
    start = at + 1
  }
  if (start < text.length) paragraphs.push([start, text.length])
  return paragraphs
}
