import { spawnSync } from 'node:child_process'
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { errno, lockName, notWritable } from './folder.js'

/** Held until `release`, or until the process ends in whatever way: the kernel lets go of it. */
export interface FolderLock {
  release(): void
}

/** macOS takes the lock with the opening itself; Node has no name for the flag. */
const O_EXLOCK = process.platform === 'darwin' ? 0x20 | constants.O_NONBLOCK : 0

/**
 * One process per data folder. Refuses at once with `data.in-use` and the other's pid.
 *
 * Node cannot call flock(2), but a lock belongs to the open file, which a child shares: `flock` locks our file and
 * ends, and the lock stays with us. Children started later do not inherit the file (O_CLOEXEC), so PostgreSQL, which
 * outlives a killed Node, does not keep it.
 */
export function lockFolder(folder: string): Result<FolderLock> {
  const path = join(folder, lockName)
  let file: number
  try {
    file = openSync(path, constants.O_RDWR | constants.O_CREAT | O_EXLOCK, 0o600)
  } catch (error) {
    return errno(error) === 'EAGAIN' ? inUse(folder, holder(path)) : notWritable(path, errno(error))
  }
  if (O_EXLOCK === 0) {
    const { status, error } = spawnSync('flock', ['--nonblock', '--exclusive', '3'], {
      stdio: ['ignore', 'ignore', 'ignore', file],
    })
    // Without the program, the pid in the file is the next best witness.
    const other = error === undefined ? (status === 0 ? null : holder(path)) : livingHolder(path)
    if (status !== 0 && (error === undefined || other !== null)) {
      closeSync(file)
      return inUse(folder, other)
    }
  }
  ftruncateSync(file)
  writeSync(file, `${process.pid}\n`, 0)
  return accepted({
    release() {
      ftruncateSync(file)
      closeSync(file)
    },
  })
}

function inUse(folder: string, pid: number | null): Result<never> {
  return refused(refusal('data.in-use', folder, { pid }))
}

function holder(path: string): number | null {
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

function livingHolder(path: string): number | null {
  const pid = holder(path)
  if (pid === null || pid === process.pid) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return errno(error) === 'EPERM' ? pid : null
  }
}
