import { type Result, refusal, refused } from '@gangmu/core'
import type { IntakeLimits } from './limits.js'
import type { Parsed } from './received.js'
import { type Done, type Threads, createThreads } from './threads/threads.js'

/** One file to parse. HTML is decoded before, so that its charset is settled in one place. */
export type Job =
  | { readonly format: 'pdf' | 'docx'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly format: 'html'; readonly text: string; readonly name: string }

export interface WorkerInput {
  readonly job: Job
  readonly limits: IntakeLimits
}

/** Of all who read files in this process. */
const workersAtOnce = 2
const entry = new URL('./parse.worker.js', import.meta.url)

/** By the heap their threads may take. */
const threads = new Map<number, Threads<WorkerInput, Result<Parsed>>>()

/** Parses a file of foreign origin in a thread of its own meanwhile, which is ended at its caps. Two are parsed at a time. */
export async function parseInWorker(job: Job, limits: IntakeLimits): Promise<Result<Parsed>> {
  const { heapMb } = limits
  const own = threads.get(heapMb) ?? createThreads({ entry, atOnce: workersAtOnce, heapMb })
  threads.set(heapMb, own)
  return parsedOf(await own.run({ job, limits }, limits), job, limits)
}

function parsedOf(
  done: Done<Result<Parsed>>,
  { name, format }: Job,
  { milliseconds }: IntakeLimits,
): Result<Parsed> {
  switch (done.ended) {
    case null:
      return done.value
    case 'time':
      return refused(refusal('document.timeout', name, { milliseconds }))
    case 'heap':
    case 'growth':
      return refused(refusal('document.memory', name, { megabytes: done.megabytes }))
    case 'crash':
    case 'stopped':
      return refused(
        refusal('document.broken', name, {
          type: format,
          detail: done.ended === 'crash' ? done.error.message : done.ended,
        }),
      )
  }
}
