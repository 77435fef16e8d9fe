import type { Certainty, RepairKind } from '@gangmu/core'

/** What a step wants to do to its text: replace `[start, end)` by `text`. Ordered by start, never overlapping. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Overrides the kind of the step. */
  readonly kind?: RepairKind
  /** Present where the repair stands alone in the list; absent for mechanical conversion. */
  readonly note?: Note
}

export interface Note {
  readonly derivation: string
  readonly certainty: Certainty
  /** A proposal is listed and not applied. */
  readonly proposal?: boolean
}

/** A stretch of the present text and the stretch of the received text it came from. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly length: number
  /** Null where the text is as received. */
  readonly kind: RepairKind | null
  /** One unit of the text for one unit received, so that the piece can be cut anywhere. */
  readonly even: boolean
  /** A refused repair: later steps leave it alone. */
  readonly frozen: boolean
}

export interface Trace {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** Kinds whose mark outlives a later mechanical conversion of the same stretch. */
const lasting: ReadonlySet<RepairKind> = new Set(['shifted-run', 'promo', 'moved'])

export function newTrace(text: string): Trace {
  const whole = { from: 0, to: text.length, length: text.length, kind: null, even: true, frozen: false }
  return { text, pieces: text === '' ? [] : [whole] }
}

function cut(piece: Piece, at: number): readonly [Piece, Piece] {
  const { from, to, length, kind, frozen } = piece
  return [
    { from, to: from + at, length: at, kind, even: true, frozen },
    { from: from + at, to, length: length - at, kind, even: true, frozen },
  ]
}

/** The received stretch of each change, in the order given. */
export function receivedRanges(
  trace: Trace,
  changes: readonly Change[],
): readonly (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = []
  let i = 0
  let at = 0
  for (const change of changes) {
    while (i < trace.pieces.length && at + (trace.pieces[i]?.length ?? 0) <= change.start) {
      at += trace.pieces[i]?.length ?? 0
      i++
    }
    const first = trace.pieces[i]
    if (!first) {
      const end = trace.pieces.at(-1)?.to ?? 0
      ranges.push([end, end])
      continue
    }
    const start = first.even ? first.from + (change.start - at) : first.from
    let j = i
    let reached = at
    let end = start
    while (j < trace.pieces.length && reached < change.end) {
      const piece = trace.pieces[j]
      if (!piece) break
      const past = reached + piece.length
      end = piece.even && past > change.end ? piece.from + (change.end - reached) : piece.to
      reached = past
      j++
    }
    ranges.push([start, end])
  }
  return ranges
}

/** Applies the changes of one step. Linear in pieces and changes. */
export function applyChanges(trace: Trace, kind: RepairKind, changes: readonly Change[]): Trace {
  if (changes.length === 0) return trace
  const { text, pieces } = trace
  const out: Piece[] = []
  const parts: string[] = []
  let i = 0
  let rest = pieces[0]
  let at = 0
  let copied = 0
  const step = (): void => {
    at += rest?.length ?? 0
    i++
    rest = pieces[i]
  }
  const cutRest = (where: number): Piece | undefined => {
    if (!rest) return undefined
    const [left, right] = cut(rest, where - at)
    rest = right
    at = where
    return left
  }
  for (let c = 0; c < changes.length;) {
    const first = changes[c]
    if (!first) break
    while (rest && at + rest.length <= first.start) {
      out.push(rest)
      step()
    }
    // Nearly every change lies within one piece that can be cut anywhere.
    if (rest?.even && first.end > first.start && first.end <= at + rest.length) {
      const gap = first.start - at
      const span = first.end - first.start
      const from = rest.from + gap
      if (gap > 0)
        out.push({ from: rest.from, to: from, length: gap, kind: rest.kind, even: true, frozen: rest.frozen })
      const own = first.kind ?? kind
      const kept = own !== 'removed' && rest.kind !== null && lasting.has(rest.kind) ? rest.kind : own
      const { length } = first.text
      out.push({ from, to: from + span, length, kind: kept, even: length === span, frozen: false })
      if (first.start > copied) parts.push(text.slice(copied, first.start))
      if (length > 0) parts.push(first.text)
      copied = first.end
      if (first.end === at + rest.length) step()
      else {
        // Field by field: one shape of piece, and no copying of what is overwritten.
        const { to, kind: left, frozen } = rest
        rest = {
          from: from + span,
          to,
          length: rest.length - gap - span,
          kind: left,
          even: true,
          frozen,
        }
        at = first.end
      }
      c++
      continue
    }
    let start = first.start
    if (rest && at < start) {
      if (rest.even) out.push(cutRest(start) ?? rest)
      else start = at
    }
    // An uneven piece cannot be cut: changes that meet in one are joined into one piece.
    const taken: Piece[] = []
    let { end } = first
    let next = c + 1
    for (;;) {
      while (rest && at < end) {
        if (rest.even && at + rest.length > end) taken.push(cutRest(end) ?? rest)
        else {
          taken.push(rest)
          step()
          end = Math.max(end, at)
        }
      }
      const following = changes[next]
      if (!following || following.start >= end) break
      end = Math.max(end, following.end)
      next++
    }
    const alone = next === c + 1 && start === first.start && end === first.end
    const written = alone ? first.text : splice(text, start, end, changes.slice(c, next))
    if (start > copied) parts.push(text.slice(copied, start))
    if (written !== '') parts.push(written)
    copied = end
    out.push(joined(first.kind ?? kind, taken, written.length, rest?.from ?? pieces.at(-1)?.to ?? 0))
    c = next
  }
  for (; rest; step()) out.push(rest)
  parts.push(text.slice(copied))
  return { text: parts.join(''), pieces: out }
}

function splice(text: string, start: number, end: number, changes: readonly Change[]): string {
  let written = ''
  let at = start
  for (const change of changes) {
    written += text.slice(at, change.start) + change.text
    at = change.end
  }
  return written + text.slice(at, end)
}

function joined(kind: RepairKind, taken: readonly Piece[], length: number, here: number): Piece {
  const from = taken[0]?.from ?? here
  const to = taken.at(-1)?.to ?? from
  let even = length === to - from
  let kept = kind
  for (const piece of taken) {
    even &&= piece.even
    if (kind !== 'removed' && piece.kind !== null && lasting.has(piece.kind)) kept = piece.kind
  }
  return { from, to, length, kind: kept, even, frozen: false }
}

/** Marks a stretch so that later steps leave it alone. */
export function freeze(trace: Trace, ranges: readonly (readonly [number, number])[]): Trace {
  if (ranges.length === 0) return trace
  const out: Piece[] = []
  let at = 0
  let r = 0
  for (const whole of trace.pieces) {
    let piece = whole
    for (;;) {
      while ((ranges[r]?.[1] ?? Infinity) <= at) r++
      const range = ranges[r]
      if (!range || at + piece.length <= range[0]) break
      if (!piece.even) {
        piece = { ...piece, frozen: true }
        break
      }
      if (at < range[0]) {
        const [left, right] = cut(piece, range[0] - at)
        out.push(left)
        at += left.length
        piece = right
      }
      if (at + piece.length <= range[1]) {
        piece = { ...piece, frozen: true }
        break
      }
      const [left, right] = cut(piece, range[1] - at)
      out.push({ ...left, frozen: true })
      at += left.length
      piece = right
    }
    out.push(piece)
    at += piece.length
  }
  return { ...trace, pieces: out }
}

/** The stretches of the present text that are frozen, in order. */
export function frozenRanges(trace: Trace): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  let at = 0
  for (const piece of trace.pieces) {
    if (piece.frozen) ranges.push([at, at + piece.length])
    at += piece.length
  }
  return ranges
}

/** Moves `[start, end)` to the front of the text. */
export function moveToFront(trace: Trace, start: number, end: number): Trace {
  const front: Piece[] = []
  const others: Piece[] = []
  let at = 0
  for (const whole of trace.pieces) {
    let piece = whole
    if (piece.even && at < start && at + piece.length > start) {
      const [left, right] = cut(piece, start - at)
      others.push(left)
      at += left.length
      piece = right
    }
    let tail: Piece | undefined
    if (piece.even && at < end && at + piece.length > end) {
      const [left, right] = cut(piece, end - at)
      piece = left
      tail = right
    }
    if (at >= start && at < end) front.push({ ...piece, kind: piece.kind ?? 'moved' })
    else others.push(piece)
    at += piece.length
    if (tail) {
      others.push(tail)
      at += tail.length
    }
  }
  const { text } = trace
  return {
    text: text.slice(start, end) + text.slice(0, start) + text.slice(end),
    pieces: [...front, ...others],
  }
}
