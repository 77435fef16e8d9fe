import { basename } from 'node:path'
import { type Drift, refusal, refused, type Lexicon, type Result } from '@gangmu/core'
import { defaultLimits } from '@gangmu/intake'
import { drift } from '@gangmu/text'
import { statSync } from 'node:fs'
import { compareWords } from '../words/compare.js'
import type { Language } from '../words/language.js'
import { readWords } from '../words/read.js'
import { complain } from './complain.js'
import { driftTable } from './drift-table.js'
import { lexiconOf } from './lexicon-of.js'
import { lineAt } from './line-at.js'
import { type ReadFile, readOneFile } from './read-file.js'

export interface CompareCall {
  readonly older: string
  readonly newer: string
  readonly json: boolean
  /** Pack whose names the reader shall know, by name or folder. */
  readonly pack: string | null
}

/** Reads two files and prints what became of the pledges of the older. True where neither was refused. */
export async function compareFiles(call: CompareCall, language: Language): Promise<boolean> {
  const words = readWords[language]
  const lexicon = await lexiconOf(call.pack)
  if (!lexicon.ok) return complain(lexicon.refusals, words)
  const older = await fileOf(call.older, lexicon.value)
  const newer = await fileOf(call.newer, lexicon.value)
  const refusals = [older, newer].flatMap((it) => (it.ok ? [] : it.refusals))
  if (!older.ok || !newer.ok) return complain(refusals, words)
  const [from, to] = [sideOf(older.value), sideOf(newer.value)]
  const drifts = drift(from, to)
  const lines = call.json
    ? drifts.map((it) => jsonOf(it, from.text, to.text))
    : driftTable(drifts, older.value, newer.value, compareWords[language], words)
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
  return true
}

async function fileOf(path: string, lexicon: Lexicon): Promise<Result<ReadFile>> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return refused(refusal('document.not-found', path))
  return readOneFile({ path, name: basename(path), id: basename(path) }, lexicon, defaultLimits)
}

function sideOf({ restoration, reading }: ReadFile) {
  return { text: restoration.text, reading }
}

/** A drift a line, with the quotes and where they stand in the restored texts, lines counted from 1. */
function jsonOf({ kind, subject, certainty, older, newer, why }: Drift, from: string, to: string): string {
  const side = (it: Drift['older'], text: string) =>
    it === null
      ? null
      : {
          ordinal: it.ordinal,
          quote: it.anchor.quote,
          span: [it.anchor.start, it.anchor.end],
          line: lineAt(text, it.anchor.start),
        }
  return JSON.stringify({
    kind,
    subject,
    certainty,
    older: side(older, from),
    newer: side(newer, to),
    why,
  })
}
