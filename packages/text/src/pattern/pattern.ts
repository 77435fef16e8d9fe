import { type Needs, needsOf } from './needs.js'

// Hundreds of patterns are asked of every clause, and nearly none of them matches. What each cannot do without is
// looked for once, in one pass over the clause for all patterns, and only those that may match are tried.

/** By number of the pattern: what its matches hold. */
const known: ReadonlySet<string>[] = []
/** No clause is longer; other texts are tried at once. */
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

type Guard = (words: string) => boolean

/** Whether a pattern may match, asked the cheap way first; null where nothing can be told. */
function guardOf({ held, first, last }: Needs): Guard | null {
  if (!held && !first && !last) return null
  const holds = held ? holdsOne(known.push(held) - 1) : null
  const firsts = codesOf(first)
  const lasts = codesOf(last)
  return (words) =>
    (!firsts || firsts.has(words.charCodeAt(0))) &&
    (!lasts || lasts.has(words.charCodeAt(words.length - 1))) &&
    (!holds || holds(words))
}

function codesOf(chars: ReadonlySet<string> | null): ReadonlySet<number> | null {
  return chars && new Set([...chars].map((it) => it.charCodeAt(0)))
}

function holdsOne(id: number): Guard {
  const [word, bit] = [id >> 5, 1 << (id & 31)]
  return (words) => words.length > LONGEST || ((heldBy(words)[word] ?? 0) & bit) !== 0
}

/** How many of `known` the tables below hold. */
let indexed = 0
/** By character: which patterns need it, as an index of `sets`; 0 is none. */
const alone = new Uint16Array(0x10000)
/** By character: whether a pair begins with it. */
const begins = new Uint8Array(0x10000)
const pairs = new Map<number, number>()
/** Sets of patterns: places and bits in turn. */
const sets: Int32Array[] = [new Int32Array(0)]
let remembered = new Map<string, Int32Array>()
let lastWords = ''
let lastHeld: Int32Array = new Int32Array(0)

function indexAll(): void {
  for (; indexed < known.length; indexed++) for (const it of known[indexed] ?? []) addNeed(it, indexed)
  remembered = new Map()
  lastWords = ''
  lastHeld = new Int32Array((known.length >> 5) + 1)
}

function addNeed(need: string, id: number): void {
  const first = need.charCodeAt(0)
  const pair = first * 0x10000 + need.charCodeAt(1)
  const at = (need.length === 1 ? alone[first] : pairs.get(pair)) || sets.push(new Int32Array(0)) - 1
  if (need.length === 1) alone[first] = at
  else {
    begins[first] = 1
    pairs.set(pair, at)
  }
  const set = sets[at] ?? []
  const [word, bit] = [id >> 5, 1 << (id & 31)]
  const last = set.length - 2
  // Patterns come in order of their numbers.
  sets[at] =
    set[last] === word
      ? Int32Array.from([...set.slice(0, -1), (set[last + 1] ?? 0) | bit])
      : Int32Array.from([...set, word, bit])
}

/** Which patterns may match somewhere in the words, a bit each. */
function heldBy(words: string): Int32Array {
  if (indexed < known.length) indexAll()
  if (words === lastWords) return lastHeld
  lastWords = words
  const before = remembered.get(words)
  if (before) return (lastHeld = before)
  const held = new Int32Array((known.length >> 5) + 1)
  const add = (set: Int32Array | undefined): void => {
    if (set)
      for (let i = 0; i < set.length; i += 2) held[set[i] ?? 0] = (held[set[i] ?? 0] ?? 0) | (set[i + 1] ?? 0)
  }
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    const own = alone[code] ?? 0
    if (own !== 0) add(sets[own])
    if (begins[code] === 0) continue
    const pair = pairs.get(code * 0x10000 + words.charCodeAt(i + 1))
    if (pair !== undefined) add(sets[pair])
  }
  if (remembered.size >= REMEMBERED) remembered = new Map()
  remembered.set(words, held)
  return (lastHeld = held)
}
