// “增速位居全省第二”“产值占比全市第一”: a place in an order, and “保持全省最前列”, a place without a number.
import { spokenValue } from '../number.js'
import { ordinalNames } from '../../words/traps.js'
import type { Frame } from '../ground.js'
import { hedgeOf, periodFor, type QuantityBody, roleOf } from '../quantity.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const SCOPE =
  '(?:全国|全省|全市|全区|苏南|苏中|苏北|江苏|国内|全球|世界|亚洲|省内|市内|同类|同行业|中部|东部|西部|长三角|(?![\\p{Script=Han}]{0,2}[居列位全占])[\\p{Script=Han}]{2,3}(?:省|市))(?:[\\p{Script=Han}]{0,8}?)'
const NUMBERED = pattern(
  new RegExp(`(?<scope>${SCOPE})?第(?<n>\\d{1,4}|[一二三四五六七八九十百]{1,4})(?<unit>位次|位|名)?`, 'gu'),
)
/** 列某市各板块第二, 位居某市第一: the field stands between the verb and the place. */
const PLACED = pattern(
  /(?:位居|位列|列|居|排名|排|名列|跃居|升至)(?<scope>[\p{Script=Han}]{2,8}?)第(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?(?=$|[、”）])/gu,
)
/** 稳居全省首位, 居全国港口第八、内河港口首位. */
const FIRST = pattern(/(?<=[居列][^，]{0,24})(?:首位|榜首)(?=$|[、”）])/gu)
const FRONT = pattern(
  new RegExp(
    `(?:保持|位居|位列|稳居|处于|进入|居)(?<scope>${SCOPE})(?:、[\\p{Script=Han}]{2,3})?(?<raw>最?前列|前茅)`,
    'gu',
  ),
)
/** 跻身全国前50, 进入全省同类前10强: among the first, a bound. */
const AMONG = pattern(
  /(?:进入|进到|跻身|位列|位居|排名|列|居|保持|挺进|迈入|冲进|冲刺|进至|升至|前移至)[\p{Script=Han}]{0,10}?(?<!提)前(?<n>\d{1,3})强?(?=$|[、”）行之])/gu,
)
const RANKING = pattern(/(?:位居|位列|列|居|排名|排|名列|跃居|升至|跻身|稳居|连续[^，]{1,6}居)[^，]{0,10}$/u)

export const quantityRank: Rule = {
  name: 'quantity-rank',
  find: (source) => source.frames.flatMap((frame) => inClause(source, frame)),
}

function inClause({ text }: Source, frame: Frame): Draft[] {
  if (frame.block.kind === 'lead') return []
  const { start, end } = frame.clause
  const found: Draft[] = []
  for (const match of frame.words.matchAll(NUMBERED)) {
    const { scope, n = '', unit } = match.groups ?? {}
    const lead = frame.words.slice(0, match.index)
    const tail = frame.words.slice(match.index + match[0].length)
    const value = /\d/u.test(n) ? Number(n) : spokenValue(n)
    const ranked = scope !== undefined || (unit !== undefined && RANKING.test(lead))
    if (
      value === null ||
      !ranked ||
      (/[\p{Script=Han}]/u.test(tail.charAt(0)) &&
        ((unit === undefined && !/^(?:优势|，|的位次|；)/u.test(tail)) ||
          ordinalNames.some((it) => tail.startsWith(it))))
    )
      continue
    found.push({ start, end, body: rank(frame, lead, match[0], value, start + match.index, 'rank') })
  }
  for (const match of frame.words.matchAll(PLACED)) {
    const { n = '' } = match.groups ?? {}
    const value = /\d/u.test(n) ? Number(n) : spokenValue(n)
    const at = match.index + match[0].indexOf('第')
    const raw = match[0].slice(match[0].indexOf('第'))
    if (
      value === null ||
      found.some(({ body }) => body.kind === 'quantity' && body.value === value && body.raw.endsWith(raw))
    )
      continue
    found.push({
      start,
      end,
      body: rank(frame, frame.words.slice(0, match.index), raw, value, start + at, 'rank'),
    })
  }
  for (const match of frame.words.includes('前') ? frame.words.matchAll(AMONG) : []) {
    const { n = '' } = match.groups ?? {}
    const at = match.index + match[0].lastIndexOf('前')
    const body = rank(
      frame,
      frame.words.slice(0, match.index),
      match[0].slice(at - match.index),
      Number(n),
      start + at,
      'rank',
    )
    found.push({ start, end, body: { ...body, comparator: '<=' } })
  }
  for (const match of /首位|榜首/u.test(frame.words) ? frame.words.matchAll(FIRST) : []) {
    const lead = frame.words.slice(0, match.index)
    found.push({ start, end, body: rank(frame, lead, match[0], 1, start + match.index, 'rank') })
  }
  for (const match of frame.words.matchAll(FRONT)) {
    const lead = frame.words.slice(0, match.index)
    for (const indicator of lead
      .split('、')
      .map(named)
      .filter((it) => /[数率额量值入重比]$/u.test(it)))
      found.push({
        start,
        end,
        body: {
          ...rank(frame, lead, match.groups?.['raw'] ?? '', null, start + match.index, 'rank-qualitative'),
          indicator,
        },
      })
  }
  void text
  return found
}

function named(words: string): string {
  return words.replace(/^(?:推动|确保|力争|全省|其中)+/u, '')
}

function rank(
  frame: Frame,
  lead: string,
  raw: string,
  value: number | null,
  at: number,
  form: QuantityBody['form'],
): QuantityBody {
  const indicator = named(lead.split(/[、，]/u).at(-1) ?? '')
    .replace(/(?:位居|位列|列|居|排名|排|名列|跃居|保持|巩固|稳居)+$/u, '')
    .replace(/^巩固/u, '')
  return {
    kind: 'quantity',
    role: roleOf(frame, lead, false),
    actor: frame.actor,
    indicator,
    value,
    raw,
    unit: '位',
    comparator: '=',
    period: periodFor(frame, at),
    hedge: hedgeOf(lead, ''),
    form,
    threshold: null,
  }
}
