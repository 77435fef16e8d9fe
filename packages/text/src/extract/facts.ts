import type { DocumentFacts } from '@gangmu/core'
import { spanOf } from '@gangmu/core'
import type { Outline } from '../outline/types.js'
import { nationalEvents } from '../words/national-events.js'
import type { Places } from './places.js'

/** What the document says of itself, and the year its 今年 and 明年 count from where the text gives one. */
export interface Dating {
  readonly facts: DocumentFacts
  readonly year: number | null
  /** The day of the event told, where the text gives one. */
  readonly day: string | null
}

const PRINTED = /(20\d{2})\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})(?:日|\b)/gu
const CREDIT = /(?:来源|来源于|出处)[丨|｜:：\s]{1,4}([\p{Script=Han}A-Za-z0-9+·]{2,20})/u
const MEETING = /(\d{1,2})月(\d{1,2})日/u
const FRONT = 400

/** `received` is the text before anything was removed from it: bylines and page heads are facts of the doc row. */
export function datingOf(text: string, received: string, parts: Outline, places: Places): Dating {
  const title = parts.title ? text.slice(parts.title.start, parts.title.end) : null
  const publisher = CREDIT.exec(received)?.[1] ?? null
  const base = { title, publisher, region: places.region }
  const printed = printedDate(text, received)
  if (printed)
    return {
      facts: { ...base, date: printed, dateBasis: 'printed' },
      year: Number(printed.slice(0, 4)),
      day: null,
    }
  const spoken = spokenDate(text)
  if (spoken)
    return {
      facts: { ...base, date: spoken, dateBasis: 'event' },
      year: Number(spoken.slice(0, 4)),
      day: spoken,
    }
  return {
    facts: { ...base, date: null, dateBasis: null },
    year: plannedYear(title ?? '') ?? titleYear(title) ?? plannedYear(text),
    day: null,
  }
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
function spokenDate(text: string): string | null {
  const match = MEETING.exec(text.slice(0, FRONT))
  if (!match) return null
  const after = knownAfter(text)
  if (after === null) return null
  const day = `${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`
  const year = Number(after.slice(0, 4))
  const date = `${year}-${day}` >= after ? `${year}-${day}` : `${year + 1}-${day}`
  return spanOf(date) ? date : null
}

function knownAfter(text: string): string | null {
  let after: string | null = null
  for (const [words, date] of nationalEvents)
    if (text.includes(words) && (after === null || date > after)) after = date
  for (const match of text.matchAll(/自(20\d{2})年/gu)) {
    const date = `${match[1]}-12-31`
    if (after !== null && date > after) after = date
  }
  return after
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
