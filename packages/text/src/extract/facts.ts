import type { DocumentFacts } from '@gangmu/core'
import { spanOf } from '@gangmu/core'
import type { Outline } from '../outline/types.js'
import { nationalEvents } from '../words/national-events.js'
import type { Places } from './places.js'
import { pattern } from '../pattern/pattern.js'

/** What the document says of itself, and the year its 今年 and 明年 count from where the text gives one. */
export interface Dating {
  readonly facts: DocumentFacts
  readonly year: number | null
  /** The day of the event told, where the text gives one. */
  readonly day: string | null
}

/** 9月30日前, 之前, 以前: a deadline dates nothing; 前往 and 前夕 are no deadlines. */
const NO_DEADLINE = String.raw`(?!日?[ \u00a0\u3000]?[之以]?前(?![往来后夕去赴]))`
const PRINTED = pattern(
  new RegExp(
    String.raw`(20\d{2})\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})(?:日|\b)${NO_DEADLINE}`,
    'gu',
  ),
)
const CREDIT = pattern(/(?:来源|来源于|出处)[丨|｜:：\s]{1,4}([\p{Script=Han}A-Za-z0-9+·]{2,20})/u)
const MEETING = pattern(new RegExp(String.raw`(\d{1,2})月(\d{1,2})日${NO_DEADLINE}`, 'u'))
/** 秋风送爽，塔吊林立。9月18日上午，…: words that set the scene may stand before the day. */
const OPENING_DAY = pattern(
  new RegExp(
    String.raw`(?:^|\n)(?:[^\n，。]{0,12}?${MEETING.source}|[^\n\d]{0,40}?(\d{1,2})月(\d{1,2})日(?=[上下]午|晚|傍晚|[，,]))`,
    'u',
  ),
)
const FULL_DAY = pattern(
  new RegExp(String.raw`(?<!到|至|于|前|将在)(20\d{2})年(\d{1,2})月(\d{1,2})日${NO_DEADLINE}`, 'gu'),
)
const FRONT = 400

/** `received` is the text before anything was removed from it: bylines and page heads are facts of the doc row. */
export function datingOf(
  text: string,
  received: string,
  parts: Outline,
  places: Places,
  receivedOn?: string,
): Dating {
  const title = parts.title ? text.slice(parts.title.start, parts.title.end) : null
  const publisher = CREDIT.exec(received)?.[1] ?? null
  const base = { title, publisher, region: places.region }
  const printed = printedDate(text, received) ?? signedDate(text)
  if (printed)
    return {
      facts: { ...base, date: printed, dateBasis: 'printed' },
      year: Number(printed.slice(0, 4)),
      day: toldDay(text, printed),
    }
  const spoken = spokenDate(text, title ?? '')
  if (spoken)
    return {
      facts: { ...base, date: spoken, dateBasis: 'event' },
      year: Number(spoken.slice(0, 4)),
      day: spoken,
    }
  const year = plannedYear(title ?? '') ?? titleYear(title) ?? plannedYear(text)
  const latest = latestDate(text)
  const inferred = year === null ? (latest ?? lastResort(text, receivedOn)) : null
  return {
    facts: { ...base, date: inferred, dateBasis: inferred === null ? null : 'inferred' },
    year: inferred === null ? year : Number(inferred.slice(0, 4)),
    day: inferred !== null && latest === null && MEETING.test(text.slice(0, FRONT)) ? inferred : null,
  }
}

/** 落款: a day that stands alone on one of the last lines. */
function signedDate(text: string): string | null {
  const lines = text.trimEnd().slice(-FRONT).split('\n').slice(-4)
  for (const line of lines.toReversed()) {
    const match = /^[\s（(]*(20\d{2})年(\d{1,2})月(\d{1,2})日[\s）)]*$/u.exec(line)
    const date = match ? isoDay(match[1], match[2], match[3]) : null
    if (date !== null) return date
  }
  return null
}

/** The latest full day the text names, not counting what it plans. */
function latestDate(text: string): string | null {
  let latest: string | null = null
  for (const match of text.matchAll(FULL_DAY)) {
    const date = isoDay(match[1], match[2], match[3])
    if (date !== null && (latest === null || date > latest)) latest = date
  }
  return latest
}

/** The day of receipt gives the year where nothing else does: the document tells of the last such day before it. */
function lastResort(text: string, receivedOn: string | undefined): string | null {
  if (receivedOn === undefined || !spanOf(receivedOn)) return null
  const match = MEETING.exec(text.slice(0, FRONT))
  if (!match) return receivedOn
  const year = Number(receivedOn.slice(0, 4))
  const date = isoDay(String(year), match[1], match[2])
  return date !== null && date > receivedOn
    ? isoDay(String(year - 1), match[1], match[2])
    : (date ?? receivedOn)
}

function isoDay(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return spanOf(date) ? date : null
}

/** A full date in the head or foot of the page; one inside the story counts only where it opens it. */
function printedDate(text: string, received: string): string | null {
  for (const part of [received.slice(0, FRONT), received.slice(-FRONT)]) {
    for (const match of part.matchAll(PRINTED)) {
      const date = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
      const narrated =
        text.includes(match[0]) && !/^[\s\S]{0,160}$/u.test(text.slice(0, text.indexOf(match[0])))
      if (spanOf(date) && !narrated) return date
    }
  }
  return null
}

/** A month and day without a year: the first such day after the latest national event and year the text knows. */
function spokenDate(text: string, title: string): string | null {
  const match = MEETING.exec(text.slice(0, FRONT))
  if (!match) return null
  const after = knownAfter(text, title)
  if (after === null) return null
  const day = `${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`
  const year = Number(after.slice(0, 4))
  const date = `${year}-${day}` >= after ? `${year}-${day}` : `${year + 1}-${day}`
  return spanOf(date) ? date : null
}

/** 6月7日上午，…, 今天…: the day a news item opens with, of the year of the printed date. */
function toldDay(text: string, printed: string): string | null {
  const front = text.slice(0, FRONT)
  if (/(?:^|\n)[^\n，]{0,12}?(?:今天|今日)/u.test(front)) return printed
  const opening = OPENING_DAY.exec(front)
  if (!opening) return null
  const [month = '', dayOfMonth = ''] = [opening[1] ?? opening[3], opening[2] ?? opening[4]]
  const day = `${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const year = Number(printed.slice(0, 4))
  const date = `${year}-${day}` <= printed ? `${year}-${day}` : `${year - 1}-${day}`
  return spanOf(date) ? date : null
}

function knownAfter(text: string, title: string): string | null {
  let after: string | null = yearTold(text, title)
  for (const [words, date] of nationalEvents)
    if (text.includes(words) && (after === null || date > after)) after = date
  for (const match of text.matchAll(/自(20\d{2})年/gu)) {
    const date = `${match[1]}-12-31`
    if (after !== null && date > after) after = date
  }
  return after
}

/** 2025年工作回顾 is given after that year; 2025某某洽谈会 and 2026年一季度…开工 in it; 2024年实现… after it. */
function yearTold(text: string, title: string): string | null {
  const front = title + '\n' + text.slice(0, FRONT)
  const past = /(20\d{2})年(?:度)?[^，。\n]{0,6}(?:回顾|总结|工作总结)|过去的(20\d{2})年/u.exec(front)
  if (past) return `${past[1] ?? past[2]}-12-31`
  const event =
    /(?<!\d)(20\d{2})(?:年)?(?!年?[-—–~至])[^\d，。；：、年\n]{2,16}(?:会|节|展|周|论坛|活动|赛)(?=$|[\n，。”在上])/u.exec(
      front,
    )
  if (event) return `${event[1]}-01-01`
  const named = /(20\d{2})年/u.exec(title)
  if (named) return `${named[1]}-01-01`
  let latest: string | null = null
  for (const match of text.matchAll(
    /(?<!到|至|“)(20\d{2})年(?:全年)?(?:，[^，。]{0,8})?(?:共|累计)?(?:实现|完成|达到|增长)/gu,
  )) {
    const end = `${match[1]}-12-31`
    if (latest === null || end > latest) latest = end
  }
  return latest
}

/** 2024年一季度运行情况, 2025年政府工作报告: the year a title is about. */
function titleYear(title: string | null): number | null {
  const year = /(20\d{2})年/u.exec(title ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** The year that planning words speak of: 2025年工作安排, 2025年预期目标, 2025年是…之年. */
function plannedYear(text: string): number | null {
  const plan =
    /(20\d{2})年(?:[^，。；]{0,12}?(?:工作安排|工作思路|主要目标|预期目标|目标任务|重点工作|工作重点|工作要点|主要任务))/u.exec(
      text,
    )
  return plan ? Number(plan[1]) : null
}
