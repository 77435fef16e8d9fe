import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Refusal, type Result, accepted, refusal, refused } from '@gangmu/core'
import { jsonLines } from '@gangmu/text'
import { type ReadFile, reasonOf } from './read-file.js'

/** How many bytes the two files for a document have. */
export interface ResultBytes {
  readonly jsonl: number
  readonly txt: number
}

/** The two files for a document in the folder of results. */
export function resultsOf(folder: string, id: string): { readonly jsonl: string; readonly txt: string } {
  return { jsonl: join(folder, `${id}.jsonl`), txt: join(folder, `${id}.txt`) }
}

/** Refuses results that would stand where one of the files stands that are read; `sources` as `sourcesOf` gives them. */
export function overSource(folder: string, id: string, sources: ReadonlyMap<string, string>): Refusal | null {
  const over = Object.values(resultsOf(folder, id)).map((it) => sources.get(resolve(it)))
  const source = over.find((it) => it !== undefined)
  return source === undefined ? null : refusal('output.over-source', source, { out: folder })
}

/** Files that are read, by where they really stand. */
export function sourcesOf(files: readonly { readonly path: string }[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path }) => [resolve(path), path]))
}

/**
 * Writes `<id>.jsonl` and `<id>.txt` into a folder, each whole or not at all: as drafts that are given their names when
 * they are done. Answers their bytes.
 */
export async function writeOut(
  file: ReadFile,
  folder: string,
  draft = join(folder, `${file.id}.${process.pid}.part`),
): Promise<Result<ResultBytes>> {
  const results = resultsOf(folder, file.id)
  try {
    await mkdir(dirname(results.txt), { recursive: true })
    const jsonl = await writeWhole(results.jsonl, jsonText(file), draft)
    const txt = await writeWhole(results.txt, file.restoration.text, draft)
    return accepted({ jsonl, txt })
  } catch (error) {
    return refused(refusal('output.not-writable', join(folder, file.id), { reason: reasonOf(error) }))
  }
}

async function writeWhole(path: string, text: string, draft: string): Promise<number> {
  const bytes = Buffer.from(text)
  await writeFile(draft, bytes)
  await rename(draft, path)
  return bytes.length
}

/** The findings of a file as lines of JSON; every id begins with the name of the file. */
export function jsonText({ reading, restoration, id }: ReadFile): string {
  return `${jsonLines(reading, restoration.text, id).join('\n')}\n`
}
