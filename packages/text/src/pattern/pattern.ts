import { type Needs, needsOf } from './needs.js'

// Hundreds of patterns are asked of every clause, and nearly none of them matches. What each cannot do without is
// looked for once, in one pass over the clause for all patterns, and only those that may match are tried.

/** By number of the pattern. */
const known: Needs[] = []
/** No clause is longer; of longer words only their ends are looked at. */
const LONGEST = 300
const REMEMBERED = 8192

/**
 * The same pattern, tried only on words that hold what it cannot do without. For clauses and their parts; a global
 * one is for `matchAll` and `replace`. A sticky one is to stay as it is.
 */
export function pattern(of: RegExp): RegExp {
  const guarded = new RegExp(of.source, of.flags)
  const may = guardOf(needsOf(of))
  if (!may) return guarded
  const define = (name: string | symbol, value: unknown): void =>
    void Object.defineProperty(guarded, name, { value })
  define('test', (words: string) => may(words) && of.test(words))
  define('exec', (words: string) => (may(words) ? of.exec(words) : null))
  define(Symbol.matchAll, (words: string) => (may(words) ? of[Symbol.matchAll](words) : [].values()))
  define(Symbol.replace, (words: string, by: string) => (may(words) ? of[Symbol.replace](words, by) : words))
  return guarded
}

/** Takes out of words what each pattern finds, one after another. */
export function removing(...patterns: readonly RegExp[]): (words: string) => string {
  const all = patterns.map((it) => pattern(it))
  return (words) => {
    let rest = words
    for (const it of all) rest = rest.replace(it, '')
    return rest
  }
}

/** Whether a pattern may match; null where nothing can be told. */
function guardOf(needs: Needs): ((words: string) => boolean) | null {
  if (!needs.held && !needs.first && !needs.last) return null
  const id = known.push(needs) - 1
  lastWords = null
  const [place, bit] = [id >> 5, 1 << (id & 31)]
  return (words) => {
    if (words !== lastWords) lookUp(words)
    return ((rows[lastRow + place] ?? 0) & bit) !== 0
  }
}

/** Sets of patterns: places and bits in turn. The first is empty. */
const sets: Int32Array[] = [new Int32Array(0)]
/** By character: which patterns need it, can begin or end with it, as an index of `sets`. */
const alone = new Uint16Array(0x10000)
const opening = new Uint16Array(0x10000)
const closing = new Uint16Array(0x10000)
/** By character: whether a pair begins with it. */
const begins = new Uint8Array(0x10000)
const pairs = new Map<number, number>()
/** Patterns that need nothing held, and those that are bound to no first and to no last character, a bit each. */
let needless = new Int32Array(0)
let openAtFirst = new Int32Array(0)
let openAtLast = new Int32Array(0)
let ends = new Int32Array(0)

/** How many of `known` the tables hold. */
let indexed = 0
/** Which patterns may match somewhere in words, a bit each, `width` places a row; the first row is not remembered. */
let rows = new Int32Array(0)
let width = 0
let remembered = new Map<string, number>()
/** The words asked for last, where all is known of them, and their row. */
let lastWords: string | null = null
let lastRow = 0
/** Words of which so far only the ends were looked at: most parts of clauses are asked for once. */
let seenOnce: string | null = null

function indexAll(): void {
  width = (known.length + 31) >> 5
  const grown = (bits: Int32Array): Int32Array<ArrayBuffer> => {
    const wider = new Int32Array(width)
    wider.set(bits)
    return wider
  }
  needless = grown(needless)
  openAtFirst = grown(openAtFirst)
  openAtLast = grown(openAtLast)
  ends = new Int32Array(width)
  for (; indexed < known.length; indexed++) {
    const { held = null, first = null, last = null } = known[indexed] ?? {}
    const [place, bit] = [indexed >> 5, 1 << (indexed & 31)]
    const without = (bits: Int32Array): void => void bits.fill((bits[place] ?? 0) | bit, place, place + 1)
    if (held) for (const it of held) addNeed(it, indexed)
    else without(needless)
    if (first) for (const it of first) addTo(opening, it.charCodeAt(0), indexed)
    else without(openAtFirst)
    if (last) for (const it of last) addTo(closing, it.charCodeAt(0), indexed)
    else without(openAtLast)
  }
  rows = new Int32Array((REMEMBERED + 1) * width)
  remembered = new Map()
  seenOnce = null
}

function addNeed(need: string, id: number): void {
  const first = need.charCodeAt(0)
  if (need.length === 1) return addTo(alone, first, id)
  begins[first] = 1
  const pair = first * 0x10000 + need.charCodeAt(1)
  pairs.set(pair, withPattern(pairs.get(pair) ?? 0, id))
}

function addTo(table: Uint16Array, code: number, id: number): void {
  table.fill(withPattern(table[code] ?? 0, id), code, code + 1)
}

/** The index of the set with one more pattern; patterns come in order of their numbers. */
function withPattern(at: number, id: number): number {
  const set = sets[at] ?? new Int32Array(0)
  const [place, bit] = [id >> 5, 1 << (id & 31)]
  const last = set.length - 2
  const more =
    set[last] === place
      ? Int32Array.from([...set.slice(0, -1), (set[last + 1] ?? 0) | bit])
      : Int32Array.from([...set, place, bit])
  if (at === 0) return sets.push(more) - 1
  sets[at] = more
  return at
}

/** Finds the row of the words, or makes it. */
function lookUp(words: string): void {
  if (indexed < known.length) indexAll()
  const row = remembered.get(words)
  if (row !== undefined) {
    lastRow = row
    lastWords = words
  } else if (words.length > LONGEST) {
    rows.fill(-1, 0, width)
    lastRow = 0
    lastWords = words
    boundToEnds(words, 0)
  } else if (words === seenOnce) {
    if (remembered.size >= REMEMBERED) remembered = new Map()
    lastRow = (remembered.size + 1) * width
    lastWords = words
    remembered.set(words, lastRow)
    scan(words, lastRow)
    boundToEnds(words, lastRow)
  } else {
    rows.fill(-1, 0, width)
    lastRow = 0
    lastWords = null
    seenOnce = words
    boundToEnds(words, 0)
  }
}

/** Which patterns find in the words something they need. */
function scan(words: string, row: number): void {
  rows.set(needless, row)
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    const own = alone[code] ?? 0
    if (own !== 0) add(rows, row, own)
    if (begins[code] === 0) continue
    const pair = pairs.get(code * 0x10000 + words.charCodeAt(i + 1))
    if (pair !== undefined) add(rows, row, pair)
  }
}

/** Drops those that can neither begin nor end as the words do. */
function boundToEnds(words: string, row: number): void {
  ends.set(openAtFirst)
  add(ends, 0, opening[words.charCodeAt(0)] ?? 0)
  for (let i = 0; i < width; i++) rows[row + i] = (rows[row + i] ?? 0) & (ends[i] ?? 0)
  ends.set(openAtLast)
  add(ends, 0, closing[words.charCodeAt(words.length - 1)] ?? 0)
  for (let i = 0; i < width; i++) rows[row + i] = (rows[row + i] ?? 0) & (ends[i] ?? 0)
}

function add(table: Int32Array, row: number, of: number): void {
  const to = table
  const set = sets[of]
  if (!set) return
  for (let i = 0; i < set.length; i += 2) {
    const at = row + (set[i] ?? 0)
    to[at] = (to[at] ?? 0) | (set[i + 1] ?? 0)
  }
}
