import type { Anchor, DriftFact, DriftSide } from '@gangmu/core'
import { datesIn } from '../extract/dates.js'
import type { Pledge } from './pledge.js'
import { lastDay } from './time.js'

type Spans = DriftSide['changed']

/** A pledge as one side of a drift, with the words its facts are about. */
export function sideOf(it: Pledge, why: readonly DriftFact[]): DriftSide {
  const { ordinal, anchor } = it
  return {
    ordinal,
    anchor,
    changed: placesOf(anchor, [...new Set(why.flatMap((fact) => wordsOf(it, fact)))]),
  }
}

/** Where words stand in a quote, each the last time, as offsets in the text: what nests or overlaps becomes one. */
export function placesOf({ quote, start }: Anchor, words: readonly string[]): Spans {
  const found = words
    .map((it) => ({ at: it === '' ? -1 : quote.lastIndexOf(it), length: it.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.length - a.length)
  const spans: [number, number][] = []
  for (const { at, length } of found) {
    const [from, to] = [start + at, start + at + length]
    const last = spans.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else spans.push([from, to])
  }
  return spans
}

/** The words of a pledge that a fact is about; none where it leaves them to its sentence, or to silence. */
function wordsOf(it: Pledge, fact: DriftFact): readonly string[] {
  const { quantity } = it
  switch (fact.of) {
    case 'value':
    case 'reported':
      return quantity === null ? [] : [quantity.raw]
    case 'comparator':
      return quantity === null ? [] : reachOf(it, quantity.hedge, quantity.raw)
    case 'threshold':
      return quantity?.threshold === null || quantity === null ? [] : [quantity.threshold.raw]
    case 'hedge':
      return it.hedge === null ? [] : [it.hedge]
    case 'due':
      return datesOf(it)
    default:
      return []
  }
}

const beside = /^(?:左右|上下|以上|以下|以内)/u

/** 突破, 左右: the words about the figure that are no intent; the figure itself where it stands bare. */
function reachOf({ hedge, anchor: { quote } }: Pledge, words: string | null, raw: string): readonly string[] {
  const reach = (words ?? '').split('+').filter((it) => it !== '' && it !== hedge)
  if (reach.length > 0) return reach
  const after = beside.exec(quote.slice(quote.lastIndexOf(raw) + raw.length))
  return after === null ? [raw] : [after[0]]
}

/** The dates of the quote that name the day it is due. */
function datesOf({ anchor: { quote }, last, on }: Pledge): readonly string[] {
  const year = on === null ? null : Number(on.slice(0, 4))
  return datesIn(quote, 0, quote.length, { year, day: on })
    .filter((it) => last !== null && lastDay(it.due ?? it.period?.end ?? null, on) === last)
    .map((it) => it.raw)
}
