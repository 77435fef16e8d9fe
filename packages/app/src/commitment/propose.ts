import {
  type ActionBody,
  type FindingBody,
  type PackTheme,
  addDays,
  addMonths,
  cut,
  dutyKindOf,
  spanOf,
  themeFor,
} from '@gangmu/core'

const titleLength = 200
const shortClause = 36

/** What a commitment says of itself when a finding becomes one. */
export type Proposal = Pick<ActionBody<'create'>, 'kind' | 'title' | 'due' | 'target' | 'theme'>

/**
 * The commitment a finding stands for, or null where it is none: facts, done milestones and names are confirmed
 * without a duty. `documentDay` is the day from which a stated term counts.
 */
export function propose(
  body: FindingBody,
  quote: string,
  themes: readonly PackTheme[],
  documentDay: string,
): Proposal | null {
  const kind = dutyKindOf(body)
  if (kind === null) return null
  const title = cut(spaced(titleOf(body, quote) || quote), titleLength)
  return {
    kind,
    title: title === '' ? cut(quote, titleLength) : title,
    due: dueOf(body, documentDay),
    target:
      body.kind === 'quantity' && body.value !== null
        ? {
            indicator: (body.indicator || title).normalize('NFC'),
            value: body.value,
            unit: body.unit.normalize('NFC'),
            comparator: body.comparator,
          }
        : null,
    theme: themeFor(themes, `${title} ${quote}`),
  }
}

function spaced(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** A short clause speaks for itself; a longer one is named by what it counts. */
function titleOf(body: FindingBody, quote: string): string {
  if (body.kind === 'quantity' && quote.length <= shortClause) return quote
  switch (body.kind) {
    case 'quantity':
      return body.indicator === '' || body.indicator.includes(body.raw)
        ? body.indicator
        : `${body.indicator} ${body.raw}`
    case 'milestone':
      return body.event.includes(body.subject) ? body.event : `${body.subject}${body.event}`
    case 'action':
      return body.text
    case 'entity':
    case 'project':
    case 'agreement':
    case 'relation':
      return ''
  }
}

/** The last day by which a finding says it is to be done; null where it says none. */
export function dueOf(body: FindingBody, documentDay: string): string | null {
  const loose =
    body.kind === 'quantity' ? (body.period?.end ?? null) : body.kind === 'milestone' ? body.due : null
  if (loose === null) return null
  const span = spanOf(loose)
  return span === null ? afterTerm(documentDay, loose) : span.end
}

/** The last day of an ISO 8601 term of years, months, weeks or days. */
function afterTerm(day: string, term: string): string | null {
  const match = /^P(\d{1,4})([YMWD])$/.exec(term)
  if (match === null) return null
  const count = Number(match[1])
  switch (match[2]) {
    case 'Y':
      return addMonths(day, count * 12)
    case 'M':
      return addMonths(day, count)
    case 'W':
      return addDays(day, count * 7)
    default:
      return addDays(day, count)
  }
}
