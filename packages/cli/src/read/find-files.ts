import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, extname, join, relative, resolve, sep } from 'node:path'
import { type Refusal, refusal } from '@gangmu/core'
import { acceptedExtensions } from '@gangmu/intake'
import { idsOf } from './ids-of.js'

/** A file to read. `name` is what it is called in the output: for a file in a folder, its path below that folder. */
export interface FoundFile {
  readonly path: string
  readonly name: string
  /** What its results are called, and no other's of this run; see `idsOf`. */
  readonly id: string
}

/**
 * The files that the given paths mean, those of a folder in the order of their paths, and what is missing. `out`, where
 * an earlier run may have left its results, is not searched.
 */
export function findFiles(
  paths: readonly string[],
  out: string | null,
): {
  readonly files: readonly FoundFile[]
  readonly refusals: readonly Refusal[]
} {
  const refusals: Refusal[] = []
  const found = paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) {
      refusals.push(refusal('document.not-found', path, {}))
      return []
    }
    if (!stat.isDirectory()) return [{ path, name: basename(path) }]
    const inside = filesUnder(path, out === null ? null : resolve(out)).map((file) => ({
      path: file,
      name: relative(path, file).split(sep).join('/'),
    }))
    if (inside.length === 0) {
      refusals.push(refusal('document.none-here', path, { accepted: acceptedExtensions.join(' ') }))
    }
    return inside
  })
  const ids = idsOf(found.map((file) => file.name))
  return { files: found.map((file, at) => ({ ...file, id: ids[at] ?? file.name })), refusals }
}

/** Links are not followed and hidden files not read: a folder is what stands in it. */
function filesUnder(folder: string, except: string | null): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return resolve(path) === except ? [] : filesUnder(path, except)
      return isAccepted(entry) ? [path] : []
    })
}

function isAccepted(entry: Dirent): boolean {
  const extension = extname(entry.name).toLowerCase()
  return entry.isFile() && acceptedExtensions.some((it) => it === extension)
}
