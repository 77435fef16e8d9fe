/** A run of text on a page; lengths in points, `y` upwards. */
export interface PageItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly endsLine: boolean
}

interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/**
 * Text of all pages. A line that fills its column and is followed by one that begins at the column's left edge is
 * joined with it, over a page break as well; whatever the layout leaves open stays a line. Page numbers are dropped.
 * `pages` says where each page starts.
 */
export function textOf(pages: readonly (readonly PageItem[])[]): {
  readonly text: string
  readonly pages: number[]
} {
  const perPage = pages.map((items) => withoutPageNumber(linesOf(items)))
  const column = columnOf(perPage.flat())
  const starts: number[] = []
  let text = ''
  let before: Line | null = null
  for (const lines of perPage) {
    const samePage = text.length
    let started = false
    for (const line of lines) {
      const joined: boolean = before !== null && continues(before, line, column, started)
      if (text !== '' && !joined) text += '\n'
      if (!started) starts.push(text.length)
      started = true
      text += joined && needsSpace(text, line.text) ? ` ${line.text}` : line.text
      before = line
    }
    if (!started) starts.push(samePage)
  }
  return { text, pages: starts }
}

function linesOf(items: readonly PageItem[]): Line[] {
  const lines: Line[] = []
  let run: PageItem[] = []
  const flush = () => {
    const line = lineOf(run)
    if (line) lines.push(line)
    run = []
  }
  for (const item of items) {
    const last = run.findLast((it) => it.text.trim() !== '')
    if (last && item.text.trim() !== '' && Math.abs(last.y - item.y) > last.size * 0.6) flush()
    run.push(item)
    if (item.endsLine) flush()
  }
  flush()
  return lines
}

function lineOf(run: readonly PageItem[]): Line | null {
  const inked = run.filter((item) => item.text.trim() !== '')
  const [first] = inked
  if (first === undefined) return null
  return {
    text: run
      .map((item) => item.text)
      .join('')
      .trim(),
    left: Math.min(...inked.map((item) => item.x)),
    right: Math.max(...inked.map((item) => item.x + item.width)),
    y: first.y,
    size: first.size,
  }
}

const pageNumber =
  /^[-—–―·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–―·\s]*$/

function withoutPageNumber(lines: readonly Line[]): readonly Line[] {
  const [first] = lines
  const last = lines.at(-1)
  if (last !== undefined && lines.length > 1 && pageNumber.test(last.text)) return lines.slice(0, -1)
  if (first !== undefined && lines.length > 1 && pageNumber.test(first.text)) return lines.slice(1)
  return lines
}

interface Column {
  readonly left: number
  readonly right: number
}

/** The edges most lines keep: the commonest left edge, and the commonest right edge of lines that begin there. */
function columnOf(lines: readonly Line[]): Column | null {
  const long = lines.filter((line) => line.text.length >= 12)
  const left = commonest(long.map((line) => line.left))
  if (left === null) return null
  const right = commonest(long.filter((line) => Math.abs(line.left - left) < 3).map((line) => line.right))
  return right === null ? null : { left, right }
}

/** Middle of the fullest window of two points, or null where no two values agree. */
function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) {
    const key = Math.round(value / 2)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1])
  return best === undefined || best[1] < 2 ? null : best[0] * 2
}

function continues(before: Line, line: Line, column: Column | null, samePage: boolean): boolean {
  if (column === null) return false
  const em = before.size
  const full = before.right > column.right - em * 1.6
  const flush = Math.abs(line.left - column.left) < em * 0.6
  const alike = Math.abs(before.size - line.size) < em * 0.1
  const near = !samePage || (before.y - line.y > 0 && before.y - line.y < em * 2.6)
  return full && flush && alike && near
}

function needsSpace(before: string, after: string): boolean {
  return /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(after)
}
