// How long a date is in force: over the clauses of its sentence, over the sentences after it, and where it ends.
import type { Sentence } from '../outline/types.js'
import type { DateExpression } from './dates.js'
import type { Mode } from './mode.js'
import { pattern } from '../pattern/pattern.js'

/** 力争到2026年, 确保今年, 预计明年: what may stand before a date that opens its clause. */
const OPENING = pattern(
  /^(?:力争|确保|预计|计划|争取|预期|在|从|截至|截止|其中|同时|即|我市|全市|全区|我区|[一二三四五六]是|[（(][^）)]{1,3}[）)])*$/u,
)
/** 预计2027年建成；B…: what is expected of one thing, or a span inside its story, says nothing of the next. */
export function endsAtSemicolon(
  text: string,
  date: DateExpression,
  { start, clauses: [first] }: Sentence,
): boolean {
  if (date.start < start || first === undefined) return false
  if (date.due?.startsWith('P') === true) return true
  if (/(?:预计|计划|有望)$/u.test(text.slice(Math.max(start, date.start - 3), date.start))) return true
  return date.start > first.end && !isYear(date) && date.kind === 'within'
}

/** 去年完成…。下一步，将…: what is promised or asked is of no year that is over. */
export function isOver(date: DateExpression | null, from: number, year: number | null): boolean {
  const end = date?.period?.end
  return end != null && date !== null && date.start < from && year !== null && Number(end.slice(0, 4)) < year
}

/** What is striven for by the end of the year is due in the document's, not in one told of before. */
export function forwardYear(
  own: string,
  mode: Mode,
  inForce: number | null,
  year: number | null,
): number | null {
  const forward = mode !== 'narrative' || /力争|确保|争取|计划|预计|将|拟/u.test(own)
  return forward && inForce !== null && year !== null && inForce < year ? year : inForce
}

/** 2026年1月开工，2月封顶: the year a sentence names holds in it, whatever the title says. */
export function namedYear(dates: readonly DateExpression[]): number | null {
  const named = dates.findLast((it) => it.kind !== 'since' && /20\d{2}年/u.test(it.raw))
  return named === undefined ? null : yearOf(named, null)
}

export function isYear({ due }: DateExpression): boolean {
  return /^\d{4}$/u.test(due ?? '')
}

export function yearOf(date: DateExpression | null, fallback: number | null): number | null {
  return date?.period?.end ? Number(date.period.end.slice(0, 4)) : fallback
}

/** A date goes on to the next clauses where it opens its own (到2026年…), not where it stands beside an event. */
export function carries(
  text: string,
  date: DateExpression,
  start: number,
  carried: DateExpression | null,
): boolean {
  if (date.kind === 'since' || date.kind === 'each' || date.raw === '年度') return false
  if (/[上场]$/u.test(date.raw)) return true
  if (/^当[年天日]$/u.test(date.raw)) return false
  return OPENING.test(text.slice(start, date.start)) && (date.kind !== 'vague' || carried === null)
}

/** A year or its end goes on over a semicolon of pledges; a month or a quarter does not. */
export function isWholeYear({ due }: DateExpression): boolean {
  return due === null || /^\d{4}(?:-12)?$/u.test(due)
}

/** A date goes on to the next sentences where it opens the paragraph, is the meeting's day, or what is told is of it. */
export function staysOpen(
  date: DateExpression,
  carried: DateExpression | null,
  mode: Mode,
  index: number,
  first: boolean,
): boolean {
  if (/[上场]$/u.test(date.raw)) return date.kind === 'point'
  return (
    (first && date.period !== null && (mode === 'narrative' || isWholeYear(date))) ||
    (date.kind === 'within' && mode === 'narrative' && carried === date && (index === 0 || isYear(date)))
  )
}
