import type { Period } from '@gangmu/core'
import { lastDayOf, spanOf } from '@gangmu/core'
import { spokenValue } from './number.js'
import { pattern } from '../pattern/pattern.js'

/** A date or stretch of time as the text states it, resolved from the year in force. */
export interface DateExpression {
  readonly start: number
  readonly end: number
  readonly raw: string
  /** Null where the words name no date that can be resolved (近期, 早日). */
  readonly period: Period | null
  /** Loose date or ISO duration for a deadline. */
  readonly due: string | null
  /**
   * point: a day in the text's own time; until: a deadline; within: a stretch; vague: 近期; each: 每年; base: the time
   * a figure grew from (由2020年的38%提高到…), which is nobody's but that figure's.
   */
  readonly kind: 'point' | 'until' | 'within' | 'since' | 'vague' | 'each' | 'base'
}

const PATTERN = pattern(
  new RegExp(
    [
      '(?<from>自|从)?(?<until>到|至|截至|截止)?(?:(?<year>20\\d{2})年|(?<rel>过去(?:的)?一年|今年|明年|(?<![成产工用之日期])后年|去年|上年|前年|本年度|本年|当年|全年|年度(?=(?:计划|安排)?(?:完成|新增|实现|投资)[^，。；]{0,8}\\d)))(?<rest>年?[底末]前?|全年|(?:上|下)半年|前?[一二三四1-4]季度|[前头首](?<first>\\d{1,2}|[一二两三四五六七八九十]{1,2})个月|“?(?<feast>元旦|五一|七一|国庆)”?(?:假?期间?|节)?|(?:(?:1|一)月?[-—–~～至到])?(?<month>\\d{1,2})月(?:份|(?<date>\\d{1,2})日)?[底末初]?|年内|[内中初])?(?<before>[之以]?前)?(?<since>以来|起)?',
      '(?<plan>(?:到|至)?“?十[三四五]五”?(?:期间|时期|末|收官)?)',
      '(?<![提此之以年])[前头首](?<lead>\\d{1,2}|[一二两三四五六七八九十]{1,2})个月',
      '(?<mrange>1月?\\s?[-—–~～至到]\\s?(?<m2>\\d{1,2})月份?)',
      '(?<md>(?<mm>\\d{1,2})月(?:(?<dd>\\d{1,2})日)?[份底末]?)(?<mbefore>[之以]?前)?',
      '(?<part>(?:上|下)半年|首季度?|前?[一二三四]季度|年内|年底前?|年末前?|岁末)(?:之?前)?',
      '“?(?<fest>元旦|五一|七一|国庆)”?节?之?前',
      '(?<past>(?:这|过去(?:的)?)?五年来|(?:过去|近)五年)',
      '(?<each>每年)',
      '(?<dur>(?<n>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?<u>个月|年)(?:之?内|左右时间|时间))',
      '(?<vague>近期|早日|尽早|尽快|即将|日前|近日|昨天|昨日)',
      '(?<day>当天|当日|今天|今日|(?:会|仪式|现场|活动)上(?=$|[，,])|(?:会议|活动|仪式|签约|开工)现场(?=$|[，,]))',
    ].join('|'),
    'gu',
  ),
)

/** What 今年 and 今天 mean in a document; null where it does not say. */
export interface Clock {
  readonly year: number | null
  readonly day: string | null
  /** The year 全年 and bare months count from, where it is not the document's own. */
  readonly inForce?: number | null
}

/** 9月底前, 2026年6月30日之前: somebody's deadline, whatever year it is of. 2000年前建成 is none. */
const DEADLINE = pattern(
  /(?:\d{1,2}月(?:\d{1,2}日)?[底末初]?|年[底末]|季度[底末]?|半年)[之以]?前(?![往来后夕去赴])/u,
)

/** Whether a clause speaks of a time after the day of the document, or of a deadline where that day is not known. */
export function liesAhead(words: string, dates: readonly DateExpression[], day: string | null): boolean {
  return day === null ? DEADLINE.test(words) : dates.some((it) => isAhead(it, day))
}

/** A stretch that begins after the day, or a deadline (not 截至) that ends after it. */
function isAhead({ period, kind, raw }: DateExpression, day: string): boolean {
  if (period === null) return false
  // 12月26日 told in January is that of the year before.
  if (period.start !== null) return period.start > day && !/^\d{1,2}月/u.test(raw)
  return kind === 'until' && period.end !== null && period.end > day && !raw.startsWith('截')
}

/** Every date expression of `text` between two offsets, resolved by the clock in force there. */
export function datesIn(
  text: string,
  start: number,
  end: number,
  { year, day, ...clock }: Clock,
): DateExpression[] {
  const found: DateExpression[] = []
  let inForce = clock.inForce ?? year
  for (const match of text.slice(start, end).matchAll(PATTERN)) {
    const groups = match.groups ?? {}
    const at = start + match.index
    const numbered = /^\d{1,2}[.．]$/u.test(text.slice(start, at))
    if (!numbered && /[\d.+A-Za-z较]$|(?:^|[^占同环对之率])比$/u.test(text.slice(Math.max(0, at - 2), at)))
      continue
    const behind = text.slice(at + match[0].length, Math.min(end, at + match[0].length + CHANGE))
    // 与2020年相比, 以2020年为基期
    if (/^(?:同期)?相比|^为(?:基[期数年准]|参照)/u.test(behind)) continue
    // 是“十三五”末的3.4倍: the time compared with is not that of the figure.
    if (
      /[是为]“?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      /^的\d[\d.]*倍/u.test(text.slice(at + match[0].length))
    )
      continue
    const ahead = text.slice(Math.max(0, at - 3), at)
    const span = { start: at, end: at + match[0].length, raw: match[0] }
    if ((ahead.endsWith('由') || groups['from'] !== undefined) && GROWS.test(behind)) {
      const base = resolve({ ...groups, from: undefined, until: undefined }, inForce, year)
      if (base) found.push({ ...span, ...base, kind: 'base' })
      continue
    }
    if (groups['year'] !== undefined) inForce = Number(groups['year'])
    // 增加到去年的2.3万只: the year it reached, no deadline.
    const reached = GROWN.test(ahead) && behind.startsWith('的')
    const own = reached ? { ...groups, until: undefined } : groups
    const read = groups['day'] === undefined ? resolve(own, inForce, year) : onDay(day)
    // 去年“五一”开园以来: since an event, however long that is.
    const since = read !== null && read.kind !== 'since' && SINCE.test(behind)
    if (read) found.push({ ...span, ...read, ...(since ? { kind: 'since', period: null } : {}) })
  }
  return found
}

/** How far behind a date the words that say what it is a date of may stand. */
const CHANGE = 30
const RISES =
  '提高|提升|增加|增长|上升|扩大|扩展|拓展|发展|下降|降低|压缩|压减|缩短|缩小|减少|跃升|攀升|跃|升|增|降|减|调整|回落|收窄'
/** 的38%提高到, 底的12家增至: a value that has become another. */
const GROWS = pattern(new RegExp(`^(?:初|底|末)?的[^，。；]{1,18}?(?:${RISES})(?:了)?[至到为]`, 'u'))
const GROWN = pattern(new RegExp(`(?:${RISES})$`, 'u'))
const SINCE = pattern(/^[^，。；、\d]{0,12}?[^今近长历一从]以来/u)

const FESTIVALS: Readonly<Record<string, string>> = {
  元旦: '01-01',
  五一: '05-01',
  七一: '07-01',
  国庆: '10-01',
}

type Read = Pick<DateExpression, 'period' | 'due' | 'kind'>
type Groups = Record<string, string | undefined>

function resolve(groups: Groups, inForce: number | null, docYear: number | null): Read | null {
  if (groups['vague'] !== undefined) return { period: null, due: null, kind: 'vague' }
  if (groups['each'] !== undefined) return { period: null, due: null, kind: 'each' }
  if (groups['dur'] !== undefined) return duration(groups)
  if (groups['plan'] !== undefined) return plan(groups['plan'])
  if (groups['past'] !== undefined) return fiveYears(inForce ?? docYear)
  const year = yearOf(groups, inForce, docYear)
  // Without a year a stretch or a deadline is known to be one, and no more.
  if (year === null)
    return ['part', 'rel', 'lead', 'mbefore'].every((it) => groups[it] === undefined)
      ? null
      : { period: null, due: null, kind: groups['mbefore'] === undefined ? 'within' : 'until' }
  if (groups['fest'] !== undefined) {
    const due = `${year}-${FESTIVALS[groups['fest']] ?? '12-31'}`
    return { period: { start: null, end: due }, due, kind: 'until' }
  }
  const leading = groups['lead'] ?? groups['first']
  if (leading !== undefined) return months(year, 1, Number(leading) || spokenValue(leading) || 0)
  if (groups['mrange'] !== undefined) return months(year, 1, Number(groups['m2']))
  if (groups['md'] !== undefined)
    return dayOrMonth(
      year,
      groups['mm'],
      groups['dd'],
      groups['mbefore'] !== undefined || /[底末]/u.test(groups['md']),
    )
  const rest = groups['rest'] ?? groups['part'] ?? ''
  const feast = groups['feast'] === undefined ? undefined : FESTIVALS[groups['feast']]?.slice(0, 2)
  const until =
    groups['until'] !== undefined ||
    groups['before'] !== undefined ||
    rest.endsWith('前') ||
    /[底末]/u.test(rest)
  const base =
    feast !== undefined
      ? dayOrMonth(year, feast, undefined, until)
      : groups['month'] !== undefined && !/[-—–~～至到]/u.test(rest)
        ? dayOrMonth(year, groups['month'], groups['date'], until)
        : groups['month'] !== undefined
          ? months(year, 1, Number(groups['month']))
          : stretch(year, rest, until)
  if (!base) return null
  // 今年以来 is what there is of this year.
  const whole = groups['rel'] === '今年' && rest === ''
  if (whole && groups['since'] === '以来') return base
  if (groups['from'] !== undefined || groups['since'] !== undefined)
    return { ...base, kind: 'since', period: base.period && { start: base.period.start, end: null } }
  return base
}

function onDay(day: string | null): Read {
  return {
    period: day === null ? null : { start: day, end: day },
    due: day,
    kind: day === null ? 'vague' : 'point',
  }
}

function yearOf(groups: Groups, inForce: number | null, docYear: number | null): number | null {
  if (groups['year'] !== undefined) return Number(groups['year'])
  const shift: Record<string, number> = {
    过去一年: -1,
    过去的一年: -1,
    明年: 1,
    后年: 2,
    去年: -1,
    前年: -2,
  }
  const rel = groups['rel']
  // 2025年工作回顾: …由上年的…: the year before the one told of.
  if (rel === '上年') return inForce === null ? null : inForce - 1
  if (rel !== undefined && !/^(?:全年|当年|年度)$/u.test(rel))
    return docYear === null ? null : docYear + (shift[rel] ?? 0)
  return inForce ?? docYear
}

function stretch(year: number, rest: string, until: boolean): Read {
  const half = rest.includes('上半年') ? 'H1' : rest.includes('下半年') ? 'H2' : null
  const quarter = /前?([一二三四1-4])季度|首季/u.exec(rest)
  const q = quarter
    ? quarter[1] === undefined
      ? 1
      : '一二三四'.indexOf(quarter[1]) + 1 || Number(quarter[1])
    : 0
  const due = half
    ? `${year}-${half}`
    : q
      ? `${year}-Q${q}`
      : /[底末]/u.test(rest)
        ? `${year}-12`
        : String(year)
  const span = spanOf(due.replace(/-12$/u, '')) ?? { start: null, end: null }
  const start = until ? null : quarter && rest.startsWith('前') ? `${year}-01-01` : span.start
  return { period: { start, end: span.end }, due, kind: until ? 'until' : 'within' }
}

function months(year: number, from: number, to: number): Read | null {
  if (to < from || to > 12) return null
  const pad = (it: number): string => String(it).padStart(2, '0')
  return {
    period: { start: `${year}-${pad(from)}-01`, end: lastDayOf(year, to) },
    due: `${year}-${pad(to)}`,
    kind: 'within',
  }
}

function dayOrMonth(
  year: number,
  month: string | undefined,
  day: string | undefined,
  until: boolean,
): Read | null {
  const due = `${year}-${(month ?? '').padStart(2, '0')}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`
  const span = Number(month) >= 1 && Number(month) <= 12 ? spanOf(due) : null
  if (!span) return null
  return {
    period: { start: until ? null : span.start, end: span.end },
    due,
    kind: until ? 'until' : day === undefined ? 'within' : 'point',
  }
}

function duration(groups: Groups): Read {
  const n = Number(groups['n']) || spokenValue(groups['n'] ?? '') || 0
  return { period: null, due: `P${n}${groups['u'] === '年' ? 'Y' : 'M'}`, kind: 'until' }
}

function fiveYears(last: number | null): Read | null {
  if (last === null) return null
  return { period: { start: `${last - 4}-01-01`, end: `${last}-12-31` }, due: String(last), kind: 'within' }
}

const PLANS: Readonly<Record<string, readonly [number, number]>> = {
  三: [2016, 2020],
  四: [2021, 2025],
  五: [2026, 2030],
}

function plan(words: string): Read | null {
  const years = PLANS[/十([三四五])五/u.exec(words)?.[1] ?? '']
  if (!years) return null
  const until = /末|收官|^[到至]/u.test(words)
  return {
    period: { start: until ? null : `${years[0]}-01-01`, end: `${years[1]}-12-31` },
    due: String(years[1]),
    kind: until ? 'until' : 'within',
  }
}
