import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Result, refusal, refused } from '@gangmu/core'
import type { IntakeLimits } from './limits.js'
import { createQueue } from './queue.js'
import type { Parsed } from './received.js'

/** One file to parse. HTML is decoded before, so that its charset is settled in one place. */
export type Job =
  | { readonly format: 'pdf' | 'docx'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly format: 'html'; readonly text: string; readonly name: string }

export interface WorkerInput {
  readonly job: Job
  readonly limits: IntakeLimits
}

const MiB = 1024 * 1024
const WATCH_EVERY_MS = 50

/**
 * Beside this file stands the worker, compiled when this is compiled. From source, a worker has to be given the loader
 * of TypeScript: Node 20 does not hand it on.
 */
function entry(): { readonly url: URL; readonly execArgv: string[] } {
  if (!import.meta.url.endsWith('.ts'))
    return { url: new URL('./parse.worker.js', import.meta.url), execArgv: [] }
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href
  const source = new URL('./parse.worker.ts', import.meta.url).href
  const start = `const { register } = await import(${JSON.stringify(loader)}); register(); await import(${JSON.stringify(source)})`
  const url = new URL(`data:text/javascript,${encodeURIComponent(start)}`)
  return { url, execArgv: ['--conditions=source'] }
}

/** Of all who read files in this process. */
const workersAtOnce = 2
const queue = createQueue(workersAtOnce)

/**
 * Parses a file of foreign origin in a thread of its own, which is ended when it takes too much time or memory. Two
 * are parsed at a time. What grows is the whole process; a file that was ended for that beside another is read once
 * more with nothing beside it, so that none is refused for what another took.
 */
export async function parseInWorker(job: Job, limits: IntakeLimits): Promise<Result<Parsed>> {
  const first = await queue.run(() => parse(job, limits))
  const last = first === grown ? await queue.runAlone(() => parse(job, limits)) : first
  return last === grown ? outOfMemory(job, limits.growthMb) : last
}

/** The process grew too much while a file was parsed. */
const grown = Symbol('grown')

function parse(job: Job, limits: IntakeLimits): Promise<Result<Parsed> | typeof grown> {
  return new Promise((resolve) => {
    const input: WorkerInput = { job, limits }
    const { url, execArgv } = entry()
    const worker = new Worker(url, {
      workerData: input,
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 4 },
      // What the libraries print is of no use to anybody: it is read by nobody and not passed on.
      stdout: true,
      stderr: true,
    })
    const before = process.memoryUsage.rss()
    let settled = false
    const settle = (result: Result<Parsed> | typeof grown) => {
      if (settled) return
      settled = true
      clearTimeout(clock)
      clearInterval(watch)
      // Its memory is given back before another is let in.
      void worker.terminate().finally(() => resolve(result))
    }
    const clock = setTimeout(() => {
      settle(refused(refusal('document.timeout', job.name, { milliseconds: limits.milliseconds })))
    }, limits.milliseconds)
    // The heap limit of a worker does not count its buffers, so the process is watched as well.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMb * MiB) settle(grown)
    }, WATCH_EVERY_MS)
    worker.once('message', settle)
    worker.once('error', (error) => {
      settle(isOutOfMemory(error) ? outOfMemory(job, limits.heapMb) : broken(job, error.message))
    })
    worker.once('exit', (code) => settle(broken(job, `exit ${code}`)))
  })
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function outOfMemory(job: Job, megabytes: number): Result<never> {
  return refused(refusal('document.memory', job.name, { megabytes }))
}

function broken(job: Job, detail: string): Result<never> {
  return refused(refusal('document.broken', job.name, { type: job.format, detail }))
}
