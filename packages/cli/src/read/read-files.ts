import type { Refusal } from '@gangmu/core'
import { defaultLimits } from '@gangmu/intake'
import type { ReadWords } from '../words/read.js'
import { complain } from './complain.js'
import { findFiles } from './find-files.js'
import { lexiconOf } from './lexicon-of.js'
import { type Mode, printer } from './printer.js'
import { showProgress } from './progress.js'
import { type ReadFile, readOneFile } from './read-file.js'
import { askedModel, readWithModel } from './read-with-model.js'
import { overSource, sourcesOf, writeOut } from './write-out.js'

export interface ReadCall {
  readonly paths: readonly string[]
  readonly mode: Mode
  /** Folder for two files for each document; null: none are written. */
  readonly out: string | null
  /** Pack whose names the reader shall know, by name or folder. */
  readonly pack: string | null
  /** Largest file to take; null: as intake has it. */
  readonly bytes: number | null
  /** Ask the model of the environment as well. */
  readonly model: boolean
}

/**
 * Reads files one after the other and prints what was asked for on stdout. A refused file does not stop the others; why
 * it was refused goes to stderr, a line for each reason. True where none was refused.
 */
export async function readFiles(call: ReadCall, words: ReadWords): Promise<boolean> {
  const lexicon = await lexiconOf(call.pack)
  if (!lexicon.ok) return complain(lexicon.refusals, words)
  const model = call.model ? await askedModel(process.env) : null
  if (model !== null && !model.ok) return complain(model.refusals, words)
  const limits = call.bytes === null ? defaultLimits : { ...defaultLimits, bytes: call.bytes }
  const { files, refusals } = findFiles(call.paths, call.out)
  const sources = sourcesOf(files)
  const progress = showProgress(process.stderr, files.length, words)
  const print = printer(call.mode, files.length > 1, words)
  let good = refusals.length === 0
  for (const [at, file] of files.entries()) {
    progress.reading(at + 1, file.name)
    const result = await readOneFile(file, lexicon.value, limits)
    progress.clear()
    if (!result.ok) {
      good = complain(result.refusals, words) && good
      continue
    }
    const read = model === null ? result.value : await readWithModel(result.value, model.value, words)
    const failed = await written(read, call.out, sources)
    if (failed.length === 0) print.file(read)
    good = complain(failed, words) && good
  }
  print.end()
  complain(refusals, words)
  return good
}

async function written(
  file: ReadFile,
  out: string | null,
  sources: ReadonlyMap<string, string>,
): Promise<readonly Refusal[]> {
  if (out === null) return []
  const over = overSource(out, file.id, sources)
  if (over !== null) return [over]
  const done = await writeOut(file, out)
  return done.ok ? [] : done.refusals
}
