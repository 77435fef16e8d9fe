import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `packs` and the built screen: the same from the sources and from a build of them. */
export const root = rootAbove(dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'packs')) && existsSync(join(folder, 'packages'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('the packs are not where they were installed')
  return rootAbove(above)
}
