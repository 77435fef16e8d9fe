import { type BodyOf, type DropReason, type Finding, type FindingBody, spanOf } from '@gangmu/core'
import { amountsIn } from '../extract/amount.js'
import { figureAt } from '../extract/number.js'
import type { Span } from '../outline/types.js'
import { entityTypes, relationTypes } from './fields.js'

/** What of a text the words of a proposal must stand in. */
export interface Around {
  readonly text: string
  readonly words: string
  /** Whether a name stands in it, in the headings above, or is one that the rules found anywhere. */
  readonly knows: (name: string) => boolean
  /** The sums of money in it, in CNY; read once, when first asked for. */
  readonly sums: () => ReadonlySet<number>
}

export function aroundOf(
  text: string,
  { start, end, under }: Span & { readonly under: readonly string[] },
  names: ReadonlySet<string>,
): Around {
  const words = text.slice(start, end)
  let sums: ReadonlySet<number> | null = null
  const read = () => amountsIn(text, start, end).flatMap((it) => (it.unit.unit === 'CNY' ? [it.value] : []))
  return {
    text,
    words,
    knows: (name) => names.has(name) || words.includes(name) || under.some((it) => it.includes(name)),
    sums: () => (sums ??= new Set(read())),
  }
}

/** The names that the rules found, for a model to use wherever they stand. */
export function namesIn(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ body }) => {
      if (body.kind === 'entity') return [body.name, ...body.aka]
      return 'actor' in body && body.actor !== '' ? [body.actor] : []
    }),
  )
}

/**
 * The body with nothing in it that the text does not say. What carries the finding (its name, figure, event) must stand
 * in the quote, else the finding is dropped; what goes with it (who, where, with whom) must stand in the text, else it
 * is left out. Figures are read by the rules from the words the model points at.
 */
export function groundedIn(
  { text, words: around, knows, sums }: Around,
  at: Span,
  body: FindingBody,
): FindingBody | DropReason {
  const quote = text.slice(at.start, at.end)
  const who = (name: string): string => (knows(name) ? name : '')
  const said = (words: string | null): string | null => (words && around.includes(words) ? words : null)
  const named = (names: readonly string[]): string[] => names.filter((it) => it !== '' && knows(it))
  switch (body.kind) {
    case 'quantity':
      return quantityIn(text, at, {
        ...body,
        actor: who(body.actor),
        indicator: spelled(body.indicator, around),
        hedge: said(body.hedge),
        period: periodOf(body.period),
      })
    case 'milestone':
      if (!quote.includes(body.event)) return 'not-in-quote'
      return {
        ...body,
        subject: around.includes(body.subject) ? body.subject : '',
        due: body.due !== null && isDue(body.due) ? body.due : null,
        dueText: said(body.dueText),
        actor: who(body.actor),
      }
    case 'action':
      if (!quote.includes(body.text)) return 'not-in-quote'
      return { ...body, actor: who(body.actor), theme: spelled(body.theme, around) }
    case 'project':
      if (!quote.includes(body.name)) return 'not-in-quote'
      return {
        ...body,
        investmentCny: sums().has(body.investmentCny ?? Number.NaN) ? body.investmentCny : null,
        location: said(body.location),
        parties: named(body.parties),
      }
    case 'agreement':
      return quote.includes(body.name) ? { ...body, parties: named(body.parties) } : 'not-in-quote'
    case 'entity':
      if (!entityTypes.some((it) => it === body.type)) return 'wrong-fields'
      if (!quote.includes(body.name)) return 'not-in-quote'
      return { ...body, aka: named(body.aka), within: body.within === null ? null : who(body.within) || null }
    case 'relation':
      if (!relationTypes.some((it) => it === body.type)) return 'wrong-fields'
      return [body.from, body.to].every((it) => quote.includes(it)) ? body : 'not-in-quote'
  }
}

/** An indicator is often put together of words that stand apart, as 增长…% is a rate; every character of it is there. */
function spelled(words: string, around: string): string {
  return [...words.replace(/[率数量额]$/u, '')].every((it) => around.includes(it)) ? words : ''
}

function quantityIn(text: string, at: Span, body: BodyOf<'quantity'>): FindingBody | DropReason {
  const raw = text.indexOf(body.raw, at.start)
  const end = raw + body.raw.length
  if (raw < 0 || end > at.end) return 'not-in-quote'
  const amount = amountsIn(text, at.start, at.end).find((it) => it.start < end && it.end > raw)
  if (amount !== undefined) return { ...body, value: amount.value, unit: amount.unit.unit }
  const unit = body.raw.includes(body.unit) ? body.unit : ''
  if (body.value === null) return { ...body, unit }
  // 第3位 and 5个“一批”: no amount, but a number all the same.
  for (let from = raw; from < end; from += 1) {
    if (figureAt(text, from)?.value === body.value) return { ...body, unit }
  }
  return 'not-as-written'
}

/** Both ends of a period as days. */
function periodOf(period: BodyOf<'quantity'>['period']): BodyOf<'quantity'>['period'] {
  const start = spanOf(period?.start ?? '')?.start ?? null
  const end = spanOf(period?.end ?? '')?.end ?? null
  return start === null && end === null ? null : { start, end }
}

function isDue(due: string): boolean {
  return spanOf(due) !== null || /^P\d{1,4}[YMWD]$/.test(due)
}
