import type { DriftRow } from '@gangmu/contract'
import type { Words } from '../words/words.js'

type Fact = DriftRow['why'][number]

/** What changed, one line a fact. Who asks for it (modality) is not said: it changes with the kind of document. */
export function factTexts(words: Words, why: readonly Fact[]): readonly string[] {
  return why.flatMap((it) => {
    const text = factText(words, it)
    return text === null ? [] : [text]
  })
}

function factText(words: Words, fact: Fact): string | null {
  const { drift } = words
  const change = (what: string, from: string | null, to: string | null): string =>
    drift.change(what, from ?? drift.unstated, to ?? drift.unstated)
  const sum = (value: number | null, unit: string): string | null =>
    value === null ? null : words.amount(value, unit)
  switch (fact.of) {
    case 'value':
    case 'threshold':
    case 'reported':
      return fact.from === null && fact.to === null
        ? drift.facts[fact.of]
        : change(drift.facts[fact.of], sum(fact.from, fact.unit), sum(fact.to, fact.unit))
    case 'comparator':
      return change(drift.facts.comparator, drift.reaches[fact.from], drift.reaches[fact.to])
    case 'hedge':
      return change(drift.facts.hedge, fact.from, fact.to)
    case 'due':
      return change(drift.facts.due, dueText(words, fact.from), dueText(words, fact.to))
    case 'modality':
      return null
    case 'operational':
    case 'rival':
      return drift.facts[fact.of]
    case 'stated':
      return drift.stated(fact.words.replace(/\s+/g, ' '))
    case 'absent':
      return drift.absent[fact.beside]
    case 'lapsed':
      return drift.lapsed(dueText(words, fact.due) ?? '')
  }
}

/** A loose date as it is, a stretch of time in words. */
function dueText(words: Words, due: string | null): string | null {
  const stretch = due === null ? null : /^P(\d+)([MY])$/.exec(due)
  return stretch === null ? due : words.drift.within(Number(stretch[1]), stretch[2] === 'Y')
}
