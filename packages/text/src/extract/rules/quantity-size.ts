// “千亿级产业集群”“冲刺千亿规模”: a size told by its order of magnitude only.
import { hedgeOf, periodFor, roleOf } from '../quantity.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const SIZE = pattern(
  /(?<!["“百千万亿\d超近])(?<n>\d{1,4}|[一二三四五六七八九])?(?<scale>亿|万亿|千亿|百亿|十亿|百万吨|千万吨)(?<level>元?级|规模|能级|量级)(?<noun>[^，、；的]{0,14})/gu,
)
const SCALES: Readonly<Record<string, number>> = {
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  百万吨: 1e6,
  千万吨: 1e7,
}

export const quantitySize: Rule = { name: 'quantity-size', find: (source) => source.frames.flatMap(inClause) }

function inClause(frame: Frame): Draft[] {
  if (frame.block.kind === 'lead') return []
  const found: Draft[] = []
  for (const match of frame.words.matchAll(SIZE)) {
    const { n, scale = '', level = '', noun = '' } = match.groups ?? {}
    const lead = frame.words.slice(0, match.index)
    if (/\d$/u.test(lead) || (/[\d一二两三四五六七八九十]个$/u.test(lead) && !/第[^，]{1,3}个$/u.test(lead)))
      continue
    if (/^\s?\d/u.test(frame.words.slice(match.index + match[0].length)) || /\d/u.test(noun)) continue
    const period = periodFor(frame, frame.clause.start + match.index)
    const times = n === undefined ? 1 : Number(n) || '一二三四五六七八九'.indexOf(n) + 1
    found.push({
      start: frame.clause.start,
      end: frame.clause.end,
      body: {
        kind: 'quantity',
        role: roleOf(frame, lead, false),
        actor: frame.actor,
        indicator: `${noun || lead.slice(-8)}规模`,
        value: times * (SCALES[scale] ?? 0),
        raw: `${n ?? ''}${scale}${level}`,
        unit: scale.endsWith('吨') ? 't' : 'CNY',
        comparator: '>=',
        period: period && { start: null, end: period.end },
        hedge: hedgeOf(lead, ''),
        form: 'order-of-magnitude',
        threshold: null,
      },
    })
  }
  return found
}
