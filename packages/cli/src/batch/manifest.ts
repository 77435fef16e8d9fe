import {
  closeSync,
  createReadStream,
  existsSync,
  ftruncateSync,
  fstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type ManifestLine, lineIn } from './line.js'

/** What has been done in a folder of results: a line a file, only ever added to. */
export interface Manifest {
  /** The last line of each id. */
  readonly lines: ReadonlyMap<string, ManifestLine>
  /** Adds a line, in one write; none where it is what the last one says. */
  readonly add: (line: ManifestLine) => void
  readonly close: () => void
}

export const manifestName = 'manifest.jsonl'

/** Opens the manifest of a folder and folds what it holds. Null where a file of that name is none of ours. */
export async function openManifest(folder: string): Promise<Manifest | null> {
  const path = join(folder, manifestName)
  const lines = new Map<string, ManifestLine>()
  if (existsSync(path)) {
    let strange = 0
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      const line = lineIn(text)
      if (line === null) strange += 1
      else lines.set(line.id, line)
    }
    if (lines.size === 0 && strange > 1) return null
  }
  const file = openSync(path, 'a+')
  dropTail(file)
  return {
    lines,
    add(line) {
      const text = JSON.stringify(line)
      if (text === JSON.stringify(lines.get(line.id))) return
      lines.set(line.id, line)
      writeSync(file, `${text}\n`)
    },
    close: () => closeSync(file),
  }
}

/** Takes away what stands behind the last line break: a line whose process was killed while it wrote. */
function dropTail(file: number): void {
  const { size } = fstatSync(file)
  const piece = Buffer.alloc(64 * 1024)
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - piece.length)
    const read = readSync(file, piece, 0, end - start, start)
    const at = piece.subarray(0, read).lastIndexOf(0x0a)
    if (at >= 0) return start + at + 1 < size ? ftruncateSync(file, start + at + 1) : undefined
    end = start
  }
  ftruncateSync(file, 0)
}
