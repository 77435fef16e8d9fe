// What a regular expression cannot do without: some characters, or two side by side, one of which stands in whatever
// it matches, and the characters it can begin or end with where it is bound to an edge. Read from its source, so that
// a rule may change its pattern and nothing else.

type Chars = ReadonlySet<string>

export interface Needs {
  /** Characters and pairs of characters of which a match holds at least one; null where nothing is known. */
  readonly held: Chars | null
  /** What the first character of the words is; null where the pattern is not bound to it or takes any. */
  readonly first: Chars | null
  readonly last: Chars | null
}

/** A part of a pattern, or all of it. */
interface Part {
  /** Where it is exactly one character: which. */
  readonly chars: Chars | null
  readonly held: Chars | null
  /** What it can begin and end with; null where that may be any character. */
  readonly first: Chars | null
  readonly last: Chars | null
  readonly mayBeEmpty: boolean
  /** Whether it stands at an edge of the words, whichever way it is read. */
  readonly opens: boolean
  readonly closes: boolean
  /** An edge or a look around: it takes no character. */
  readonly widthless: boolean
}

const MOST = 900
/** Most clauses hold one of these; a pattern that needs no more is tried at once. */
const DEAREST = 0.7

export function needsOf({ source, flags }: RegExp): Needs {
  if (/[im]/u.test(flags)) return { held: null, first: null, last: null }
  const { held, first, last, mayBeEmpty, opens, closes } = alternativesOf(source)
  return {
    held: held && costOf(held) <= DEAREST ? held : null,
    first: opens && !mayBeEmpty ? first : null,
    last: closes && !mayBeEmpty ? last : null,
  }
}

const FREQUENT = new Set('的一要是在有了年和全市区大个上中为不以发建设工作业化新产高重点城项目加推进实施')
const MARKS = /[\s，。、；：！？,.;:!?()（）“”‘’]/u

/** How often a clause of the genre holds one of them, roughly. */
function costOf(needs: Chars): number {
  let cost = 0
  for (const it of needs) {
    if (it.length > 1) cost += /\d/u.test(it) ? 0.01 : 0.004
    else if (/\d/u.test(it)) cost += 0.04
    else cost += MARKS.test(it) ? 0.4 : FREQUENT.has(it) ? 0.15 : 0.03
  }
  return cost
}

function cheaper(one: Chars | null, other: Chars | null): Chars | null {
  if (!one || !other) return one ?? other
  return costOf(other) < costOf(one) ? other : one
}

/** All of them, or null where one is not known or they are too many. */
function union(all: readonly (Chars | null)[]): Chars | null {
  const whole = new Set<string>()
  for (const chars of all) {
    if (!chars) return null
    for (const it of chars) whole.add(it)
  }
  return whole.size <= MOST ? whole : null
}

function alternativesOf(source: string): Part {
  const all = split(source).map(sequenceOf)
  return {
    chars: union(all.map((it) => it.chars)),
    held: union(all.map((it) => it.held)),
    first: union(all.map((it) => it.first)),
    last: union(all.map((it) => it.last)),
    mayBeEmpty: all.some((it) => it.mayBeEmpty),
    opens: all.every((it) => it.opens),
    closes: all.every((it) => it.closes),
    widthless: false,
  }
}

/** The alternatives of a pattern, as they are written. */
function split(source: string): string[] {
  const all: string[] = []
  let from = 0
  for (let at = 0; at < source.length;) {
    if (source[at] === '|') {
      all.push(source.slice(from, at))
      from = at + 1
    }
    at += source[at] === '(' ? sizeOfGroup(source, at) : sizeOfAtom(source, at)
  }
  all.push(source.slice(from))
  return all
}

function sequenceOf(source: string): Part {
  const parts: Part[] = []
  for (let at = 0; at < source.length;) {
    const size = source[at] === '(' ? sizeOfGroup(source, at) : sizeOfAtom(source, at)
    const atom = source.slice(at, at + size)
    const times = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(source.slice(at + size, at + size + 12))
    parts.push(repeated(partOf(atom), times))
    at += size + (times?.[0].length ?? 0)
  }
  const wide = parts.filter((it) => !it.widthless)
  const [only] = wide
  return {
    chars: wide.length === 1 && only ? only.chars : null,
    held: heldBy(parts),
    first: edgeChars(wide, (it) => it.first),
    last: edgeChars(wide.toReversed(), (it) => it.last),
    mayBeEmpty: wide.every((it) => it.mayBeEmpty),
    opens: parts[0]?.opens ?? false,
    closes: parts.at(-1)?.closes ?? false,
    widthless: false,
  }
}

/** What the first of some parts can begin with, and the next where it may be empty. */
function edgeChars(parts: readonly Part[], of: (part: Part) => Chars | null): Chars | null {
  const all: (Chars | null)[] = []
  for (const part of parts) {
    all.push(of(part))
    if (!part.mayBeEmpty) return union(all)
  }
  return union(all)
}

function heldBy(parts: readonly Part[]): Chars | null {
  let best: Chars | null = null
  for (const [i, part] of parts.entries()) {
    if (!part.mayBeEmpty) best = cheaper(best, part.held)
    const next = parts.slice(i + 1).find((it) => !it.widthless)
    if (!part.chars || !next?.chars || part.chars.size * next.chars.size > MOST) continue
    const pairs = new Set<string>()
    for (const one of part.chars) for (const other of next.chars) pairs.add(one + other)
    best = cheaper(best, pairs)
  }
  return best
}

/** A part as often as its quantifier says. */
function repeated(part: Part, times: RegExpExecArray | null): Part {
  if (!times || part.widthless) return part
  const [all = '', least, comma] = times
  const none = all.startsWith('*') || all.startsWith('?') || least === '0'
  const once = least === '1' && comma === undefined
  return {
    ...part,
    chars: once ? part.chars : null,
    mayBeEmpty: part.mayBeEmpty || none,
    opens: part.opens && !none,
    closes: part.closes && !none,
  }
}

const nothing: Part = {
  chars: null,
  held: null,
  first: null,
  last: null,
  mayBeEmpty: true,
  opens: false,
  closes: false,
  widthless: true,
}

function oneOf(chars: Chars | null): Part {
  return { ...nothing, chars, held: chars, first: chars, last: chars, mayBeEmpty: false, widthless: false }
}

function partOf(atom: string): Part {
  if (atom === '^') return { ...nothing, opens: true }
  if (atom === '$') return { ...nothing, closes: true }
  if (atom === '\\b' || atom === '\\B') return nothing
  if (atom.startsWith('[')) return oneOf(classChars(atom))
  if (!atom.startsWith('(')) return oneOf(charOf(atom))
  const head = /^\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/u.exec(atom)?.[0] ?? '('
  if (head.endsWith('!')) return nothing
  const inner = alternativesOf(atom.slice(head.length, -1))
  // What stands behind or before is in the words as well.
  return head.endsWith('=') ? { ...nothing, held: inner.held, mayBeEmpty: inner.held === null } : inner
}

const DIGITS: Chars = new Set('0123456789')

/** The characters an atom of one character stands for, where they are told one by one. */
function charOf(atom: string): Chars | null {
  if (atom === '.') return null
  if (atom === '\\d') return DIGITS
  if (atom === '\\n') return new Set(['\n'])
  const char = atom.replace(/^\\/u, '')
  return char.length === 1 && (atom === char || !/\w/u.test(char)) ? new Set([char]) : null
}

function classChars(atom: string): Chars | null {
  if (atom.startsWith('[^')) return null
  const chars = new Set<string>()
  const end = atom.length - 1
  for (let at = 1; at < end;) {
    const size = sizeOfAtom(atom, at)
    const own = charOf(atom.slice(at, at + size) === '.' ? '\\.' : atom.slice(at, at + size))
    if (!own) return null
    at += size
    const [first = ''] = own
    if (own.size === 1 && atom[at] === '-' && at + 1 < end) {
      const last = atom.charCodeAt(at + 1)
      if (atom[at + 1] === '\\' || last - first.charCodeAt(0) > 64) return null
      for (let code = first.charCodeAt(0); code <= last; code++) chars.add(String.fromCharCode(code))
      at += 2
    } else for (const it of own) chars.add(it)
  }
  return chars
}

/** How many units the character, escape or class at a place takes. */
function sizeOfAtom(source: string, at: number): number {
  if (source[at] === '[') {
    let end = at + 1
    while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1
    return end + 1 - at
  }
  if (source[at] !== '\\') return /[\ud800-\udbff]/.test(source.charAt(at)) ? 2 : 1
  return /^\\(?:[pPuk]\{[^}]*\}|k<[^>]*>|u[\da-fA-F]{4}|.)/su.exec(source.slice(at, at + 40))?.[0].length ?? 2
}

function sizeOfGroup(source: string, at: number): number {
  let depth = 0
  for (let end = at; end < source.length;) {
    if (source[end] === '(') depth += 1
    if (source[end] === ')') depth -= 1
    end += sizeOfAtom(source, end)
    if (depth === 0) return end - at
  }
  return source.length - at
}
