import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Every file of a pack by its path within the pack, as `checkPack` takes them. */
export function packFilesOf(name: string): ReadonlyMap<string, string> {
  const folder = fileURLToPath(new URL(`../../packs/${name}/`, import.meta.url))
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]))
}
