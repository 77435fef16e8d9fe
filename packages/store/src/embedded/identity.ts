import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import type { Binaries } from './binaries.js'

/**
 * Who PostgreSQL runs as. It refuses root, so root gives it another identity: `wrap` puts the words that do so
 * before the program, `uid` is who must own its files.
 */
export interface Identity {
  readonly uid: number
  readonly gid: number
  wrap(program: string, args: readonly string[]): readonly [string, readonly string[]]
}

const nobody = 65534

/**
 * As an ordinary user: that user. As root, in this order: whoever owns the cluster already; a user namespace in
 * which root has another number (its files stay root's, and it goes where root's permissions go); `setpriv` to
 * nobody with the one capability to pass folders that others may not enter.
 */
export function chooseIdentity(folder: string, binaries: Binaries): Result<Identity> {
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  if (uid !== 0) return accepted({ uid, gid, wrap: (program, args) => [program, args] })

  const owner = lstatSync(join(folder, 'pg'), { throwIfNoEntry: false })
  const candidates =
    owner !== undefined && owner.uid !== 0
      ? [reduced(owner.uid, owner.gid)]
      : [mapped(ordinaryUid()), reduced(nobody, nobody)]
  const found = candidates.find((identity) => works(identity, folder, binaries))
  if (found === undefined) {
    return refused(refusal('database.no-embedded', folder, { reason: 'root', use: 'DATABASE_URL' }))
  }
  if (owner !== undefined && owner.uid !== found.uid) giveTo(join(folder, 'pg'), found)
  return accepted(found)
}

/** Root outside, `uid` inside: PostgreSQL sees itself and its files under that number. */
export function mapped(uid: number): Identity {
  const map = ['--user', `--map-user=${uid}`, `--map-group=${uid}`]
  return { uid: 0, gid: 0, wrap: (program, args) => ['unshare', [...map, program, ...args]] }
}

export function reduced(uid: number, gid: number): Identity {
  const words = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ]
  return { uid, gid, wrap: (program, args) => ['setpriv', [...words, program, ...args]] }
}

/** initdb looks its user up by number, so it must be one the machine knows. */
function ordinaryUid(): number {
  try {
    const known = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => Number(line.split(':')[2] ?? '0'))
      .filter((uid) => Number.isInteger(uid) && uid > 0 && uid !== nobody)
    return known.find((uid) => uid >= 1000) ?? known[0] ?? 1000
  } catch {
    return 1000
  }
}

/** Tries what PostgreSQL will do: run the program and enter the folder. */
function works(identity: Identity, folder: string, binaries: Binaries): boolean {
  const [program, args] = identity.wrap(binaries.postgres, ['--version'])
  if (spawnSync(program, args, { stdio: 'ignore', cwd: '/' }).status !== 0) return false
  if (identity.uid !== 0) return true
  const [test, words] = identity.wrap('test', ['-w', folder, '-a', '-x', folder])
  return spawnSync(test, words, { stdio: 'ignore', cwd: '/' }).status === 0
}

/** Gives a tree of files to the identity; links are given, not followed. */
export function giveTo(path: string, identity: Identity): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return
  if (status.uid !== identity.uid) chownSync(path, identity.uid, identity.gid)
  if (!status.isDirectory()) return
  for (const name of readdirSync(path)) giveTo(join(path, name), identity)
}
