import { anchorAt, type Drift, type DriftFact, spanOf } from '@gangmu/core'
import { datesIn } from '../extract/dates.js'
import { placesOf, sideOf } from './changed.js'
import { eventWords, familyOf } from './event.js'
import type { Pledge, Side } from './pledge.js'
import { lastDay } from './time.js'

const MOVED = /(?:调整|推迟|延后|延迟|延期|顺延|推后|推延|提前|提早)(?:到|至|为)/u
const STAYS = /仍为|仍定|仍按|不变|维持/u
const CALLED_OFF = /不再(?:实施|建设|推进|安排|设立|列入)|取消|终止|中止|停建|撤销/u
const SHORTEST = 5

/**
 * Where the newer text says itself what became of a pledge (开工时间由8月调整到9月): a date moved, a date that stays, a
 * project given up. The sentence must name what was pledged, the clause its event.
 */
export function statedOf(newer: Side, pledges: readonly Pledge[]): ReadonlyMap<Pledge, Drift> {
  const found = new Map<Pledge, Drift>()
  // What stands there word for word is pledged again, whatever its sentence moves or ends.
  const open = pledges.filter((it) => !newer.text.includes(it.anchor.quote))
  for (const match of newer.text.matchAll(/[^。！？；\n]+/gu)) {
    const sentence = match[0]
    if (!MOVED.test(sentence) && !STAYS.test(sentence) && !CALLED_OFF.test(sentence)) continue
    for (const pledge of open) {
      const { core } = pledge.subject
      if (found.has(pledge) || core.length < SHORTEST || !sentence.includes(core)) continue
      const drift = pledge.event === null ? null : moved(newer, match.index, sentence, pledge)
      const told = drift ?? calledOff(newer, match.index, sentence, pledge)
      if (told !== null) found.set(pledge, told)
    }
  }
  return found
}

function moved(newer: Side, at: number, sentence: string, pledge: Pledge): Drift | null {
  for (const clause of sentence.matchAll(/[^，,]+/gu)) {
    const words = clause[0]
    const event = eventWords.find((it) => words.includes(it))
    const sign = MOVED.exec(words) ?? STAYS.exec(words)
    if (event === undefined || sign === null || familyOf(event) !== familyOf(pledge.event ?? '')) continue
    const to = dueAfter(newer, at + clause.index + sign.index, at + clause.index + words.length, pledge)
    const due = dueFact(pledge, to, newer.reading.facts.date)
    if (MOVED.test(words) && due === null) continue
    const kind = due === null ? 'kept' : due.effect === 'later' ? 'postponed' : 'raised'
    const why: DriftFact[] = due === null ? [said(words)] : [due, said(words)]
    return told(kind, newer, at, sentence, pledge, why)
  }
  return null
}

/** The date the clause ends on; months count from the year of the newer document, else of the pledge. */
function dueAfter(newer: Side, start: number, end: number, pledge: Pledge): string | null {
  const day = newer.reading.facts.date ?? pledge.due
  const year = day === null ? null : Number(day.slice(0, 4))
  const date = datesIn(newer.text, start, end, { year, day: null })[0]
  return date?.due ?? date?.period?.end ?? null
}

function dueFact(pledge: Pledge, to: string | null, on: string | null): DriftFact | null {
  const [before, after] = [lastDay(pledge.due, pledge.on), lastDay(to, on)]
  if (after === null || before === after || (to !== null && spanOf(to) === null)) return null
  return {
    of: 'due',
    from: pledge.due,
    to,
    effect: before === null || after > before ? 'later' : 'stronger',
  }
}

/** The words that give it up must stand in the clause that names it, or right after. */
function calledOff(newer: Side, at: number, sentence: string, pledge: Pledge): Drift | null {
  const from = Math.max(0, sentence.indexOf(pledge.subject.core) - 12)
  const near = sentence.slice(from, sentence.indexOf(pledge.subject.core) + pledge.subject.core.length + 10)
  return CALLED_OFF.test(near) ? told('dropped', newer, at, sentence, pledge, [said(near)]) : null
}

function said(words: string): DriftFact {
  return { of: 'stated', words, effect: 'same' }
}

function told(
  kind: Drift['kind'],
  newer: Side,
  at: number,
  sentence: string,
  pledge: Pledge,
  why: readonly DriftFact[],
): Drift {
  const anchor = anchorAt(newer.text, at, at + sentence.length)
  const saying = why.flatMap((it) => (it.of === 'stated' ? [it.words] : []))
  return {
    kind,
    subject: pledge.subject.title,
    actor: pledge.actor,
    older: sideOf(pledge, why),
    newer: { ordinal: null, anchor, changed: placesOf(anchor, saying) },
    why,
    certainty: 'high',
  }
}
