import { genreWords } from './genre-words.js'
import { wordLines } from './tables/words.js'

// How likely a stretch of simplified Chinese is: words of a general dictionary by frequency, best segmentation.
// Used only to choose between readings that the bytes allow.

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
interface Tree {
  /** The node of a word's first character. */
  readonly first: Int32Array
  /** By `slotOf(node, code)`: the node, the code and the node below. */
  readonly from: Int32Array
  readonly code: Uint16Array
  readonly below: Int32Array
  /** By node; NaN where no word ends. */
  readonly weight: Float64Array
  /** A bit for each two characters that some word begins with; others may share it. */
  readonly begun: Uint8Array
}

const SLOTS = 1 << 18
const NODES = 1 << 17

let built: Tree | undefined
/** Nodes so far; 0 is none. */
let nodes = 1

function tree(): Tree {
  if (built) return built
  const top: Tree = {
    first: new Int32Array(0x10000),
    from: new Int32Array(SLOTS),
    code: new Uint16Array(SLOTS),
    below: new Int32Array(SLOTS),
    weight: new Float64Array(NODES).fill(NaN),
    begun: new Uint8Array(0x20000),
  }
  for (const line of wordLines.split('\n')) {
    const [length, power, all = ''] = line.split(':')
    const size = Number(length)
    const weight = Number(power) * Math.LN2 - TOTAL
    for (let i = 0; i + size <= all.length; i += size)
      top.weight[nodeOf(top, all, i, size)] =
        size > 1 || particles.has(all.charAt(i)) ? weight : weight - LONE
  }
  for (const word of genreWords) {
    const node = nodeOf(top, word, 0, word.length)
    const known = top.weight[node] ?? NaN
    top.weight[node] = Math.max(Number.isNaN(known) ? -13 : known, -13) + GENRE
  }
  for (const [mark, weight] of marks) top.weight[nodeOf(top, mark, 0, mark.length)] = weight
  built = top
  return top
}

function nodeOf(top: Tree, text: string, start: number, size: number): number {
  const { first, from, code: codes, below, begun } = top
  let node = first[text.charCodeAt(start)] || nodes++
  first[text.charCodeAt(start)] = node
  for (let i = start + 1; i < start + size; i++) {
    const code = text.charCodeAt(i)
    const slot = slotOf(top, node, code)
    if (i === start + 1) {
      const bit = bitOf(text.charCodeAt(start), code)
      begun[bit >> 3] = (begun[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
    if (below[slot] === 0) {
      from[slot] = node
      codes[slot] = code
      below[slot] = nodes++
    }
    node = below[slot] ?? 0
  }
  return node
}

const bitOf = (first: number, second: number): number => (Math.imul(first, 0x3d4d) ^ second) & 0xfffff

/** Where the node below `node` by `code` stands or would stand. */
function slotOf(top: Tree, node: number, code: number): number {
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 14
  while (top.below[slot] !== 0 && (top.from[slot] !== node || top.code[slot] !== code))
    slot = (slot + 1) & (SLOTS - 1)
  return slot
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

let best = new Float64Array(64)

/** Natural logarithm of the likelihood of the best segmentation of a short text. */
export function likelihood(text: string): number {
  const top = tree()
  const { length } = text
  if (best.length <= length) best = new Float64Array(length * 2)
  best.fill(-Infinity, 0, length + 1)
  best[0] = 0
  for (let start = 0; start < length; start++) {
    const here = best[start] ?? 0
    const code = text.charCodeAt(start)
    let node = top.first[code] ?? 0
    const weight = node === 0 ? NaN : (top.weight[node] ?? NaN)
    const lone = here + (!Number.isNaN(weight) ? weight : unknown(code))
    if (lone > (best[start + 1] ?? 0)) best[start + 1] = lone
    for (let end = start + 2; node !== 0 && end <= length; end++) {
      node = top.below[slotOf(top, node, text.charCodeAt(end - 1))] ?? 0
      if (node === 0) break
      const word = here + (top.weight[node] ?? NaN)
      if (word > (best[end] ?? 0)) best[end] = word
    }
  }
  return best[length] ?? 0
}

/** Whether some word begins with these two characters. */
export function begins(first: string, second: string): boolean {
  const top = tree()
  const [one, two] = [first.charCodeAt(0), second.charCodeAt(0)]
  const bit = bitOf(one, two)
  if (((top.begun[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false
  const node = top.first[one] ?? 0
  return node !== 0 && top.below[slotOf(top, node, two)] !== 0
}

export function isCommon(char: string): boolean {
  const top = tree()
  const node = top.first[char.charCodeAt(0)] ?? 0
  return node !== 0 && !Number.isNaN(top.weight[node])
}
