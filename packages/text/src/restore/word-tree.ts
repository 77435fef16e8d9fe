import { genreWords } from './genre-words.js'
import { wordLines } from './tables/words.js'

// Words of a general dictionary and of the genre, with how likely each is.

/** About the number of tokens the dictionary counted. */
const TOTAL = Math.log(60_000_000)
const UNKNOWN = -19
const ASCII = -5
const MARK = -9
/** Marks that end a clause, and pairs of marks where speech begins and ends. */
const marks: readonly (readonly [string, number])[] = [
  ['，', -3],
  ['。', -3.5],
  ['、', -3.5],
  ['：', -5],
  ['；', -5],
  ['！', -6],
  ['？', -6],
  ['（', -6],
  ['）', -6],
  ['《', -6],
  ['》', -6],
  ['\n', -5],
  ['“', -4],
  ['”', -4],
  ['·', -9],
  ['—', -10],
  ['——', -6],
  ['…', -10],
  ['……', -6],
  ...['。”', '。“', '，“', '”，', '”、', '！”', '？”', '：“', '”。', '”“', '。\n', '！\n'].map(
    (pair) => [pair, -6] as const,
  ),
]
/** A lone character that seldom stands alone is less likely than its count says. */
const LONE = 2.5
const GENRE = 3

const particles = new Set(
  '的和在是了与于对将为要把从到中上下以及等有不更最也性化区市省县镇城地所使被让就都并或我',
)

/**
 * Words as a tree of their characters in flat arrays: a search asks for all words at a place at once, and again and
 * again. Nodes are numbered; 0 is none.
 */
export interface WordTree {
  /** The node of a word's first character. */
  readonly first: Int32Array
  /** By `slotOf(node, code)`: the node, the code and the node below. */
  readonly from: Int32Array
  readonly code: Uint16Array
  readonly below: Int32Array
  /** By node; NaN where no word ends. */
  readonly weight: Float64Array
  /** By code: what the character weighs alone. */
  readonly lone: Float64Array
  /** A bit for each node and the character of a node below it; others may share it. */
  readonly grown: Uint8Array
}

const SLOTS = 1 << 18
const NODES = 1 << 17
/** No word is longer. */
export const LONGEST_WORD = 16

let built: WordTree | undefined
/** Nodes so far; 0 is none. */
let nodes = 1

export function wordTree(): WordTree {
  return (built ??= build())
}

function build(): WordTree {
  const tree: WordTree = {
    first: new Int32Array(0x10000),
    from: new Int32Array(SLOTS),
    code: new Uint16Array(SLOTS),
    below: new Int32Array(SLOTS),
    weight: new Float64Array(NODES).fill(NaN),
    lone: new Float64Array(0x10000),
    grown: new Uint8Array(0x20000),
  }
  for (const line of wordLines.split('\n')) {
    const [length, power, all = ''] = line.split(':')
    const size = Number(length)
    const weight = Number(power) * Math.LN2 - TOTAL
    for (let i = 0; i + size <= all.length; i += size)
      tree.weight[nodeOf(tree, all, i, size)] =
        size > 1 || particles.has(all.charAt(i)) ? weight : weight - LONE
  }
  for (const word of genreWords) {
    const node = nodeOf(tree, word, 0, word.length)
    const known = tree.weight[node] ?? NaN
    tree.weight[node] = Math.max(Number.isNaN(known) ? -13 : known, -13) + GENRE
  }
  for (const [mark, weight] of marks) tree.weight[nodeOf(tree, mark, 0, mark.length)] = weight
  for (let code = 0; code < 0x10000; code++) {
    const weight = tree.weight[tree.first[code] ?? 0] ?? NaN
    tree.lone[code] = Number.isNaN(weight) ? unknown(code) : weight
  }
  return tree
}

function nodeOf(tree: WordTree, text: string, start: number, size: number): number {
  if (size > LONGEST_WORD) throw new Error(`a word of ${size} characters`)
  const { first, from, code: codes, below, grown } = tree
  let node = first[text.charCodeAt(start)] || nodes++
  first[text.charCodeAt(start)] = node
  for (let i = start + 1; i < start + size; i++) {
    const code = text.charCodeAt(i)
    const slot = slotOf(tree, node, code)
    if (below[slot] === 0) {
      const bit = bitOf(node, code)
      grown[bit >> 3] = (grown[bit >> 3] ?? 0) | (1 << (bit & 7))
      from[slot] = node
      codes[slot] = code
      below[slot] = nodes++
    }
    node = below[slot] ?? 0
  }
  return node
}

const bitOf = (node: number, code: number): number => (Math.imul(node, 0x3d4d) ^ code) & 0xfffff

/** Where the node below `node` by `code` stands or would stand. */
function slotOf(tree: WordTree, node: number, code: number): number {
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 14
  while (tree.below[slot] !== 0 && (tree.from[slot] !== node || tree.code[slot] !== code))
    slot = (slot + 1) & (SLOTS - 1)
  return slot
}

/** The node below `node` by a character, or 0. */
export function nodeBelow(tree: WordTree, node: number, code: number): number {
  const bit = bitOf(node, code)
  if ((((tree.grown[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) return 0
  return tree.below[slotOf(tree, node, code)] ?? 0
}

function unknown(code: number): number {
  if (code < 0x80) return ASCII
  const mark =
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff65) ||
    (code >= 0x2014 && code <= 0x2026) ||
    code === 0xb7
  return mark ? MARK : UNKNOWN
}

/** By character: those that follow it in some word, and those it follows. */
export interface Followers {
  readonly after: ReadonlyMap<number, readonly number[]>
  readonly before: ReadonlyMap<number, readonly number[]>
}

let followers: Followers | undefined

/** The first two characters of all words. */
export function wordStarts(): Followers {
  if (followers) return followers
  const tree = wordTree()
  const codeOf = new Map<number, number>()
  for (const [code, node] of tree.first.entries()) if (node !== 0) codeOf.set(node, code)
  const after = new Map<number, number[]>()
  const before = new Map<number, number[]>()
  for (let slot = 0; slot < SLOTS; slot++) {
    const first = tree.below[slot] === 0 ? undefined : codeOf.get(tree.from[slot] ?? 0)
    if (first === undefined) continue
    const second = tree.code[slot] ?? 0
    const list = after.get(first)
    if (list) list.push(second)
    else after.set(first, [second])
    const back = before.get(second)
    if (back) back.push(first)
    else before.set(second, [first])
  }
  return (followers = { after, before })
}
