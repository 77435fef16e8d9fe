import { existsSync } from 'node:fs'
import type { FoundFile } from '../read/find-files.js'
import { resultsOf } from '../read/write-out.js'
import type { Manifest } from './manifest.js'

/**
 * Results of earlier runs that no file of this one stands behind: it was deleted or renamed, is refused by now, or is
 * the same as another.
 */
export function leftOver({ lines }: Manifest, files: readonly FoundFile[], out: string): readonly string[] {
  const read = new Set(files.flatMap(({ id }) => (lines.get(id)?.outcome === 'read' ? [id] : [])))
  return [...lines.keys()]
    .filter((id) => !read.has(id))
    .flatMap((id) => Object.values(resultsOf(out, id)))
    .filter((path) => existsSync(path))
    .toSorted()
}
