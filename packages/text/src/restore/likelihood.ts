import { genreWords } from './genre-words.js'
import { wordLines } from './tables/words.js'

// How likely a stretch of simplified Chinese is: words of a general dictionary by frequency, best segmentation.
// Used only to choose between readings that the bytes allow.

/** About the number of tokens the dictionary counted. */
const TOTAL = Math.log(60_000_000)
const UNKNOWN = -19
const NEUTRAL = -5
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
  built = weights
  return weights
}

/** Natural logarithm of the likelihood of the best segmentation of a short text. */
export function likelihood(text: string): number {
  const known = words()
  const best = [0]
  for (let end = 1; end <= text.length; end++) {
    let top = -Infinity
    for (let size = 1; size <= 4 && size <= end; size++) {
      const weight = known.get(text.slice(end - size, end))
      const score = weight ?? (size === 1 ? unknown(text.charAt(end - 1)) : undefined)
      if (score !== undefined) top = Math.max(top, (best[end - size] ?? 0) + score)
    }
    best.push(top)
  }
  return best[text.length] ?? 0
}

function unknown(char: string): number {
  return /[\u4e00-\u9fff\u3400-\u4dbf]/.test(char)
    ? UNKNOWN
    : /[。，、；：“”‘’（）《》！？\w\n]/.test(char)
      ? NEUTRAL
      : UNKNOWN
}

export function isCommon(char: string): boolean {
  return words().has(char)
}
