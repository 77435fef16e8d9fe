// What a regular expression cannot do without: some characters, or two side by side, one of which stands in whatever
// it matches. Read from its source, so that a rule may change its pattern and nothing else.

/** Characters, and pairs of characters, of which a match holds at least one; null where nothing is known. */
export type Needs = ReadonlySet<string> | null

interface Part {
  /** Where the part is exactly one character: which. */
  readonly chars: ReadonlySet<string> | null
  readonly needs: Needs
  /** How often at least. */
  readonly least: number
  readonly once: boolean
}

const MOST = 900
/** A clause that holds none of these is rare; a pattern that asks for more is tried at once. */
const DEAREST = 0.7

/** The cheapest needs of a pattern. */
export function needsOf({ source, flags }: RegExp): Needs {
  if (flags.includes('i')) return null
  const reader = { source, at: 0 }
  const { needs } = alternatives(reader)
  return needs && costOf(needs) <= DEAREST ? needs : null
}

interface Reader {
  readonly source: string
  at: number
}

const FREQUENT = new Set('的一要是在有了年和全市区大个上中为不以发建设工作业化新产高重点城项目加推进实施')
const MARKS = /[\s，。、；：！？,.;:!?()（）“”‘’]/u

/** How often a text of the genre holds one of them, roughly. */
function costOf(needs: ReadonlySet<string>): number {
  let cost = 0
  for (const it of needs) {
    if (it.length > 1) cost += /\d/u.test(it) ? 0.01 : 0.004
    else if (/\d/u.test(it)) cost += 0.04
    else cost += MARKS.test(it) ? 0.4 : FREQUENT.has(it) ? 0.15 : 0.03
  }
  return cost
}

function cheaper(one: Needs, other: Needs): Needs {
  if (!one || !other) return one ?? other
  return costOf(other) < costOf(one) ? other : one
}

function alternatives(reader: Reader): { readonly needs: Needs; readonly chars: ReadonlySet<string> | null } {
  let needs: Set<string> | null = new Set()
  let chars: Set<string> | null = new Set()
  for (;;) {
    const parts = sequence(reader)
    const own = needsOfSequence(parts)
    if (own && needs) for (const it of own) needs.add(it)
    else needs = null
    const [only] = parts
    if (parts.length === 1 && only?.once && only.chars && chars) for (const it of only.chars) chars.add(it)
    else chars = null
    if (reader.source[reader.at] !== '|') break
    reader.at += 1
  }
  return { needs: needs && needs.size <= MOST ? needs : null, chars }
}

function needsOfSequence(parts: readonly Part[]): Needs {
  let best: Needs = null
  for (const [i, part] of parts.entries()) {
    if (part.least > 0) best = cheaper(best, part.needs)
    const next = parts[i + 1]
    if (!part.once || !next?.once || !part.chars || !next.chars) continue
    if (part.chars.size * next.chars.size > MOST) continue
    const pairs = new Set<string>()
    for (const one of part.chars) for (const other of next.chars) pairs.add(one + other)
    best = cheaper(best, pairs)
  }
  return best
}

function sequence(reader: Reader): Part[] {
  const { source } = reader
  const parts: Part[] = []
  while (reader.at < source.length && source[reader.at] !== '|' && source[reader.at] !== ')') {
    const part = atom(reader)
    const [least, most] = quantifier(reader)
    if (part) parts.push({ ...part, least, once: least === 1 && most === 1 })
  }
  return parts
}

/** How often at least and at most; lazy or not. */
function quantifier(reader: Reader): readonly [number, number] {
  const { source, at } = reader
  const hit = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/u.exec(source.slice(at, at + 12))
  if (!hit) return [1, 1]
  reader.at += hit[0].length
  if (hit[0].startsWith('*')) return [0, Infinity]
  if (hit[0].startsWith('+')) return [1, Infinity]
  if (hit[0].startsWith('?')) return [0, 1]
  const least = Number(hit[1])
  return [least, hit[2] === undefined ? least : Number(hit[3] || Infinity)]
}

type Atom = Pick<Part, 'chars' | 'needs'>

/** One part of a sequence; null where it takes no character, as ^ and $ do. */
function atom(reader: Reader): Atom | null {
  const { source } = reader
  const char = source.charAt(reader.at)
  if (char === '(') return group(reader)
  if (char === '[') return ofChars(charClass(reader))
  reader.at += 1
  if (char === '^' || char === '$') return null
  if (char === '.') return ofChars(null)
  if (char !== '\\') return ofChars(single(reader, char))
  return escaped(reader)
}

/** A character beyond the first plane is of two units, which is no single one. */
function single(reader: Reader, char: string): ReadonlySet<string> | null {
  if (!/[\ud800-\udfff]/.test(char)) return new Set([char])
  reader.at += 1
  return null
}

function ofChars(chars: ReadonlySet<string> | null): Atom {
  return { chars, needs: chars && chars.size <= MOST ? chars : null }
}

const DIGITS: ReadonlySet<string> = new Set('0123456789')

function escaped(reader: Reader): Atom | null {
  const { source } = reader
  const kind = source.charAt(reader.at)
  reader.at += 1
  if (kind === 'b' || kind === 'B') return null
  if (kind === 'd') return ofChars(DIGITS)
  if (kind === 'n') return ofChars(new Set(['\n']))
  if (/[a-zA-Z0-9]/u.test(kind)) {
    const rest = /^(?:\{[^}]*\}|<[^>]*>|[0-9a-fA-F]{4})?/u.exec(source.slice(reader.at))
    if (/[pPuk]/u.test(kind)) reader.at += rest?.[0].length ?? 0
    return ofChars(null)
  }
  return ofChars(new Set([kind]))
}

/** The characters of a class, or null where they are not told one by one. */
function charClass(reader: Reader): ReadonlySet<string> | null {
  const { source } = reader
  reader.at += 1
  let known: Set<string> | null = new Set()
  if (source[reader.at] === '^') {
    known = null
    reader.at += 1
  }
  while (source[reader.at] !== ']') {
    let char = source.charAt(reader.at)
    reader.at += 1
    if (char === '\\') {
      const own: Atom | null = escaped(reader)
      if (!own?.chars) known = null
      else for (const it of own.chars) known?.add(it)
      continue
    }
    if (/[\ud800-\udfff]/.test(char)) known = null
    if (source[reader.at] === '-' && source[reader.at + 1] !== ']') {
      const last = source.charCodeAt(reader.at + 1)
      reader.at += 2
      if (last - char.charCodeAt(0) > 64 || source[reader.at - 1] === '\\') known = null
      for (; known && char.charCodeAt(0) < last; char = String.fromCharCode(char.charCodeAt(0) + 1))
        known.add(char)
    }
    known?.add(char)
  }
  reader.at += 1
  return known
}

function group(reader: Reader): Atom | null {
  const { source } = reader
  const head = /^\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/u.exec(source.slice(reader.at, reader.at + 40))?.[0] ?? '('
  reader.at += head.length
  const inner = alternatives(reader)
  reader.at += 1
  if (head.endsWith('!')) return null
  // What stands behind or before is in the text as well, but takes no character here.
  if (head.endsWith('=')) return { chars: null, needs: inner.needs }
  return inner
}
