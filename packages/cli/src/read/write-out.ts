import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Refusal, refusal } from '@gangmu/core'
import { jsonLines } from '@gangmu/text'
import type { ReadFile } from './read-file.js'

/**
 * Writes `<id>.jsonl` and `<id>.txt` into a folder, each whole or not at all; nothing where there is no folder. Never
 * writes over one of the files that are read. Answers why it could not.
 */
export async function writeOut(
  file: ReadFile,
  folder: string | null,
  sources: readonly string[],
): Promise<readonly Refusal[]> {
  if (folder === null) return []
  const target = join(folder, file.id)
  const results = [`${target}.jsonl`, `${target}.txt`]
  const over = sources.find((source) => results.some((result) => resolve(result) === resolve(source)))
  if (over !== undefined) return [refusal('output.over-source', over, { out: folder })]
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeWhole(`${target}.jsonl`, jsonText(file))
    await writeWhole(`${target}.txt`, file.restoration.text)
    return []
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return [refusal('output.not-writable', target, { reason })]
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  await writeFile(draft, text)
  await rename(draft, path)
}

/** The findings of a file as lines of JSON; every id begins with the name of the file. */
export function jsonText({ reading, restoration, id }: ReadFile): string {
  return `${jsonLines(reading, restoration.text, id).join('\n')}\n`
}
