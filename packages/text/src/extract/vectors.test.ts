import { readdirSync, readFileSync } from 'node:fs'
import type { Finding } from '@gangmu/core'
import { emptyLexicon } from '@gangmu/core'
import { describe, expect, it } from 'vitest'
import { readText } from './read.js'

interface Vector {
  readonly text: string
  readonly date: string
  readonly rows: readonly { kind: string; fields: Record<string, string> }[]
  readonly none: readonly string[]
}

const FOLDER = new URL('../../vectors/extract/', import.meta.url)

describe.each(readdirSync(FOLDER).filter((it) => it.endsWith('.txt')))('%s', (file) => {
  it.each(vectorsOf(readFileSync(new URL(file, FOLDER), 'utf8')))('$text', ({ text, date, rows, none }) => {
    const { findings } = readText(text, `${date}\n${text}`, emptyLexicon)
    const kinds = new Set([...none, ...rows.map((row) => row.kind)])
    for (const kind of kinds) {
      const wanted = rows.filter((row) => row.kind === kind)
      const found = findings.filter((finding) => finding.body.kind === kind)
      const shown = found.map((finding, index) => shownAs(finding, Object.keys(wanted[index]?.fields ?? {})))
      expect(shown).toEqual(wanted.map((row) => row.fields))
    }
  })
})

function vectorsOf(source: string): Vector[] {
  return source
    .split(/\n\s*\n/u)
    .map((part) => part.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.some((line) => line.startsWith('> ')))
    .map((lines) => ({
      text: lines
        .filter((line) => line.startsWith('> '))
        .map((line) => line.slice(2))
        .join('\n'),
      date: lines.find((line) => line.startsWith('date '))?.slice(5) ?? '',
      none: lines.filter((line) => line.startsWith('no ')).map((line) => line.slice(3)),
      rows: lines.filter((line) => !/^(?:> |date |no )/u.test(line)).map(rowOf),
    }))
}

function rowOf(line: string): Vector['rows'][number] {
  const [kind = '', ...pairs] = line.split(' ')
  return {
    kind,
    fields: Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    ),
  }
}

function shownAs({ body, anchor }: Finding, fields: readonly string[]): Record<string, string> {
  const all: Record<string, unknown> = { ...body, quote: anchor.quote }
  if (body.kind === 'quantity') {
    all['period'] = body.period ? `${body.period.start ?? ''}~${body.period.end ?? ''}` : ''
    all['threshold'] = body.threshold?.value ?? ''
  }
  if (body.kind === 'project') all['investment'] = body.investmentCny ?? ''
  return Object.fromEntries(fields.map((field) => [field, String(all[field] ?? '')]))
}
