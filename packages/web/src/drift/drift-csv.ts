import type { DriftReply, DriftRow } from '@gangmu/contract'
import { csvOf } from '../ui/csv.js'
import type { Words } from '../words/words.js'
import { factTexts } from './fact-text.js'
import { placeOf } from './quote-view.js'

/** The rows shown as a table for a spreadsheet, each sentence with its document and the address of its place. */
export function driftCsv(
  words: Words,
  { older, newer }: DriftReply,
  rows: readonly DriftRow[],
  origin: string,
): string {
  const { columns, csv, certainty } = words.drift
  const head = [
    columns.kind,
    csv.certainty,
    words.drift.actor,
    columns.pledge,
    csv.why,
    ...[older, newer].flatMap((it, at) => [
      `${at === 0 ? columns.older : columns.newer}${words.app.colon}${it.title}${it.date === null ? '' : ` ${it.date}`}`,
      csv.link,
    ]),
  ]
  const sides = (it: DriftRow) =>
    (
      [
        [it.older, older],
        [it.newer, newer],
      ] as const
    ).flatMap(([side, document]) =>
      side === null ? ['', ''] : [side.anchor.quote, `${origin}${placeOf(side, document)}`],
    )
  return csvOf([
    head,
    ...rows.map((it) => [
      words.drift.kinds[it.kind],
      it.kind === 'new' ? '' : certainty[it.certainty],
      it.actor,
      it.subject,
      factTexts(words, it.why).join(words.drift.also),
      ...sides(it),
    ]),
  ])
}
