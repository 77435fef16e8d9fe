import type { BodyOf } from '@gangmu/core'
import { after, apart, before, hedges, seeming } from '../words/comparators.js'
import { describing } from '../words/indicators.js'
import type { DateExpression } from './dates.js'
import type { Frame } from './ground.js'

export type QuantityBody = BodyOf<'quantity'>
export type QuantityComparator = QuantityBody['comparator']

/** The comparator said before `start` or after `end` of an amount, with the words that say it. */
export function comparatorOf(
  text: string,
  start: number,
  end: number,
): { comparator: QuantityComparator; words: string; from: number; to: number } {
  const left = text.slice(Math.max(0, start - 12), start)
  const right = text.slice(end, end + 5)
  const behind = after.find(([words]) => right.startsWith(words))
  if (behind) return { comparator: behind[1], words: behind[0], from: start, to: end + behind[0].length }
  const ahead = seeming.test(left) ? undefined : before.find(([words]) => left.endsWith(words))
  if (ahead) return { comparator: ahead[1], words: ahead[0], from: start - ahead[0].length, to: end }
  for (const [words, comparator] of apart) {
    const match = words.exec(left)
    if (match) return { comparator, words: match[0], from: start - match[0].length, to: end }
  }
  // 进入全国前70位
  if (/(?<!提)前$/u.test(left) && /[位名强]$/u.test(text.slice(start, end)))
    return { comparator: '<=', words: '', from: start, to: end }
  return { comparator: '=', words: '', from: start, to: end }
}

/** 力争+突破: the words of intent before the figure and the comparator, in the order of the text. */
export function hedgeOf(words: string, comparison: string): string | null {
  const found = hedges
    .filter((it) => words.includes(it))
    .toSorted((a, b) => words.indexOf(a) - words.indexOf(b))
  const all =
    comparison !== '' && !['约', '近', '内', '以内', '左右'].includes(comparison)
      ? [...found, comparison]
      : found
  return all.length > 0 ? [...new Set(all)].join('+') : null
}

/** `given`: the figure counts what is there already. Target in what is asked or promised, estimate where the text expects, else fact. */
export function roleOf(frame: Frame, leading: string, given: boolean): QuantityBody['role'] {
  if (/(?:年度|当年|今年|本年)(?:计划|安排)(?:完成)?投资[^，]{0,3}$/u.test(leading)) return 'target'
  const open = frame.mode !== 'narrative' || frame.ahead
  // 总投资不低于150亿元: a floor for what is to come is asked, not described.
  if (open && /总投资(?:额)?不(?:低|少)于$/u.test(leading)) return 'target'
  if (describing.test(leading.slice(-12)) || /^[^，]{0,8}有$|现有|^占/u.test(leading)) return 'fact'
  if (/^(?:可|将)?(?:形成)?年产/u.test(leading)) return 'estimate'
  if (frame.outcome || /预计(?!新增|引进)|预测|有望/u.test(leading)) return 'estimate'
  if (/目标(?!的)|力争|确保|(?<!向上)争取|计划(?:新增|完成|实施|引进)/u.test(leading)) return 'target'
  if (!open) return 'fact'
  return given ? 'fact' : 'target'
}

/** The time in force for a figure at `at`: the last date before it in its clause, else the one carried to it. */
function dateFor(frame: Frame, at: number): DateExpression | null {
  const own = frame.dates.filter(
    (it) => it.kind !== 'vague' && it.kind !== 'each' && it.due?.startsWith('P') !== true,
  )
  const carried = frame.carried?.kind === 'point' ? null : (frame.carried ?? frame.span)
  return own.filter((it) => it.start <= at).at(-1) ?? own[0] ?? carried
}

/** Null where no date is in force or the words resolve to none. */
export function periodFor(frame: Frame, at: number): QuantityBody['period'] {
  if (frame.outcome) return null
  const date = dateFor(frame, at)
  return date?.period ? { start: date.period.start, end: date.period.end } : null
}
