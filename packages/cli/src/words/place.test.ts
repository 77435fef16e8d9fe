import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { refusal } from '@gangmu/core'
import { sentenceOf } from './place.js'

const packages = join(import.meta.dirname, '../../..')

/** Whatever a start, a pack check or a reading of files may answer with comes from here. */
const sources = [
  'core/src/pack',
  'store/src',
  'app/src/pack',
  'app/src/create.ts',
  'app/src/open.ts',
  'app/src/model',
  'intake/src',
  'cli/src',
]

/** As literals: some are handed on before they become a refusal. Names of files and of ledger entries look alike. */
const literal = /'((?:call|data|database|document|documents|model|output|pack|place|server)\.[a-z-]+)'/g
const otherwise = new Set(['pack.json', 'documents.json', 'pack.load', 'document.receive'])

function filesIn(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(path, name))
}

const codes = new Set(
  sources
    .flatMap((it) => filesIn(join(packages, it)))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(literal)].flatMap(([, code]) => code ?? []))
    .filter((code) => !otherwise.has(code)),
)

/** Every fact that one of these refusals carries. */
const facts = {
  accepted: '.txt',
  asked: 'a',
  cap: 'ratio',
  detail: 'x',
  expected: 'number',
  file: 'documents/a.txt',
  found: 'zip',
  from: '2026-01-01',
  gangmu: false,
  given: 'a',
  givenVersion: '2',
  holds: 'b',
  host: '127.0.0.1',
  key: 'a',
  kind: 'town',
  known: 'yunze',
  least: 1,
  limit: 1e6,
  loaded: 'b',
  loadedVersion: '1',
  log: 'FATAL',
  megabytes: 1024,
  message: 'Invalid input',
  migration: '0099_later',
  milliseconds: 30_000,
  most: 9,
  needed: 15,
  other: 4181,
  out: 'here',
  pages: 3,
  pid: 7,
  platform: 'linux-x64',
  port: 4180,
  reason: 'EACCES',
  set: 'GANGMU_MODEL_URL',
  size: 5e6,
  theme: 'a',
  themes: 'a → b → a',
  unit: 'a',
  units: 'a → b → a',
  until: '2025-01-01',
  version: '14.1',
}

it('there are codes to look for', () => {
  expect(codes.size).toBeGreaterThan(40)
  expect(codes).toContain('pack.cell-taken')
  expect(codes).toContain('database.no-extension')
})

it.each([...codes].toSorted())('%s has a sentence in both languages, and no fact is left open', (code) => {
  const [zh, en] = [sentenceOf(refusal(code, '', {}), 'zh'), sentenceOf(refusal(code, '', {}), 'en')]
  // Without a sentence and without facts, the code stands alone.
  expect([zh, en]).not.toContain(`[${code}]`)
  expect(zh).toMatch(/[\u4e00-\u9fff]/)
  expect(en).not.toMatch(/[\u4e00-\u9fff]/)
  for (const language of ['zh', 'en'] as const) {
    expect(sentenceOf(refusal(code, '', facts), language)).not.toMatch(/undefined|NaN/)
  }
})
