import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The arrows of ARCHITECTURE.md: what each package may import of ours. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: ['core'],
  intake: ['core'],
  contract: ['core'],
  store: ['core'],
  app: ['core', 'text', 'intake', 'store'],
  server: ['app', 'contract', 'core'],
  cli: ['app', 'contract', 'core', 'server', 'text', 'intake'],
  web: ['contract', 'core'],
}

/** Libraries the pure packages may use; each is a function of its arguments. */
export const pureLibraries: Readonly<Record<string, readonly string[]>> = {
  core: ['zod', 'temporal-polyfill'],
  contract: ['zod'],
}

export interface Breach {
  readonly file: string
  readonly why: string
}

/** Every import and every declared dependency under `root` that is not an arrow. */
export function breaches(root: string): readonly Breach[] {
  return Object.keys(arrows).flatMap((name) => {
    const folder = join(root, 'packages', name)
    const declared = declaredBy(join(folder, 'package.json'))
    const undeclared = sources(join(folder, 'src')).flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .filter((from) => !isOwn(from) && !declared.all.has(packageOf(from)))
        .map((from) => ({
          file: relative(root, file),
          why: `imports ${from}, which ${name} does not declare`,
        })),
    )
    return [...wrongDependencies(name, declared.runtime), ...undeclared]
  })
}

function wrongDependencies(name: string, runtime: ReadonlySet<string>): readonly Breach[] {
  const file = `packages/${name}/package.json`
  const libraries = pureLibraries[name]
  return [...runtime].flatMap((it) => {
    if (it.startsWith('@gangmu/')) {
      const to = it.slice('@gangmu/'.length)
      return arrows[name]?.includes(to) ? [] : [{ file, why: `${name} declares ${to}, which is no arrow` }]
    }
    return libraries && !libraries.includes(it)
      ? [{ file, why: `${name} is pure: ${it} is not allowed` }]
      : []
  })
}

function declaredBy(file: string): { runtime: ReadonlySet<string>; all: ReadonlySet<string> } {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string> | undefined>
  const names = (key: string) => Object.keys(json[key] ?? {})
  const runtime = new Set([...names('dependencies'), ...names('optionalDependencies')])
  const workspace = ['vitest', 'fast-check', 'axe-core', 'playwright-core']
  return { runtime, all: new Set([...runtime, ...names('devDependencies'), ...workspace]) }
}

function isOwn(from: string): boolean {
  return from.startsWith('.') || from.startsWith('node:') || from.startsWith('virtual:')
}

function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

function importsOf(source: string): readonly string[] {
  const static_ = source.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]/gm)
  const bare = source.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)
  const dynamic = source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)
  return [...static_, ...bare, ...dynamic].map((match) => match[1] ?? '')
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}
