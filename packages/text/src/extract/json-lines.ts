import { type Finding, type FindingBody, type Reading, modelRule } from '@gangmu/core'

const FIELDS: Readonly<Record<string, string>> = { investmentCny: 'investment_cny', dueText: 'due_text' }
const LETTERS: Readonly<Record<FindingBody['kind'], string>> = {
  entity: 'e',
  quantity: 'q',
  milestone: 'm',
  project: 'p',
  agreement: 'g',
  action: 'a',
  relation: 'r',
}

/**
 * The flat exchange format of a reading, one JSON object a line: the `doc` row, then a row a finding with its id,
 * quote and span and snake_case fields. Agreements are entities of type `agreement` too, so none is lost on the way.
 */
export function jsonLines(reading: Reading, text: string, docId: string): string[] {
  const { title, date, dateBasis, publisher, region } = reading.facts
  const doc = {
    kind: 'doc',
    id: `${docId}-d001`,
    title,
    date,
    date_basis: dateBasis,
    publisher,
    region,
    rules: reading.rules,
    length: text.length,
  }
  const counts = new Map<string, number>()
  const rows = reading.findings.map((finding) => {
    const count = (counts.get(finding.body.kind) ?? 0) + 1
    counts.set(finding.body.kind, count)
    return JSON.stringify(
      row(finding, `${docId}-${LETTERS[finding.body.kind]}${String(count).padStart(3, '0')}`),
    )
  })
  return [JSON.stringify(doc), ...rows]
}

function row({ body, anchor, rule }: Finding, id: string): Record<string, unknown> {
  const { kind, ...fields } = body
  // The exchange format writes points as documents do.
  if ('unit' in fields && fields.unit === '百分点') fields.unit = '个百分点'
  const renamed = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [FIELDS[name] ?? name, value]),
  )
  // Only what a model alone proposes says whose it is: a row of the rules is the same with a model and without.
  const source = rule === modelRule ? { source: modelRule } : {}
  return { kind, id, ...renamed, rule, ...source, quote: anchor.quote, span: [anchor.start, anchor.end] }
}
