import { genreWords } from './genre-words.js'
import { wordLines } from './tables/words.js'

// How likely a stretch of simplified Chinese is: words of a general dictionary by frequency, best segmentation.
// Used only to choose between readings that the bytes allow.

/** About the number of tokens the dictionary counted. */
const TOTAL = Math.log(60_000_000)
const UNKNOWN = -19
const NEUTRAL = -5
/** Marks that end a clause, and pairs of marks where speech begins and ends. */
const marks: readonly (readonly [string, number])[] = [
  ['，', -3],
  ['。', -3.5],
  ['、', -3.5],
  ['“', -4],
  ['”', -4],
  ...['。”', '。“', '，“', '”，', '”、', '！”', '？”', '：“', '”。', '”“', '。\n', '！\n'].map(
    (pair) => [pair, -6] as const,
  ),
]
/** A lone character that seldom stands alone is less likely than its count says. */
const LONE = 2.5
const GENRE = 3

const particles = new Set(
  '的和在是了与对将为要把从到中上下以及等有不更最也性化区市省县镇城地所使被让就都并或我',
)

/** Words as a tree of their characters: a search asks for all words at a place at once. */
interface Node {
  weight: number
  next: Map<number, Node> | null
}

let built: Node | undefined

function root(): Node {
  if (built) return built
  const top: Node = { weight: NaN, next: null }
  for (const line of wordLines.split('\n')) {
    const [length, power, all = ''] = line.split(':')
    const size = Number(length)
    const weight = Number(power) * Math.LN2 - TOTAL
    for (let i = 0; i + size <= all.length; i += size)
      nodeOf(top, all, i, size).weight = size > 1 || particles.has(all.charAt(i)) ? weight : weight - LONE
  }
  for (const word of genreWords) {
    const node = nodeOf(top, word, 0, word.length)
    node.weight = Math.max(Number.isNaN(node.weight) ? -13 : node.weight, -13) + GENRE
  }
  for (const [mark, weight] of marks) nodeOf(top, mark, 0, mark.length).weight = weight
  built = top
  return top
}

function nodeOf(top: Node, text: string, start: number, size: number): Node {
  let node = top
  for (let i = start; i < start + size; i++) {
    const code = text.charCodeAt(i)
    const under: Map<number, Node> = (node.next ??= new Map())
    let next = under.get(code)
    if (!next) {
      next = { weight: NaN, next: null }
      under.set(code, next)
    }
    node = next
  }
  return node
}

function unknown(code: number): number {
  const mark =
    code < 0x80 ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff65) ||
    (code >= 0x2014 && code <= 0x2026) ||
    code === 0xb7
  return mark ? NEUTRAL : UNKNOWN
}

/** Natural logarithm of the likelihood of the best segmentation of a short text. */
export function likelihood(text: string): number {
  const top = root()
  const best = new Float64Array(text.length + 1).fill(-Infinity)
  best[0] = 0
  for (let start = 0; start < text.length; start++) {
    const here = best[start] ?? 0
    let node = top.next?.get(text.charCodeAt(start))
    const lone = here + (node && !Number.isNaN(node.weight) ? node.weight : unknown(text.charCodeAt(start)))
    if (lone > (best[start + 1] ?? 0)) best[start + 1] = lone
    for (let end = start + 2; node && end <= text.length; end++) {
      node = node.next?.get(text.charCodeAt(end - 1))
      if (node && !Number.isNaN(node.weight) && here + node.weight > (best[end] ?? 0))
        best[end] = here + node.weight
    }
  }
  return best[text.length] ?? 0
}

export function isCommon(char: string): boolean {
  return !Number.isNaN(root().next?.get(char.charCodeAt(0))?.weight ?? NaN)
}
