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

let built: ReadonlyMap<string, number> | undefined

function words(): ReadonlyMap<string, number> {
  if (built) return built
  const weights = new Map<string, number>()
  for (const line of wordLines.split('\n')) {
    const [length, power, all = ''] = line.split(':')
    const size = Number(length)
    const weight = Number(power) * Math.LN2 - TOTAL
    for (let i = 0; i + size <= all.length; i += size) {
      const word = all.slice(i, i + size)
      weights.set(word, size > 1 || particles.has(word) ? weight : weight - LONE)
    }
  }
  for (const word of genreWords) weights.set(word, Math.max(weights.get(word) ?? -13, -13) + GENRE)
  for (const [mark, weight] of marks) weights.set(mark, weight)
  built = weights
  return weights
}

function weightOf(word: string): number | undefined {
  return words().get(word) ?? (word.length === 1 ? unknown(word) : undefined)
}

function unknown(char: string): number {
  return /[\u3000-\u303f\uff00-\uff65“”‘’…—·\x00-\x7f]/.test(char) ? NEUTRAL : UNKNOWN
}

/** For each prefix of a short text, the natural logarithm of the likelihood of its best segmentation. */
export function prefixScores(text: string, scores: readonly number[] = [0]): readonly number[] {
  const best = [...scores]
  for (let end = best.length; end <= text.length; end++) {
    let top = -Infinity
    for (let size = 1; size <= 4 && size <= end; size++) {
      const weight = weightOf(text.slice(end - size, end))
      if (weight !== undefined) top = Math.max(top, (best[end - size] ?? 0) + weight)
    }
    best.push(top)
  }
  return best
}

/** The same for each suffix, by its start. */
export function suffixScores(text: string): readonly number[] {
  const best: number[] = Array.from({ length: text.length + 1 }, () => 0)
  for (let start = text.length - 1; start >= 0; start--) {
    let top = -Infinity
    for (let size = 1; size <= 4 && start + size <= text.length; size++) {
      const weight = weightOf(text.slice(start, start + size))
      if (weight !== undefined) top = Math.max(top, (best[start + size] ?? 0) + weight)
    }
    best[start] = top
  }
  return best
}

/** Natural logarithm of the likelihood of a short text. */
export function likelihood(text: string): number {
  return prefixScores(text)[text.length] ?? 0
}

/** The likelihood of `before + middle + after`, from the scores of its ends. */
export function joinedLikelihood(
  before: string,
  beforeScores: readonly number[],
  middle: string,
  after: string,
  afterScores: readonly number[],
): number {
  const left = before + middle
  const scores = prefixScores(left, beforeScores)
  let top = (scores[left.length] ?? 0) + (afterScores[0] ?? 0)
  for (let into = 1; into <= 3 && into <= after.length; into++) {
    for (let back = 1; back + into <= 4 && back <= left.length; back++) {
      const weight = words().get(left.slice(left.length - back) + after.slice(0, into))
      if (weight !== undefined)
        top = Math.max(top, (scores[left.length - back] ?? 0) + weight + (afterScores[into] ?? 0))
    }
  }
  return top
}

export function isCommon(char: string): boolean {
  return words().has(char)
}
