/** A place in a text, counted from 1 as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/**
 * Offset of the first character at which `text` stops being JSON, or null where it is JSON. Engines word and place
 * their own errors differently, and some give no place at all.
 */
export function jsonErrorAt(text: string): number | null {
  const end = value(text, space(text, 0))
  if (end.failed) return end.at
  const rest = space(text, end.at)
  return rest === text.length ? null : rest
}

interface Step {
  readonly at: number
  readonly failed: boolean
}
const to = (at: number): Step => ({ at, failed: false })
const stop = (at: number): Step => ({ at, failed: true })

function value(text: string, at: number): Step {
  switch (text[at]) {
    case '{':
      return list(text, at, '}', member)
    case '[':
      return list(text, at, ']', value)
    case '"':
      return pattern(text, at, STRING)
    default:
      return pattern(text, at, WORD)
  }
}

/** Items between brackets, with commas between them and none after the last. */
function list(text: string, open: number, close: string, item: (text: string, at: number) => Step): Step {
  let at = space(text, open + 1)
  if (text[at] === close) return to(at + 1)
  for (;;) {
    const step = item(text, at)
    if (step.failed) return step
    at = space(text, step.at)
    if (text[at] === close) return to(at + 1)
    if (text[at] !== ',') return stop(at)
    at = space(text, at + 1)
  }
}

function member(text: string, at: number): Step {
  const key = pattern(text, at, STRING)
  if (key.failed) return key
  const colon = space(text, key.at)
  return text[colon] === ':' ? value(text, space(text, colon + 1)) : stop(colon)
}

// JSON forbids bare control characters in strings.
// oxlint-disable-next-line no-control-regex
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y

function pattern(text: string, at: number, expression: RegExp): Step {
  const sticky = new RegExp(expression)
  sticky.lastIndex = at
  return sticky.test(text) ? to(sticky.lastIndex) : stop(at)
}

function space(text: string, at: number): number {
  return pattern(text, at, SPACE).at
}
