// The day or deadline of an event.
import { spanOf } from '@gangmu/core'
import { signings } from '../words/events.js'
import type { DateExpression } from './dates.js'
import type { Frame } from './ground.js'
import { pattern } from '../pattern/pattern.js'
import type { Source } from './rule.js'

/** The date that belongs to the event: the nearest before it in the clause, else the one after in its part (up to `to`), else the carried one. */
export function dueOf(frame: Frame, at: number, to: number, held: boolean): DateExpression | null {
  const told = frame.carried?.kind === 'point' ? frame.carried : null
  // 9月18日，某县2025年第三批…举行: the year belongs to the name.
  const before = frame.dates.filter(
    (it) =>
      it.start <= at && !(held && told !== null && it.start > frame.clause.start && it.kind !== 'point'),
  )
  // 举行2026年一季度…活动: the date behind is part of the name.
  const own =
    before.at(-1) ?? (held ? undefined : frame.dates.find((it) => it.start > at && it.start < to)) ?? null
  if (own) return own
  const carried = frame.carried
  const inForce =
    carried !== null &&
    (carried.start >= frame.sentence.start || (carried.kind === 'point' && frame.mode === 'narrative'))
  return inForce ? carried : null
}

/** 宣布项目开工, 现场集中开工 */
const ANNOUNCED = pattern(/宣布|(?:现场|集中|正式)(?:开工|启用|揭牌|投产|竣工|通车|开园|启动|投用)/u)

/** A news item about a signing or an opening tells of the day it is about. */
export function eventDay({ text, parts, day }: Source, frame: Frame, first: string): DateExpression | null {
  if (day === null || frame.mode !== 'narrative') return null
  const title = parts.title ? text.slice(parts.title.start, parts.title.end) : text.slice(0, 60)
  const signs = [...signings, '揭牌', '成立'].some((it) => it === first)
  const named = signs
    ? /签约|签署|签订|揭牌|成立|仪式/u.test(title)
    : ANNOUNCED.test(frame.words) && title.includes(first)
  if (!named) return null
  const { start } = frame.clause
  return { start, end: start, raw: '', period: { start: day, end: day }, due: day, kind: 'point' }
}

/** Without a year, what is told lies before the day of the document, and what is planned after it. */
export function toldDate(due: DateExpression, date: string | null, planned: boolean): string | null {
  const end = due.due === null ? null : (spanOf(due.due)?.end ?? null)
  if (due.due === null || end === null || date === null || !/^\d{1,2}月/u.test(due.raw)) return due.due
  const moved = (by: number): string => `${Number(due.due?.slice(0, 4)) + by}${due.due?.slice(4)}`
  if (!planned && due.kind === 'point' && due.due > date) return moved(-1)
  return planned && end < date && Number(date.slice(0, 4)) - Number(end.slice(0, 4)) === 1
    ? moved(1)
    : due.due
}
