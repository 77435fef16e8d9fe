import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import type { Binaries } from './binaries.js'
import { killThoseIn, readPostmaster, stopHolders } from './holders.js'
import { type Identity, giveTo } from './identity.js'

/** Everything a start of the server needs to know. */
export interface Place {
  readonly folder: string
  readonly binaries: Binaries
  readonly identity: Identity
  readonly settings: Readonly<Record<string, string>>
}

export interface Server {
  readonly child: ChildProcess
  readonly socketDir: string
}

export const superuser = 'gangmu_admin'
const port = 5432
/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const longestSocket = process.platform === 'darwin' ? 103 : 107
const largestLog = 8 * 1024 * 1024

/** What PostgreSQL is started with beyond its own defaults, which keep every committed row. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
}

export function clusterOf(folder: string): string {
  return join(folder, 'pg')
}

/** Makes the cluster where there is none: beside its place first, so that a killed start leaves nothing half-made. */
export async function createCluster(place: Place): Promise<Result<void>> {
  const { folder, binaries, identity } = place
  const cluster = clusterOf(folder)
  for (const name of readdirSync(folder)) {
    if (name.startsWith('pg.new-')) await discard(join(folder, name))
  }
  if (statSync(cluster, { throwIfNoEntry: false }) !== undefined) return accepted(undefined)
  const draft = mkdtempSync(join(folder, 'pg.new-'))
  giveTo(draft, identity)
  const words = [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // The socket stands in a folder that only its owner may enter.
    '--auth=trust',
  ]
  const log = openLog(folder)
  const child = launch(identity, binaries.initdb, words, log.file, draft)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', resolve)
  })
  if (code !== 0) {
    await discard(draft)
    return startFailed(folder, log)
  }
  closeSync(log.file)
  renameSync(draft, cluster)
  return accepted(undefined)
}

/** Starts the server and waits until it takes connections, however long it has to recover from a crash. */
export async function startServer(place: Place, at?: string): Promise<Result<Server>> {
  const { folder, binaries, identity } = place
  const cluster = clusterOf(folder)
  const socketDir = at ?? prepareSocketDir(folder, identity)
  const all = { ...settings, unix_socket_directories: quoted(socketDir), ...place.settings }
  const words = [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]
  for (let attempt = 1; ; attempt += 1) {
    if (!(await stopHolders(cluster))) return refused(refusal('database.stuck', cluster))
    const log = openLog(folder)
    const child = launch(identity, binaries.postgres, words, log.file, cluster)
    if (await becameReady(child, cluster)) {
      closeSync(log.file)
      child.unref()
      return accepted({ child, socketDir })
    }
    // A dead server's last processes may still hold its shared memory where we cannot see them.
    const again = /shared memory block|lock file/.test(tail(log)) && attempt < 20
    if (!again) return startFailed(folder, log)
    closeSync(log.file)
    await pause(250)
  }
}

export function connectionTo(socketDir: string): { readonly host: string; readonly port: number } {
  return { host: socketDir, port }
}

export function removeSocketDir(folder: string, socketDir: string): void {
  if (!socketDir.startsWith(folder)) rmSync(socketDir, { recursive: true, force: true })
}

async function becameReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let running = true
  child.once('error', () => (running = false))
  child.once('exit', () => (running = false))
  while (running) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster?.ready === true) return true
    await pause(10)
  }
  return false
}

/** In a session of its own, so that Ctrl-C reaches us alone, and with a file, which outlives us, for its words. */
function launch(
  identity: Identity,
  program: string,
  args: readonly string[],
  log: number,
  cwd: string,
): ChildProcess {
  const [command, words] = identity.wrap(program, args)
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return spawn(command, words, { detached: true, stdio: ['ignore', log, log], cwd, env })
}

function prepareSocketDir(folder: string, identity: Identity): string {
  const near = join(folder, 'socket')
  const fits = Buffer.byteLength(`${near}/.s.PGSQL.${port}`) <= longestSocket
  if (fits) mkdirSync(near, { recursive: true, mode: 0o700 })
  const socketDir = fits ? near : mkdtempSync(join(shortTmp(), 'gangmu-'))
  chownSync(socketDir, identity.uid, identity.gid)
  return socketDir
}

/** The setting is a list: a comma in a path would part it. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`
}

function shortTmp(): string {
  return Buffer.byteLength(tmpdir()) <= 70 ? tmpdir() : '/tmp'
}

interface Log {
  readonly path: string
  readonly file: number
  readonly start: number
}

function openLog(folder: string): Log {
  const path = join(folder, 'postgres.log')
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(path, `${path}.1`)
  return { path, file: openSync(path, 'a', 0o600), start: size > largestLog ? 0 : size }
}

function tail(log: Log): string {
  return readFileSync(log.path).subarray(log.start).toString('utf8').trim().slice(-600)
}

function startFailed(folder: string, log: Log): Result<never> {
  closeSync(log.file)
  return refused(refusal('database.start-failed', folder, { log: tail(log) }))
}

/** A killed start may have left an initdb that still writes there: it is ended first. */
async function discard(draft: string): Promise<void> {
  await killThoseIn(draft)
  rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
}
