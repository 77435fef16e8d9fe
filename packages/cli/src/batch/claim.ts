import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { reasonOf } from '../read/read-file.js'

/** A folder of results that one run writes into. */
export interface Claim {
  /** Where results are written before they are given their names: on the same disk, and read by nobody. */
  readonly drafts: string
  readonly release: () => void
}

/** Takes a folder of results for this process (`output.in-use`, `output.not-writable`); what a killed one left is removed. */
export function claimFolder(folder: string): Result<Claim> {
  const drafts = join(folder, '.unfinished')
  const holder = join(drafts, 'pid')
  try {
    mkdirSync(drafts, { recursive: true })
    const pid = taken(holder)
    if (pid !== null) {
      if (isAlive(pid)) return refused(refusal('output.in-use', folder, { pid }))
      rmSync(drafts, { recursive: true })
      mkdirSync(drafts)
      writeFileSync(holder, `${process.pid}\n`, { flag: 'wx' })
    }
    return accepted({ drafts, release: () => rmSync(drafts, { recursive: true, force: true }) })
  } catch (error) {
    return refused(refusal('output.not-writable', folder, { reason: reasonOf(error) }))
  }
}

/** Who holds the file; null where it is ours now. */
function taken(holder: string): number | null {
  try {
    writeFileSync(holder, `${process.pid}\n`, { flag: 'wx' })
    return null
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error
    return Number.parseInt(readFileSync(holder, 'utf8'), 10)
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return reasonOf(error) === 'EPERM'
  }
}
