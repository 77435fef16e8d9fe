import type { FindingBody } from '@gangmu/core'
import type { Words } from '../words/words.js'

/** What a finding understood, as label and value; what is empty is left out. */
export function bodyLines(
  words: Words,
  body: FindingBody,
): readonly (readonly [label: string, value: string])[] {
  const label = words.findingFields
  const lines: (readonly [string, string | null])[] = rawLines(words, body)
  return lines.filter(
    (it): it is readonly [string, string] => it[1] !== null && it[1] !== '' && it[0] !== label.raw,
  )
}

function rawLines(words: Words, body: FindingBody): (readonly [string, string | null])[] {
  const label = words.findingFields
  const list = (items: readonly string[]): string => items.join(words.app.listComma)
  switch (body.kind) {
    case 'quantity':
      return [
        [label.role, words.quantityRoles[body.role]],
        [label.actor, body.actor],
        [label.indicator, body.indicator],
        [
          label.value,
          body.value === null
            ? body.raw
            : `${words.comparators[body.comparator]}${words.amount(body.value, body.unit)}`,
        ],
        [
          label.period,
          body.period === null
            ? null
            : [body.period.start, body.period.end].map((it) => it ?? '…').join(' – '),
        ],
        [label.hedge, body.hedge],
        [label.threshold, body.threshold?.raw ?? null],
      ]
    case 'milestone':
      return [
        [label.subject, body.subject],
        [label.event, body.event],
        [label.due, body.due ?? body.dueText],
        [label.status, words.milestoneStatuses[body.status]],
        [label.actor, body.actor],
      ]
    case 'action':
      return [
        [label.actor, body.actor],
        [label.text, body.text],
        [label.theme, body.theme],
        [label.modality, words.modalities[body.modality]],
      ]
    case 'project':
      return [
        [label.name, body.name],
        [label.investmentCny, body.investmentCny === null ? null : words.amount(body.investmentCny, 'CNY')],
        [label.location, body.location],
        [label.parties, list(body.parties)],
      ]
    case 'agreement':
      return [
        [label.name, body.name],
        [label.parties, list(body.parties)],
      ]
    case 'entity':
      return [
        [label.name, body.name],
        [label.type, words.entityTypes[body.type] ?? body.type],
        [label.canonical, body.canonical],
        [label.within, body.within],
        [label.aka, list(body.aka)],
      ]
    case 'relation':
      return [
        [label.from, body.from],
        [label.type, words.linkKinds[body.type as keyof Words['linkKinds']] ?? body.type],
        [label.to, body.to],
      ]
  }
}
