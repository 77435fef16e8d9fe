import { type Finding, type FindingBody, measurability, measures, modelRule } from '@gangmu/core'
import { modelWords } from '../words/model.js'
import type { ReadWords } from '../words/read.js'
import { padTo, shorten, widthOf } from './width.js'
import type { ReadFile } from './read-file.js'

const caps = { kind: 10, what: 30, actor: 22, lacks: 30 }
const QUOTE_AT_LEAST = 24
const GAP = '  '

/** What was found in one file as lines for a person: its head, a row a finding, then the names. */
export function tableOf(file: ReadFile, words: ReadWords, width: number): string[] {
  const rows = file.reading.findings
    .filter(({ body }) => body.kind !== 'entity')
    .map((it, at, all) => rowOf(it, all[at - 1] ?? null, words))
  return [
    ...headOf(file, words),
    '',
    ...(rows.length === 0 ? [words.none] : aligned(rows, words, width)),
    ...namesOf(file, words, width),
    '',
  ]
}

function headOf({ name, received, restoration, reading }: ReadFile, words: ReadWords): string[] {
  const { title, date, publisher, region } = reading.facts
  const said = [title, date, publisher, region].filter((it) => it !== null)
  return [
    `# ${name}${received.charset === null ? '' : `  (${received.charset})`}`,
    ...(said.length === 0 ? [] : [said.join(' · ')]),
    ...(restoration.repairs.length === 0
      ? []
      : [words.repairs + words.colon + repairCounts(restoration.repairs, words)]),
    ...(received.picturePages.length === 0 ? [] : [words.pictures(received.picturePages.join(words.list))]),
    ...(received.undecoded === 0 ? [] : [words.undecoded(received.undecoded)]),
  ]
}

function repairCounts(repairs: ReadFile['restoration']['repairs'], words: ReadWords): string {
  const counts = new Map<string, number>()
  for (const { kind, occurrences } of repairs) {
    const word = words.repairKinds[kind]
    counts.set(word, (counts.get(word) ?? 0) + occurrences)
  }
  return [...counts].map(([word, count]) => `${word} ${count}`).join(words.list)
}

interface Row {
  readonly kind: string
  readonly what: string
  readonly actor: string
  readonly lacks: string
  readonly quote: string
}

function rowOf({ body, anchor, rule }: Finding, before: Finding | null, words: ReadWords): Row {
  return {
    kind: body.kind === 'action' && !body.operational ? words.slogan : words.kinds[body.kind],
    what: body.kind === 'action' && themeOf(before) === body.theme ? '' : whatOf(body, words),
    actor: actorOf(body, words),
    lacks: lacksOf(body, words),
    quote:
      (rule === modelRule ? `[${modelWords[words.language].mark}] ` : '') + anchor.quote.replace(/\s+/g, ' '),
  }
}

/** A theme is said once, not on each of its actions. */
function themeOf(finding: Finding | null): string | null {
  return finding?.body.kind === 'action' ? finding.body.theme : null
}

function whatOf(body: FindingBody, words: ReadWords): string {
  switch (body.kind) {
    case 'quantity':
      return joined(
        body.indicator,
        body.value === null
          ? body.raw
          : `${body.comparator === '=' ? '' : body.comparator}${words.amount(body.value)}${words.units[body.unit] ?? body.unit}`,
        body.period?.end ?? null,
      )
    case 'milestone':
      return joined(body.due ?? body.dueText, body.event)
    case 'project':
      return joined(
        body.name,
        body.investmentCny === null
          ? null
          : `${words.amount(body.investmentCny)}${words.units['CNY'] ?? ' CNY'}`,
      )
    case 'agreement':
    case 'entity':
      return body.name
    case 'action':
      return body.theme
    case 'relation':
      return `${body.type}: ${body.from} → ${body.to}`
  }
}

function actorOf(body: FindingBody, words: ReadWords): string {
  switch (body.kind) {
    case 'quantity':
    case 'milestone':
    case 'action':
      return body.actor
    case 'project':
    case 'agreement':
      return body.parties.join(words.list)
    case 'entity':
    case 'relation':
      return ''
  }
}

function lacksOf(body: FindingBody, words: ReadWords): string {
  const states = measurability(body)
  if (states === null || (body.kind === 'action' && !body.operational)) return ''
  return measures
    .filter((measure) => !states[measure])
    .map((measure) => words.measures[measure])
    .join(words.list)
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((it) => it !== null && it !== '').join(' ')
}

function aligned(rows: readonly Row[], words: ReadWords, width: number): string[] {
  const all = [words.columns, ...rows]
  const columns = (['kind', 'what', 'actor', 'lacks'] as const).map((name) => ({
    name,
    width: Math.min(caps[name], Math.max(...all.map((row) => widthOf(row[name])))),
  }))
  const before = columns.reduce((sum, column) => sum + column.width + GAP.length, 0)
  const quote = Math.max(QUOTE_AT_LEAST, width - before)
  return all.map((row) =>
    [
      ...columns.map(({ name, width: room }) => padTo(shorten(row[name], room), room)),
      shorten(row.quote, quote),
    ]
      .join(GAP)
      .trimEnd(),
  )
}

/** Names by their number of mentions, on lines of their own. */
function namesOf({ reading }: ReadFile, words: ReadWords, width: number): string[] {
  const names = reading.findings.flatMap(({ body }) => (body.kind === 'entity' ? [body.name] : []))
  if (names.length === 0) return []
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const lines = ['']
  let line = `${words.kinds.entity} ${counts.size}${words.colon.trimEnd()}`
  for (const name of counts.keys()) {
    if (widthOf(line) + widthOf(name) + 2 > width) {
      lines.push(line)
      line = ' '
    }
    line += ` ${name}`
  }
  return [...lines, line]
}

/** Kinds of findings in the order of their columns. */
export const countedKinds = [
  'quantity',
  'milestone',
  'action',
  'project',
  'agreement',
  'relation',
  'entity',
] as const

/** A table of counts; a row is the name of a file, how much of each kind was found in it, and how much was repaired. */
export function countsOf(rows: readonly (readonly string[])[], words: ReadWords): string[] {
  const head = [words.columns.file, ...countedKinds.map((kind) => words.kinds[kind]), words.columns.repairs]
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))))
  return all.map((row) =>
    row
      .map((cell, at) => (at === 0 ? padTo(cell, widths[at] ?? 0) : padBefore(cell, widths[at] ?? 0)))
      .join(GAP),
  )
}

function padBefore(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}
