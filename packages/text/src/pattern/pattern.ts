import { type Needs, needsOf } from './needs.js'

// Hundreds of patterns are asked of every clause, and nearly none of them matches. What each cannot do without is
// looked for once, in one pass over the clause for all patterns, and only those that may match are tried.

/** By number of the pattern. */
const known: Needs[] = []
/** Longer ones are cut to no clauses; there a pattern is tried at once. */
const LONGEST = 300
const REMEMBERED = 4096

/**
 * The same pattern, tried only on words that hold what it cannot do without. For clauses and their parts; a global
 * one is for `matchAll` and `replace`.
 */
export function pattern(of: RegExp): RegExp {
  const needs = needsOf(of)
  const guarded = new RegExp(of.source, of.flags)
  if (!needs) return guarded
  const id = known.push(needs) - 1
  const [word, bit] = [id >> 5, 1 << (id & 31)]
  const may = (words: string): boolean => words.length > LONGEST || ((heldBy(words)[word] ?? 0) & bit) !== 0
  const define = (name: string | symbol, value: unknown): void =>
    void Object.defineProperty(guarded, name, { value })
  define('test', (words: string) => may(words) && of.test(words))
  define('exec', (words: string) => (may(words) ? of.exec(words) : null))
  define(Symbol.matchAll, (words: string) => (may(words) ? of[Symbol.matchAll](words) : [].values()))
  define(Symbol.replace, (words: string, by: string) => (may(words) ? of[Symbol.replace](words, by) : words))
  return guarded
}

interface Index {
  /** How many patterns there were. */
  readonly size: number
  /** By character: which patterns need it, as an index of `patterns`; 0 is none. */
  readonly alone: Uint16Array
  /** By character: whether a pair begins with it. */
  readonly begins: Uint8Array
  readonly pairs: ReadonlyMap<number, number>
  /** Sets of patterns, as words of bits and their places. */
  readonly patterns: readonly (readonly (readonly [word: number, bits: number])[])[]
}

let built: Index | undefined
let remembered = new Map<string, Uint32Array>()

function index(): Index {
  if (built?.size === known.length) return built
  const byNeed = new Map<string, number[]>()
  for (const [id, needs] of known.entries())
    for (const it of needs ?? []) {
      const list = byNeed.get(it)
      if (list) list.push(id)
      else byNeed.set(it, [id])
    }
  const alone = new Uint16Array(0x10000)
  const begins = new Uint8Array(0x10000)
  const pairs = new Map<number, number>()
  const patterns: (readonly (readonly [number, number])[])[] = [[]]
  for (const [it, ids] of byNeed) {
    const words = new Map<number, number>()
    for (const id of ids) words.set(id >> 5, (words.get(id >> 5) ?? 0) | (1 << (id & 31)))
    const at = patterns.push([...words]) - 1
    const first = it.charCodeAt(0)
    if (it.length === 1) alone[first] = at
    else {
      begins[first] = 1
      pairs.set(first * 0x10000 + it.charCodeAt(1), at)
    }
  }
  remembered = new Map()
  return (built = { size: known.length, alone, begins, pairs, patterns })
}

/** Which patterns may match somewhere in the words, a bit each. */
function heldBy(words: string): Uint32Array {
  const { size, alone, begins, pairs, patterns } = index()
  const before = remembered.get(words)
  if (before) return before
  const held = new Uint32Array((size >> 5) + 1)
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    const own = alone[code] ?? 0
    if (own !== 0) for (const [word, bits] of patterns[own] ?? []) held[word] = (held[word] ?? 0) | bits
    if (begins[code] === 0) continue
    const pair = pairs.get(code * 0x10000 + words.charCodeAt(i + 1))
    if (pair === undefined) continue
    for (const [word, bits] of patterns[pair] ?? []) held[word] = (held[word] ?? 0) | bits
  }
  if (remembered.size >= REMEMBERED) remembered = new Map()
  remembered.set(words, held)
  return held
}
