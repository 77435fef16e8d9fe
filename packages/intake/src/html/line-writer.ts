/** One line of a page, and how much of it stands in links: menus are nearly all link. */
export interface PageLine {
  readonly text: string
  readonly linked: number
}

/** Makes lines of what a walk through a page meets, in the order it meets it. */
export interface LineWriter {
  readonly text: (value: string) => void
  /** A block begins or ends, or a line is broken. */
  readonly breakBlock: () => void
  /** A row begins; in a row of data the cells stand on one line, parted by tabs, in another they are blocks. */
  readonly beginRow: (data: boolean) => void
  readonly endRow: () => void
  readonly beginCell: () => void
  readonly endCell: () => void
  /** Nesting of `<a>` and `<pre>`, by +1 and -1. */
  readonly nest: (what: 'link' | 'pre', by: 1 | -1) => void
  readonly lines: () => PageLine[]
}

export function lineWriter(): LineWriter {
  const done: PageLine[] = []
  const depth = { link: 0, pre: 0 }
  // Pieces of the line being made: a page may put millions on one, and adding to a string that is looked at copies it.
  let pieces: string[] = []
  let spaced = true
  let linked = 0
  let inRow = false
  let firstCell = true

  function add(words: string) {
    const piece = depth.pre === 0 && spaced ? words.replace(/^ /, '') : words
    if (piece === '') return
    pieces.push(piece)
    spaced = /[ \t]$/.test(piece)
    if (depth.link > 0) linked += piece.trim().length
  }

  function breakLine() {
    const text = pieces.join('').replace(/^ +/, '').trimEnd()
    if (text !== '') done.push({ text, linked })
    pieces = []
    spaced = true
    linked = 0
  }

  function breakBlock() {
    if (inRow) add(' ')
    else breakLine()
  }

  function text(value: string) {
    if (depth.pre === 0) {
      // Only these five are white space to HTML: the ideographic space is a character like others.
      add(value.replace(/[ \t\n\f\r]+/g, ' '))
      return
    }
    const [first = '', ...rest] = value.split('\n')
    add(first)
    for (const words of rest) {
      breakLine()
      add(words)
    }
  }

  return {
    text,
    breakBlock,
    beginRow(data) {
      breakLine()
      inRow = data
      firstCell = true
    },
    endRow() {
      inRow = false
      breakLine()
    },
    beginCell() {
      if (!inRow) return breakLine()
      if (!firstCell) {
        // At most one space precedes: the pieces before it end in none.
        if (spaced && pieces.length > 0) pieces.push(pieces.pop()?.replace(/ $/, '') ?? '')
        pieces.push('\t')
        spaced = true
      }
      firstCell = false
    },
    endCell() {
      if (!inRow) breakLine()
    },
    nest(what, by) {
      depth[what] += by
    },
    lines() {
      breakLine()
      return done
    },
  }
}
