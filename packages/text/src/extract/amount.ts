import { ordinalNames, rhetoricalNouns, timeNames } from '../words/traps.js'
import { spokenUnits, type Unit, units } from '../words/units.js'
import { type Figure, figureAt } from './number.js'
import { pattern } from '../pattern/pattern.js'

/** A figure with its unit: what a quantity says before anything else is known about it. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly unit: Unit
  readonly raw: string
  readonly figure: Figure
  /** The upper end of a range (5%—6%), in the same base unit. */
  readonly upTo: number | null
}

const LONGEST_UNIT = 10
const MEASURING = new Uint8Array(0x10000)
for (const it of '0123456789零一二两三四五六七八九十百千万亿') MEASURING[it.charCodeAt(0)] = 1
/** By its first character: how long the longest unit is. */
const longestUnit = new Map<string, number>()
for (const { [0]: first = '', length } of Object.keys(units))
  longestUnit.set(first, Math.max(longestUnit.get(first) ?? 0, Math.min(length, LONGEST_UNIT)))
const BARE_MONEY: Unit = { unit: 'CNY', factor: 1, kind: 'money' }
const SPEED: Unit = { unit: 'km/h', factor: 1, kind: 'measure' }
const BARE_COUNT: Unit = { unit: '', factor: 1, kind: 'count' }
const RANGE = pattern(/^(?:[-—–~～]{1,2}|至|到)/u)

/** Every amount of `text` between two offsets, left to right; names, codes, dates and set phrases are passed over. */
export function amountsIn(text: string, start: number, end: number): Amount[] {
  const found: Amount[] = []
  for (let at = start; at < end; at += 1) {
    if (MEASURING[text.charCodeAt(at)] !== 1) continue
    const spoken = spokenAmountAt(text, at, end)
    if (spoken) {
      found.push(spoken)
      at = spoken.end - 1
      continue
    }
    const figure = figureAt(text, at)
    if (!figure || figure.end > end) continue
    const amount = isTrapped(text, figure) ? null : withUnit(text, figure, end)
    if (amount && !isName(text, amount)) found.push(amount)
    at = (amount?.end ?? figure.end) - 1
  }
  return found
}

const SHARE: Unit = { unit: '%', factor: 1, kind: 'ratio' }
const MONTHS: Unit = { unit: '月', factor: 1, kind: 'time' }
const FRACTION = /(?<of>[二三四五六七八九十])分之(?<n>[一二三四五六七八九])/uy
const HALF = /(?<n>[一二两三四五\d])年半/uy
const DIGITS = '零一二三四五六七八九十'

/** 五分之一, and the length of works of two years and a half. */
function spokenAmountAt(text: string, at: number, end: number): Amount | null {
  const left = text.slice(Math.max(0, at - 4), at)
  FRACTION.lastIndex = at
  HALF.lastIndex = at
  const share = /[百千万]$/u.test(left) ? null : FRACTION.exec(text)
  const half = /(?:工期|周期|历时)[约为]?$/u.test(left) ? HALF.exec(text) : null
  const match = share ?? half
  if (!match || at + match[0].length > end) return null
  const n = match.groups?.['n'] ?? ''
  const count = Number(n) || DIGITS.indexOf(n === '两' ? '二' : n)
  const value = share
    ? Number(((100 * count) / DIGITS.indexOf(share.groups?.['of'] ?? '')).toPrecision(6))
    : 12 * count + 6
  const to = at + match[0].length
  return {
    start: at,
    end: to,
    value,
    unit: share ? SHARE : MONTHS,
    raw: match[0],
    figure: { start: at, end: to, value, spoken: true, bare: false, above: false },
    upTo: null,
  }
}

function withUnit(text: string, figure: Figure, end: number): Amount | null {
  const bridge = RANGE.exec(text.slice(figure.end, figure.end + 2))
  const single = unitAt(text, figure, end)
  if (bridge && !single) {
    const upper = figureAt(text, figure.end + bridge[0].length)
    const unit = upper && upper.end <= end ? unitAt(text, upper, end) : null
    if (!upper || !unit) return null
    const scale =
      upper.value >= 1e4 && figure.value < 1e4 && !figure.spoken
        ? scaleOf(text.slice(upper.start, upper.end))
        : 1
    return amountOf(text, figure, unit.end, figure.value * scale, unit.unit, upper.value)
  }
  if (!single) return null
  const behind = RANGE.exec(text.slice(single.end, single.end + 2))
  if (behind) {
    const upper = figureAt(text, single.end + behind[0].length)
    const unit = upper && upper.end <= end ? unitAt(text, upper, end) : null
    if (upper && unit && unit.unit.unit === single.unit.unit)
      return amountOf(text, figure, unit.end, figure.value, single.unit, upper.value)
  }
  return amountOf(text, figure, single.end, figure.value, single.unit, null)
}

function scaleOf(words: string): number {
  return /亿/u.test(words) ? (/万亿/u.test(words) ? 1e12 : 1e8) : /万/u.test(words) ? 1e4 : 1
}

function amountOf(
  text: string,
  figure: Figure,
  end: number,
  value: number,
  unit: Unit,
  upTo: number | null,
): Amount {
  const base = (it: number): number => Number((it * unit.factor).toPrecision(15))
  return {
    start: figure.start,
    end,
    value: base(value),
    unit,
    raw: text.slice(figure.start, end),
    figure,
    upTo: upTo === null ? null : base(upTo),
  }
}

function unitAt(text: string, figure: Figure, limit: number): { unit: Unit; end: number } | null {
  const from = text.charAt(figure.end) === ' ' ? figure.end + 1 : figure.end
  for (let size = longestUnit.get(text.charAt(from)) ?? 0; size >= 1; size -= 1) {
    if (from + size > limit) continue
    const form = text.slice(from, from + size)
    const unit = Object.hasOwn(units, form) ? units[form] : undefined
    if (!unit) continue
    if (figure.spoken && !spokenUnits.has(form)) return null
    const left = text.slice(Math.max(0, figure.start - 8), figure.start)
    if (form === 'P' && !/算力/u.test(left)) return null
    // 设计时速80公里
    if (unit.unit === 'km' && /时速(?:达|为|约)?$/u.test(left)) return { unit: SPEED, end: from + size }
    return { unit, end: from + size }
  }
  if (figure.spoken) return null
  // 突破1.6万亿, 新增就业5万: a large figure at the end of its clause needs no unit.
  const rest = text.slice(figure.end, figure.end + 2)
  if (!/^(?:$|[，。；、）！\n以左的,;级]|大关)/u.test(rest)) return null
  const words = text.slice(figure.start, figure.end)
  if (words.endsWith('亿')) return { unit: BARE_MONEY, end: figure.end }
  return words.endsWith('万') ? { unit: BARE_COUNT, end: figure.end } : null
}

/** Codes (S2, 5G, 6+2+X), ordinals, dates and numbers of meetings. */
function isTrapped(text: string, figure: Figure): boolean {
  // 6 首台（套）…: the number of a table's row.
  if (
    /^$|\n/u.test(text.charAt(figure.start - 1)) &&
    figure.value < 100 &&
    /\s/u.test(text.slice(figure.end - 1, figure.end + 1))
  )
    return true
  const left = text.charAt(figure.start - 1)
  const right = text.charAt(figure.end)
  if (/[A-Za-z0-9.+\-—–/第]/u.test(left) && !(left === '+' && text.charAt(figure.start - 2) !== ''))
    return !/[-—–]/u.test(left) || /[A-Za-z\d]/u.test(text.charAt(figure.start - 2))
  if (
    /[A-Za-z\d届月日号时点]/u.test(right) &&
    !/^[km][mWw㎡²]|^GW|^MW|^P(?![A-Za-z\d])/u.test(text.slice(figure.end, figure.end + 2)) &&
    right !== '号'
  )
    return true
  if (right === '年' && !/^年(?:内|时间)/u.test(text.slice(figure.end, figure.end + 3))) return true
  if (right === '+' || (right === '.' && /\d/u.test(text.charAt(figure.end + 1)))) return true
  if (figure.spoken && ((figure.value === 1 && right !== '成') || /[党十一统唯专万第前两]/u.test(left)))
    return true
  return (
    figure.spoken && /^[一]/u.test(text.slice(figure.start, figure.end)) && figure.end - figure.start === 1
  )
}

function isName(text: string, amount: Amount): boolean {
  const right = text.slice(amount.end, amount.end + 8)
  const left = text.slice(Math.max(0, amount.start - 8), amount.start)
  const unit = text.slice(amount.figure.end, amount.end).trim()
  if (/^[个大项]$/u.test(unit) && rhetoricalNouns.some((it) => right.startsWith(it))) return true
  if (unit === '个' && amount.figure.spoken && /^[“”，。、；一]/u.test(right)) return true
  if (unit === '大' && /^(?:以来|精神|报告|召开|会议|代表|，|。|、|”)/u.test(right)) return true
  if (
    amount.unit.kind === 'time' &&
    (timeNames.test(right) || right.startsWith('行动') || right.startsWith('计划'))
  )
    return true
  if (
    /^[条次期届部位层道]$/u.test(unit) &&
    /[“”‘’《》]/u.test(left.slice(-6)) &&
    /^[”》’]|^(?:措施|政策|意见|新政|实施)/u.test(right)
  )
    return true
  if (unit === '条' && /(?:新政|政策|措施|意见|科创|人才|科技|产业|惠企)$/u.test(left)) return true
  if (unit === '位' && left.endsWith('第')) return true
  if (unit === '部' && /^(?:门|委|队|署)/u.test(right)) return true
  if (unit === '家' && /^(?:庭|园|乡|长|电|居|政)/u.test(right)) return true
  if (unit === '条' && /^(?:例|件|规)/u.test(right)) return true
  if (unit === '名' && /^(?:录|列|单)/u.test(right)) return true
  if (unit === '场' && /^(?:所|馆|地|景)/u.test(right)) return true
  if (unit === '次' && /^(?:产业|会议|全会)/u.test(right)) return true
  if (unit === '件' && right.startsWith('事') && amount.figure.spoken) return true
  if (
    unit === '成' &&
    /^(?:立|为|员|果|本|功|长|熟|效|绩|都|品|交|群|片|型|就|分|年|人|份|因|倍|都)/u.test(right)
  )
    return true
  if (unit === '点' || ordinalNames.some((it) => left.endsWith('第') && right.startsWith(it))) return true
  // 万元GDP能耗, 千家万户: sizes in characters alone count only after 超, 近 and their like.
  if (amount.figure.bare && !/[超近逾过破上达]$/u.test(left)) return true
  return right.startsWith('级') && amount.unit.kind !== 'money'
}
