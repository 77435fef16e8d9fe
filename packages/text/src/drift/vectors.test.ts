import { readdirSync, readFileSync } from 'node:fs'
import { type Drift, type DriftFact, type Lexicon } from '@gangmu/core'
import { describe, expect, it } from 'vitest'
import { readText } from '../extract/read.js'
import { drift } from './drift.js'
import type { Side } from './pledge.js'

const FOLDER = new URL('../../vectors/drift/', import.meta.url)

const lexicon: Lexicon = {
  version: 'drift',
  region: '云泽市',
  names: ['云泽市', '澜汀区', '浣泽区', '荻川市'].map((name) => ({
    name,
    type: 'division',
    canonical: null,
    unit: null,
    within: null,
  })),
}

describe.each(readdirSync(FOLDER).filter((it) => it.endsWith('.txt')))('%s', (file) => {
  it.each(vectorsOf(readFileSync(new URL(file, FOLDER), 'utf8')))('$name', ({ older, newer, lines }) => {
    const found = drift(older, newer)
    expect(found.map(shown)).toEqual(lines)
    for (const it of found) {
      for (const [at, { text }] of [[it.older, older] as const, [it.newer, newer] as const]) {
        if (at === null) continue
        expect(text.slice(at.anchor.start, at.anchor.end)).toBe(at.anchor.quote)
        for (const [start, end] of at.changed) {
          expect(start < end && start >= at.anchor.start && end <= at.anchor.end).toBe(true)
        }
      }
    }
  })
})

/** Blocks apart by an empty line: `# name`, `older DAY`, quoted text, `newer DAY`, quoted text, the drifts. */
function vectorsOf(source: string) {
  return source.split(/\n\s*\n/u).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '')
    const [from, to] = ['older ', 'newer '].map((word) => lines.findIndex((line) => line.startsWith(word)))
    if (from === undefined || to === undefined || from < 0 || to < 0) return []
    return [
      {
        name: lines[0]?.slice(2),
        older: sideOf(lines.slice(from, to)),
        newer: sideOf(lines.slice(to)),
        lines: lines.slice(to + 1).filter((line) => !line.startsWith('> ')),
      },
    ]
  })
}

function sideOf([head = '', ...lines]: readonly string[]): Side {
  const text = lines.flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : [])).join('\n')
  return { text, reading: { rules: '', ...readText(text, `${head.slice(6)}\n${text}`, lexicon) } }
}

function shown({ kind, subject, why, certainty }: Drift): string {
  return [kind, subject, ...why.map(factOf), ...(kind === 'new' ? [] : [certainty])].join(' ')
}

function factOf(fact: DriftFact): string {
  switch (fact.of) {
    case 'absent':
      return `absent:${fact.beside}`
    case 'lapsed':
      return `lapsed:${fact.due}`
    case 'rival':
      return 'rival'
    case 'stated':
      return `“${fact.words}”`
    default:
      return `${fact.of}:${fact.from ?? ''}→${fact.to ?? ''}${'unit' in fact ? fact.unit : ''}`
  }
}
