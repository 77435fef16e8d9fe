import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errno } from './folder.js'

/** What postmaster.pid says: who holds the cluster, and whether it takes connections. */
export interface Postmaster {
  readonly pid: number
  readonly ready: boolean
}

export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    throw error
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null
}

/**
 * Stops whatever still runs on the cluster and waits until it is really gone, so that a second server is never
 * started beside it. Called under the folder's lock: nobody living needs what we stop. False where it stayed.
 */
export async function stopHolders(cluster: string): Promise<boolean> {
  const steps = [
    { signal: 'SIGINT', milliseconds: 30_000 },
    { signal: 'SIGQUIT', milliseconds: 10_000 },
    { signal: 'SIGKILL', milliseconds: 10_000 },
  ] as const
  for (const { signal, milliseconds } of steps) {
    const pid = readPostmaster(cluster)?.pid
    if (pid !== undefined && runsHere(pid, cluster)) send(pid, signal)
    // Backends without their postmaster end by themselves once they notice; the last step does not wait for that.
    else if (signal === 'SIGKILL') for (const orphan of processesIn(cluster)) send(orphan, signal)
    if (await gone(cluster, milliseconds)) {
      // A dead holder's number may belong to another process by now, which PostgreSQL would take for a server.
      rmSync(join(cluster, 'postmaster.pid'), { force: true })
      return true
    }
  }
  return false
}

/** Ends every process that works in a folder which nobody needs any more. */
export async function killThoseIn(folder: string): Promise<void> {
  for (;;) {
    const left = processesIn(folder)
    if (left.length === 0) return
    for (const pid of left) send(pid, 'SIGKILL')
    await pause(10)
  }
}

async function gone(cluster: string, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds
  for (;;) {
    const pid = readPostmaster(cluster)?.pid
    if ((pid === undefined || !runsHere(pid, cluster)) && processesIn(cluster).length === 0) return true
    if (performance.now() > until) return false
    await pause(15)
  }
}

/** The processes of a server work in its folder; a process already dead but not yet collected does not count. */
function processesIn(cluster: string): readonly number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && worksIn(pid) === cluster)
}

function runsHere(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') return worksIn(pid) === cluster
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errno(error) === 'EPERM'
  }
}

function worksIn(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errno(error) !== 'ESRCH') throw error
  }
}
