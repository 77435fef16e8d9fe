import { decode, encode, indexOfPair } from './gbk-bytes.js'
import { portal } from './portal.js'
import { readingTable } from './reading-table.js'
import { traditional } from './traditional.js'

export const styles = ['pinyin', 'pinyin-spaced', 'simplified-portal'] as const
export type DamageStyle = (typeof styles)[number]

export interface DamageOptions {
  readonly style: DamageStyle
  /** Chooses which characters carry a reading, and in which order they are replaced. */
  readonly seed?: number
  /** The table itself, in order, instead of one drawn by the seed: traditional character and its reading, with
   *  the space some tables carry behind it. */
  readonly table?: readonly (readonly [char: string, reading: string])[]
  /** Whether a full-width mark is also found across a character boundary; default true. */
  readonly marks?: boolean
  /** Advertising words put in the place of others. */
  readonly promo?: Readonly<Record<string, string>>
}

const marks = [0xa3a1, 0xa3bf, 0xa3bb]
const half: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
}

/** The web's damage, as docs/decisions/0003-restoration.md describes it. Same text and options, same damage. */
export function damage(text: string, options: DamageOptions): string {
  const seed = options.seed ?? 1
  if (options.style === 'simplified-portal') return portal(narrow(promoted(text, options.promo ?? {})))
  const source = traditional(promoted(text, options.promo ?? {}))
  const table = options.table ?? readingTable(source, seed, options.style === 'pinyin-spaced')
  const lines = source.split('\n').map((line) => damageLine(line, table, options.marks ?? true))
  return narrow(lines.join('\n'))
}

function damageLine(line: string, table: readonly (readonly [string, string])[], withMarks: boolean): string {
  let bytes = encode(line)
  for (const [char, reading] of table) {
    const pair = encode(char)
    bytes = annotate(bytes, ((pair[0] ?? 0) << 8) | (pair[1] ?? 0), encode(`(${reading})`))
  }
  return withMarks ? splitAtMarks(bytes).map(decode).join('') : decode(bytes)
}

/** Every occurrence of the two bytes gets the reading behind it, also one that straddles two characters. */
function annotate(bytes: number[], pair: number, group: readonly number[]): number[] {
  const out: number[] = []
  let from = 0
  for (;;) {
    const at = indexOfPair(bytes, pair, from)
    if (at < 0) return from === 0 ? bytes : [...out, ...bytes.slice(from)]
    out.push(...bytes.slice(from, at + 2), ...group)
    from = at + 2
  }
}

/** Cut before and behind every full-width `！？；`, wherever its two bytes are found. */
function splitAtMarks(bytes: readonly number[]): readonly (readonly number[])[] {
  const parts: number[][] = []
  let from = 0
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (!marks.includes(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0))) continue
    parts.push(bytes.slice(from, i), bytes.slice(i, i + 2))
    from = i + 2
    i++
  }
  parts.push(bytes.slice(from))
  return parts
}

function narrow(text: string): string {
  return text.replace(/[，；：！？（）]/g, (mark) => half[mark] ?? mark)
}

function promoted(text: string, promo: Readonly<Record<string, string>>): string {
  return Object.entries(promo).reduce((all, [word, advert]) => all.replaceAll(word, advert), text)
}
