import type { Amount } from './amount.js'
import { comparatorOf, type QuantityBody } from './quantity.js'
import { pattern } from '../pattern/pattern.js'

type Threshold = NonNullable<QuantityBody['threshold']>

const SIZED = pattern(
  /^(?:以上|级)?(?:的)?[^，、\d]{0,12}(?:项目|企业|载体|平台|产业|集群|园区|楼宇|街道|镇|村|基金|基地)/u,
)
const CLASS = pattern(
  /^(?:以上)?(?:的)?(?:行政村|村|企业|项目|镇|街道|园区|楼宇|集群)(?:占比|比例|比重|占|实现|全覆盖)/u,
)
const ROUND = pattern(
  /(?<![\d十百千万零一二两三四五六七八九多])(?<raw>(?:十|百|千|万)?亿元?(?:以上|级)?|(?:百|千)?万美元以上)(?:[^，、\d]{0,10}(?:项目|企业|集群|园区|产业|楼宇|街道|镇|功能区)|(?<=上|级)的?[有达]?$)/u,
)

/**
 * 超50亿元重大项目3个: a sum that only says which projects are counted is the threshold of the count, not a
 * quantity of its own.
 */
export function thresholdsOf(
  text: string,
  amounts: readonly Amount[],
): { thresholds: ReadonlyMap<Amount, Threshold>; taken: ReadonlySet<Amount> } {
  const thresholds = new Map<Amount, Threshold>()
  const taken = new Set<Amount>()
  for (const [index, amount] of amounts.entries()) {
    if (amount.unit.kind !== 'money' && amount.unit.kind !== 'measure') continue
    const level = text.charAt(amount.end) === '级'
    if (level) taken.add(amount)
    const plain = comparatorOf(text, amount.start, amount.end)
    const said = level ? { ...plain, comparator: '>=' as const, to: amount.end + 1 } : plain
    const next = amounts[index + 1]
    // 其中10亿元以上18个: the count follows at once, what is counted was said before.
    const bare = next?.unit.kind === 'count' && /^的?[有达]?$/u.test(text.slice(said.to, next.start))
    if (said.comparator === '=' || (!bare && !SIZED.test(text.slice(amount.end, amount.end + 24)))) continue
    const before = amounts[index - 1]
    const behind =
      next && next.unit.kind === 'count' && !/[，；]/u.test(text.slice(amount.end, next.start)) ? next : null
    const ahead =
      before && before.unit.kind === 'count' && said.from - before.end <= 6 && !taken.has(before)
        ? before
        : null
    const counted = behind ?? ahead
    // 超80万元的村占比, 超百亿元企业实现零的突破: the size only says which are meant.
    if (!counted && CLASS.test(text.slice(amount.end, amount.end + 16))) taken.add(amount)
    if (!counted) continue
    taken.add(amount)
    thresholds.set(counted, {
      value: amount.value,
      unit: amount.unit.unit,
      comparator: said.comparator,
      raw: text.slice(said.from, said.to),
    })
  }
  for (const [index, amount] of amounts.entries()) {
    if (amount.unit.kind !== 'count' || thresholds.has(amount)) continue
    const left = text.slice(Math.max(amounts[index - 1]?.end ?? 0, amount.start - 20), amount.start)
    const raw = ROUND.exec(left.split(/[，、；。\d]/u).at(-1) ?? '')?.groups?.['raw']
    if (raw)
      thresholds.set(amount, {
        value: ROUND_VALUES[raw.charAt(0)] ?? 1e8,
        unit: raw.includes('美元') ? 'USD' : 'CNY',
        comparator: '>=',
        raw,
      })
  }
  return { thresholds, taken }
}

const ROUND_VALUES: Readonly<Record<string, number>> = { 亿: 1e8, 十: 1e9, 百: 1e10, 千: 1e11, 万: 1e12 }
