import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Refusal } from '@gangmu/core'

/** What a process of `hold.ts` said. */
export interface Held {
  readonly process: ChildProcess
  readonly refusals?: readonly Refusal[]
  readonly marks?: number
  readonly fsync?: string
  readonly socket?: string
}

const script = fileURLToPath(new URL('hold.ts', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Opens `folder` in another process, as user `uid` where given (only root may). */
export async function hold(
  folder: string,
  { uid, pack }: { uid?: number; pack?: string } = {},
): Promise<Held> {
  const child = start(folder, { uid, pack })
  for await (const line of createInterface(child.stdout as NodeJS.ReadableStream)) {
    if (line.startsWith('{')) return { ...(JSON.parse(line) as object), process: child }
  }
  throw new Error(`hold.ts said nothing about ${folder}`)
}

export function start(
  folder: string,
  { uid, pack }: { uid?: number | undefined; pack?: string | undefined },
) {
  const words = [
    '--conditions=source',
    '--import',
    'tsx',
    script,
    folder,
    ...(pack === undefined ? [] : [pack]),
  ]
  return spawn(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid, env: { ...process.env, HOME: '/' } }),
  })
}

/** Kills without a chance to tidy up, and waits for the end. */
export async function kill(held: Held): Promise<void> {
  const ended = once(held.process, 'exit')
  held.process.kill('SIGKILL')
  await ended
}

/** Asks to end, and waits for it. */
export async function end(held: Held): Promise<number | null> {
  const ended = once(held.process, 'exit')
  held.process.kill('SIGTERM')
  const [code] = (await ended) as [number | null]
  return code
}

export function postmasterOf(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8'), 10)
}

/** The processes that work in the cluster, by their parent's number. */
export function serversIn(folder: string): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && linkOf(pid) === join(folder, 'pg'))
    .filter((pid) => !isBackend(pid))
}

function linkOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/** Only a postmaster keeps the command line it was started with; its children call themselves `postgres: …`. */
function isBackend(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres:')
  } catch {
    return true
  }
}
