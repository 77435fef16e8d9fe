import { opensWithVerb } from './verb-phrase.js'
import type { Block } from '../outline/types.js'
import { pattern } from '../pattern/pattern.js'

const LONGEST = 38
const FIGURE = pattern(
  /\d[\d.]*(?:万|亿|千)?(?:%|％|个|家|名|所|条|项|套|座|处|公里|亩|人|户|件|元|吨|平方米)/u,
)
const ROW = pattern(/^[一二三四五六七八九十]+是/u)
const ANSWERS = pattern(/^[（(]?(?:责任|牵头|主办|实施|配合)(?:单位|部门)/u)

/**
 * The theme a paragraph opens with: a short first sentence with more to come, or a numbered sentence (一要…。).
 * Null where the sentence says something of its own.
 */
export function isTheme(text: string, block: Block, position: number): string | null {
  const sentence = block.sentences[position]
  if (!sentence || block.sentences.length < 2) return null
  const words = text.slice(sentence.start, sentence.end).replace(/[。！？“”\s]+$/gu, '')
  if (position === block.sentences.length - 1) return null
  const numbered =
    /^(?:[一二三四五六七八九十]+(?:要|是|、)|第[一二三四五六七八九十]，|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.．、](?!\d))/u.test(
      words,
    )
  // 2.新增托位600个。责任单位：…: a target with who answers for it. 二是…。三是…。: numbered tasks in a row.
  const next = block.sentences[position + 1]
  const follows = next ? text.slice(next.start, next.start + 12) : ''
  const before = block.sentences[position - 1]
  const inRow = [follows, before ? text.slice(before.start, before.start + 12) : ''].some((it) =>
    ROW.test(it),
  )
  if (numbered && (ANSWERS.test(follows) || (ROW.test(words) && inRow))) return null
  // 1.每年培养人才3000名，新建基地5个。: a task with its figures.
  if (numbered && FIGURE.test(words)) return null
  if (numbered && sentence.clauses.length <= 2 && words.length <= LONGEST) return words
  if (/^[“"]?我[们区市县镇]/u.test(words)) return null
  if (position !== 0 || sentence.clauses.length > 3 || words.length > LONGEST) return null
  if (/\d|了|已/u.test(words)) return null
  const spoken = /^[^，。]{2,16}(?:强调|指出|要求|提出)，/u
  const rest = words.replace(spoken, '')
  const clauses = rest.split('，')
  if (clauses.length > 2) return null
  if (!opensWithVerb(rest) && !/^(?:要|在|把|以|“)/u.test(rest) && block.sentences.length < 3) return null
  if (/^[^，]{1,14}(?<![还就都要若凡])是/u.test(rest)) return null
  const heading = rest.startsWith('要') ? clauses.length === 1 || /^要把.*作为/u.test(rest) : true
  return heading && (clauses.length === 1 || /^要把|^把|^以|^在/u.test(rest)) ? rest : null
}

/**
 * Starts of clauses that open three or more sentences of a paragraph with the same ending: 推动空间相融，…推动生态相融，…
 * They are sub-headings in running text.
 */
export function parallelHeads(text: string, block: Block): ReadonlySet<number> {
  const byEnding = new Map<string, number[]>()
  for (const { clauses } of block.sentences) {
    for (const [index, clause] of clauses.entries()) {
      const before = clauses[index - 1]
      if (before && !/[；;]/u.test(before.mark)) continue
      if (!/[，,]/u.test(clause.mark) || clause.end - clause.start > 14) continue
      const words = text.slice(clause.start, clause.end)
      if (words.startsWith('坚持')) continue
      const list = byEnding.get(words.slice(-2))
      if (list) list.push(clause.start)
      else byEnding.set(words.slice(-2), [clause.start])
    }
  }
  const heads = new Set<number>()
  for (const starts of byEnding.values()) if (starts.length >= 3) for (const start of starts) heads.add(start)
  return heads
}

/**
 * Paragraphs whose first clauses stand in parallel (the same length, the same first character, three or more in a
 * row): those clauses are their headings.
 */
export function siblingHeads(text: string, blocks: readonly Block[]): ReadonlySet<Block> {
  const heads = new Set<Block>()
  let run: Block[] = []
  let shape = ''
  for (const block of [...blocks, null]) {
    const first = block?.kind === 'paragraph' ? block.sentences[0]?.clauses[0] : undefined
    const words = first && /[，,：:]/u.test(first.mark) ? text.slice(first.start, first.end) : ''
    const own = words.length >= 4 && words.length <= 12 ? `${words.length}${words.charAt(0)}` : ''
    if (own === '' || own !== shape) {
      if (run.length >= 3) for (const it of run) heads.add(it)
      run = []
    }
    shape = own
    if (block && own !== '') run.push(block)
  }
  return heads
}
