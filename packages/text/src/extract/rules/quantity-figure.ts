// “新增高新技术企业120家以上”“一般公共预算收入增长5%左右”“总投资50亿元的…”: a figure with a unit.
import { setting } from '../../words/indicators.js'
import type { Amount } from '../amount.js'
import { manner } from '../../words/action-verbs.js'
import { predicateOf } from '../verb-phrase.js'
import { bareName, indicatorOf } from '../indicator.js'
import { figurePeriod, isBase, isOutput } from '../figure-period.js'
import { comparatorOf, hedgeOf, type QuantityBody, roleOf } from '../quantity.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule, Source } from '../rule.js'
import { thresholdsOf } from '../threshold.js'
import { pattern } from '../../pattern/pattern.js'

export const quantityFigure: Rule = {
  name: 'quantity-figure',
  find: (source) =>
    source.frames.flatMap((frame, at) => {
      const before = source.frames[at - 1]
      return continued(
        inClause(source, frame, before?.sentence === frame.sentence ? before : null),
        frame,
        before,
      )
    }),
}

/** ，增长3.2%: a change without a subject is one of what the clause before measured. */
function continued(drafts: Draft[], frame: Frame, before: Frame | undefined): Draft[] {
  const outer =
    before && before.sentence === frame.sentence
      ? /^[^\d]{2,24}?(?=[达为约近超共]?(?:突破|超过|达到|实现|增长)?\d)/u.exec(before.words)?.[0]
      : undefined
  let latest = outer === undefined ? '' : bareName(outer)
  return drafts.map((draft) => {
    if (draft.body.kind !== 'quantity') return draft
    const { indicator } = draft.body
    const bare = indicator === '' || CHANGE_ONLY.test(indicator)
    const named = bare ? latest + indicator : indicator
    if (!bare) latest = indicator
    return { ...draft, body: { ...draft.body, indicator: named } }
  })
}

const CHANGE_ONLY = pattern(/^(?:累计|总数|年均|年|同比|按可比价格计算|可比价)?(?:增长率|下降率)$/u)

function inClause(source: Source, frame: Frame, before: Frame | null): Draft[] {
  if (frame.block.kind === 'lead') return []
  const { text } = source
  const { start, end } = frame.clause
  const dated = [...frame.dates, ...frame.bases].filter((it) => it.due?.startsWith('P') !== true)
  const amounts = frame.amounts.filter(
    (it) => !dated.some((date) => it.start >= date.start && it.start < date.end),
  )
  const { thresholds, taken } = thresholdsOf(text, amounts)
  return amounts.flatMap((amount, index) => {
    if (taken.has(amount)) return []
    const from = amounts.slice(0, index).findLast((it) => !taken.has(it))?.end ?? start
    return [
      {
        start: quoteStart(frame),
        end,
        body: bodyOf(source, frame, before, amount, from, thresholds.get(amount) ?? null),
      },
    ]
  })
}

/** A clause that only names the time (力争到2026年) belongs to the quote of the next. */
function quoteStart(frame: Frame): number {
  const before = frame.sentence.clauses[frame.index - 1]
  const date = frame.carried
  return before &&
    date &&
    date.start >= before.start &&
    date.end === before.end &&
    date.start - before.start <= 4
    ? before.start
    : frame.clause.start
}

function bodyOf(
  { text, year }: Source,
  frame: Frame,
  before: Frame | null,
  amount: Amount,
  from: number,
  threshold: QuantityBody['threshold'],
): QuantityBody {
  const leading = text.slice(frame.clause.start, amount.start)
  const { comparator, words } = comparatorOf(text, amount.start, amount.end)
  const counted = amount.unit.kind === 'count' || amount.unit.kind === 'time'
  const behind = text.slice(amount.end, frame.clause.end)
  const subject = counted && isCountedSubject(leading, behind)
  const grouped = amount.raw.endsWith('大') && !/搭建|打造|建设|组建/u.test(leading)
  const role = roleOf(
    frame,
    leading,
    subject ||
      (counted && (grouped || setting.test(predicateOf(leading).replace(manner, '')))) ||
      isGiven(leading, behind, amount),
  )
  return {
    kind: 'quantity',
    role,
    actor: frame.actor,
    indicator: indicatorOf(text, frame, amount, from),
    value: amount.value,
    raw: amount.raw,
    unit: amount.unit.unit,
    comparator: amount.figure.above ? '>' : amount.upTo !== null ? '>=' : comparator,
    period: grouped || subject ? null : figurePeriod({ frame, before, amount, leading, behind, year, role }),
    hedge: hedgeOf(leading, words),
    form: 'numeric',
    threshold,
  }
}

/** What a figure was before (由38%提高到45%), the size in a name (60万千瓦项目), the terms of a grant: given, not promised. */
function isGiven(leading: string, behind: string, amount: Amount): boolean {
  if (isOutput(leading, behind)) return true
  if (isBase(leading, behind) || /^[^，]{0,4}(?:给予|予以)|^(?:以内)?(?:的)?(?:补助|补贴|奖励)/u.test(behind))
    return true
  if (/(?:给予|予以|最高)[^，]{0,8}$/u.test(leading) && amount.unit.unit === 'CNY') return true
  if (amount.unit.unit === 'CNY')
    return /(?<!完成|产业|工业|资产|度)投资约?$/u.test(leading) && /^(?:新建|建设|打造)/u.test(behind)
  return (
    amount.unit.kind === 'measure' &&
    /^(?:项目|基地|工程|(?:标准)?厂房(?=[^，]*(?:交付|竣工|建成)))/u.test(behind)
  )
}

/** 186个重点项目完成投资…, 全市13家开发区以…: how many there are of those that do it. */
function isCountedSubject(leading: string, behind: string): boolean {
  return (
    /^(?:[^，]{0,6}[，：])?(?:全[市省区县国]|今年|目前)*$/u.test(leading) &&
    /^[^，、\d]{2,16}?(?:(?:累计)?完成投资|[^，]{0,4}率(?:均|已)?(?:达|为|超|保持|\d)|要(?!求|素)|贡献|以(?![上内下及])|均)/u.test(
      behind,
    )
  )
}
