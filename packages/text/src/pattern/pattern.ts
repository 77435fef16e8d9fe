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

interface Index {
  /** How many patterns there were. */
  readonly size: number
  /** By character: which patterns need it, as an index of `sets`; 0 is none. */
  readonly alone: Uint16Array
  /** By character: whether a pair begins with it. */
  readonly begins: Uint8Array
  readonly pairs: ReadonlyMap<number, number>
  /** Sets of patterns: places and bits in turn. */
  readonly sets: readonly Int32Array[]
}

let built: Index | undefined
let remembered = new Map<string, Int32Array>()
let lastWords = ''
let lastHeld: Int32Array = new Int32Array(0)

function index(): Index {
  if (built?.size === known.length) return built
  const byNeed = new Map<string, number[]>()
  for (const [id, needs] of known.entries())
    for (const it of needs) {
      const list = byNeed.get(it)
      if (list) list.push(id)
      else byNeed.set(it, [id])
    }
  const alone = new Uint16Array(0x10000)
  const begins = new Uint8Array(0x10000)
  const pairs = new Map<number, number>()
  const sets: Int32Array[] = [new Int32Array(0)]
  for (const [it, ids] of byNeed) {
    const words = new Map<number, number>()
    for (const id of ids) words.set(id >> 5, (words.get(id >> 5) ?? 0) | (1 << (id & 31)))
    const at = sets.push(Int32Array.from([...words].flat())) - 1
    const first = it.charCodeAt(0)
    if (it.length === 1) alone[first] = at
    else {
      begins[first] = 1
      pairs.set(first * 0x10000 + it.charCodeAt(1), at)
    }
  }
  remembered = new Map()
  lastWords = ''
  lastHeld = new Int32Array((known.length >> 5) + 1)
  return (built = { size: known.length, alone, begins, pairs, sets })
}

/** Which patterns may match somewhere in the words, a bit each. */
function heldBy(words: string): Int32Array {
  const { size, alone, begins, pairs, sets } = index()
  if (words === lastWords) return lastHeld
  lastWords = words
  const before = remembered.get(words)
  if (before) return (lastHeld = before)
  const held = new Int32Array((size >> 5) + 1)
  const add = (set: Int32Array | undefined): void => {
    if (set) for (let i = 0; i < set.length; i += 2) held[set[i] ?? 0] = (held[set[i] ?? 0] ?? 0) | (set[i + 1] ?? 0)
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
