import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { accepted, checkPack, type Pack, refusal, refused, type Result } from '@gangmu/core'
import { root } from './root.js'

export interface PackFolder {
  readonly pack: Pack
  readonly folder: string
}

/** A pack by its folder, or by its name in `packs/`; refused with every defect, each with its file and path. */
export function readPack(given: string): Result<PackFolder> {
  const folder = [resolve(given), join(root, 'packs', given)].find(isFolder)
  if (folder === undefined) return refused(refusal('pack.not-found', given, { known: names().join(', ') }))
  const checked = checkPack(filesOf(folder))
  return checked.ok ? accepted({ pack: checked.value, folder }) : checked
}

/** Lists and manifest with their text; of documents only that they are there. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
  return new Map(
    paths.map((path) => {
      const name = relative(folder, path).split(sep).join('/')
      return [name, name.includes('/') || !name.endsWith('.json') ? '' : readFileSync(path, 'utf8')]
    }),
  )
}

function names(): readonly string[] {
  const packs = join(root, 'packs')
  return isFolder(packs) ? readdirSync(packs).filter((it) => isFile(join(packs, it, 'pack.json'))) : []
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
