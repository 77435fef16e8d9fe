import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Refusal } from '@gangmu/core'
import { tooLarge } from '@gangmu/intake'
import type { FoundFile } from '../read/find-files.js'
import { notReadable } from '../read/read-file.js'
import { overSource, resultsOf, sourcesOf } from '../read/write-out.js'
import type { ManifestLine, ReadLine } from './line.js'

/** What is to be done about one file. */
export type Step =
  | { readonly do: 'read'; readonly file: FoundFile; readonly size: number }
  /** Read before: same bytes, same rules, and the results are there. */
  | { readonly do: 'keep'; readonly file: FoundFile; readonly line: ReadLine }
  | { readonly do: 'refuse'; readonly file: FoundFile; readonly refusals: readonly Refusal[] }
  | {
      readonly do: 'note-duplicate'
      readonly file: FoundFile
      readonly sha256: string
      readonly size: number
      readonly of: string
    }

export interface PlanOf {
  /** In an order that does not hang on how they were given: the first of two with the same bytes is the one that is read. */
  readonly files: readonly FoundFile[]
  readonly lines: ReadonlyMap<string, ManifestLine>
  readonly rules: string
  readonly out: string
  /** Largest file to take. */
  readonly bytes: number
}

/** Looks at one file after the other, just ahead of those who read them: no more than its hash is kept of any. */
export async function* plan({ files, lines, rules, out, bytes }: PlanOf): AsyncGenerator<Step, void> {
  const sources = sourcesOf(files)
  const first = new Map<string, string>()
  for (const file of files) {
    const seen = await lookAt(file, bytes)
    const over = overSource(out, file.id, sources)
    if ('code' in seen || over !== null) {
      yield {
        do: 'refuse',
        file,
        refusals: [...('code' in seen ? [seen] : []), ...(over === null ? [] : [over])],
      }
      continue
    }
    const { sha256, size } = seen
    // One and the same bytes are read differently as a page and as a text.
    const content = sha256 + extname(file.name).toLowerCase()
    const of = first.get(content)
    const line = lines.get(file.id)
    if (of !== undefined) yield { do: 'note-duplicate', file, sha256, size, of }
    else if (line?.outcome === 'read' && line.sha256 === sha256 && line.rules === rules && isWhole(line, out))
      yield { do: 'keep', file, line }
    else yield { do: 'read', file, size }
    first.set(content, of ?? file.id)
  }
}

/** Larger files are hashed piece by piece. */
const atOnce = 1024 * 1024

/** Reads no file beyond the limit. */
async function lookAt(
  { path }: FoundFile,
  limit: number,
): Promise<{ readonly sha256: string; readonly size: number } | Refusal> {
  try {
    const { size } = await stat(path)
    if (size > limit) return tooLarge(path, size, limit)
    const hash = createHash('sha256')
    if (size <= atOnce) hash.update(await readFile(path))
    else for await (const piece of createReadStream(path, { highWaterMark: atOnce })) hash.update(piece)
    return { sha256: hash.digest('hex'), size }
  } catch (error) {
    return notReadable(path, error)
  }
}

function isWhole({ id, results }: ReadLine, out: string): boolean {
  const { jsonl, txt } = resultsOf(out, id)
  const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size
  return size(jsonl) === results.jsonl && size(txt) === results.txt
}
