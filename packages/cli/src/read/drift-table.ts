import { type Drift, type DriftFact, type DriftSide, driftKinds } from '@gangmu/core'
import type { CompareWords } from '../words/compare.js'
import type { ReadWords } from '../words/read.js'
import { lineAt } from './line-at.js'
import type { ReadFile } from './read-file.js'

/** What became of the pledges, for a person: a part for each kind, each drift with why and with both sentences. */
export function driftTable(
  drifts: readonly Drift[],
  older: ReadFile,
  newer: ReadFile,
  words: CompareWords,
  read: ReadWords,
): string[] {
  const parts = driftKinds.flatMap((kind) => {
    const of = drifts.filter((it) => it.kind === kind)
    return of.length === 0
      ? []
      : [
          '',
          `## ${words.kinds[kind]} ${of.length}`,
          ...of.flatMap((it) => ['', ...linesOf(it, older, newer, words, read)]),
        ]
  })
  return [
    headOf(older, words.older, read),
    headOf(newer, words.newer, read),
    ...(parts.length === 0 ? ['', words.none] : parts),
  ]
}

function headOf({ name, reading }: ReadFile, side: string, read: ReadWords): string {
  const { title, date } = reading.facts
  return `# ${side}${read.colon}${[name, title, date].filter((it) => it !== null).join(' · ')}`
}

function linesOf(
  { kind, subject, certainty, older, newer, why }: Drift,
  from: ReadFile,
  to: ReadFile,
  words: CompareWords,
  read: ReadWords,
): string[] {
  const facts = why.map((it) => factOf(it, words, read)).filter((it) => it !== '')
  const said = facts.length === 0 ? '' : `${read.colon}${facts.join(words.also)}`
  const sure = kind === 'new' || certainty === 'high' ? '' : `  (${words.certainty[certainty]})`
  const quote = (side: DriftSide | null, file: ReadFile, sign: string) =>
    side === null
      ? []
      : [
          `  ${sign} ${file.name}:${lineAt(file.restoration.text, side.anchor.start)}  ${flat(side.anchor.quote)}`,
        ]
  return [`${subject}${said}${sure}`, ...quote(older, from, '-'), ...quote(newer, to, '+')]
}

function factOf(fact: DriftFact, words: CompareWords, read: ReadWords): string {
  const change = (from: string | null, to: string | null) =>
    `${from ?? words.unstated} → ${to ?? words.unstated}`
  const sum = (value: number | null, unit: string) =>
    value === null ? null : `${read.amount(value)}${read.units[unit] ?? unit}`
  switch (fact.of) {
    case 'value':
    case 'threshold':
    case 'reported':
      return fact.from === null && fact.to === null
        ? words.facts[fact.of]
        : `${words.facts[fact.of]} ${change(sum(fact.from, fact.unit), sum(fact.to, fact.unit))}`
    case 'comparator':
      return `${words.facts.comparator} ${change(words.comparators[fact.from], words.comparators[fact.to])}`
    case 'hedge':
    case 'due':
      return `${words.facts[fact.of]} ${change(fact.from, fact.to)}`
    case 'modality':
      return ''
    case 'operational':
      return words.facts.operational
    case 'stated':
      return words.stated(flat(fact.words))
    case 'absent':
      return words.absent[fact.beside]
    case 'lapsed':
      return words.lapsed(fact.due)
    case 'rival':
      return words.facts.rival
  }
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ')
}
