import { availableParallelism } from 'node:os'
import { type Lexicon, type Refusal, type Result, accepted, refusal, refused } from '@gangmu/core'
import { type Ended, type IntakeLimits, createThreads } from '@gangmu/intake'
import { readingRules, restoreRules } from '@gangmu/text'
import type { FoundFile } from '../read/find-files.js'
import { reasonOf } from '../read/read-file.js'
import { type Claim, claimFolder } from './claim.js'
import type { ManifestLine, Read, ReadLine } from './line.js'
import { type Manifest, openManifest } from './manifest.js'
import { type Step, plan } from './plan.js'
import type { ThreadData } from './read.worker.js'
import { withSameText } from './same-text.js'
import { leftOver } from './left-over.js'

/** Raised when results are written otherwise, or files received otherwise, by the same rules. */
const batchRules = 'batch-1'

export interface Batch {
  readonly files: readonly FoundFile[]
  readonly out: string
  readonly lexicon: Lexicon
  readonly limits: IntakeLimits
  /** Threads that read; null: as many as the machine runs at once. */
  readonly jobs: number | null
  /** Begins no other file once it is aborted; `drop` ends those that are being read. */
  readonly stop: AbortSignal
  readonly drop: AbortSignal
  /** Told of every file that is settled. */
  readonly on: (settled: Settled) => void
}

export type Settled = 'read' | 'kept' | 'duplicate' | 'refused'

export interface BatchDone {
  /** Whether every file was settled. */
  readonly whole: boolean
  readonly settled: Readonly<Record<Settled, number>>
  /** In the order of the files: what the manifest says of those that were settled, and are read or duplicates. */
  readonly lines: readonly ManifestLine[]
  readonly refusals: readonly Refusal[]
  /** Results in the folder that belong to no file that was read; empty where the run was stopped. */
  readonly leftOver: readonly string[]
}

const entry = new URL('./read.worker.js', import.meta.url)

/**
 * Reads files in threads, each of which writes its results, and keeps the manifest of the folder. Only one run at a
 * time has the folder. Which thread is done first changes no result and no last line of the manifest.
 */
export async function readBatch(batch: Batch): Promise<Result<BatchDone>> {
  const claim = claimFolder(batch.out)
  if (!claim.ok) return claim
  try {
    const manifest = await openManifest(batch.out)
    if (manifest === null) return refused(refusal('output.not-ours', batch.out))
    try {
      return accepted(await readAll(batch, claim.value, manifest))
    } finally {
      manifest.close()
    }
  } catch (error) {
    // A disk that is full, a manifest that may not be written: the run ends, and what stands there is whole.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return refused(refusal('output.not-writable', batch.out, { reason: reasonOf(error) }))
  } finally {
    claim.value.release()
  }
}

async function readAll(batch: Batch, { drafts }: Claim, manifest: Manifest): Promise<BatchDone> {
  const { lexicon, limits, out, stop, drop } = batch
  const files = batch.files.toSorted((a, b) => order(a.name, b.name) || order(a.path, b.path))
  const rules = [batchRules, restoreRules, readingRules, lexicon.version].join('+')
  const jobs = Math.max(1, Math.min(batch.jobs ?? availableParallelism(), files.length))
  const data: ThreadData = { lexicon, limits, out, drafts }
  const threads = createThreads<FoundFile, Result<Read>>({ entry, atOnce: jobs, heapMb: limits.heapMb, data })
  const settled = { read: 0, kept: 0, duplicate: 0, refused: 0 }
  const seen = new Set<string>()
  const settle = (as: Settled, { id }: FoundFile, line: ManifestLine | null) => {
    if (line !== null) manifest.add(line)
    seen.add(id)
    settled[as] += 1
    batch.on(as)
  }

  async function take(step: Step): Promise<void> {
    const { id, name } = step.file
    const refuse = (refusals: readonly Refusal[]) =>
      settle('refused', step.file, { id, file: name, outcome: 'refused', refusals })
    switch (step.do) {
      case 'keep':
        return settle('kept', step.file, null)
      case 'refuse':
        return refuse(step.refusals)
      case 'note-duplicate': {
        const { sha256, size, of } = step
        return settle('duplicate', step.file, {
          id,
          file: name,
          outcome: 'duplicate',
          sha256,
          size,
          duplicateOf: of,
        })
      }
      case 'read': {
        // Its results are about to be replaced: until they all are, no line may say that they are whole.
        if (manifest.lines.get(id)?.outcome === 'read') manifest.add({ id, file: name, outcome: 'begun' })
        const done = await threads.run(step.file, limits)
        if (done.ended === 'stopped') return
        if (done.ended !== null) return refuse([refusalOf(step.file.path, done, limits)])
        if (!done.value.ok) return refuse(done.value.refusals)
        return settle('read', step.file, {
          id,
          file: name,
          outcome: 'read',
          rules,
          ...done.value.value,
          sameTextAs: null,
        })
      }
    }
  }

  const steps = plan({ files, lines: manifest.lines, rules, out, bytes: limits.bytes })
  const lane = async (): Promise<void> => {
    for await (const step of steps) {
      if (stop.aborted) return
      await take(step)
    }
  }
  const onDrop = () => void threads.close()
  drop.addEventListener('abort', onDrop)
  try {
    await Promise.all(Array.from({ length: jobs }, lane))
  } finally {
    drop.removeEventListener('abort', onDrop)
    await threads.close()
  }
  const whole = seen.size === files.length
  if (whole) for (const line of withSameText(readLines(files, manifest))) manifest.add(line)
  const lines = files.flatMap(({ id }) => (seen.has(id) ? (manifest.lines.get(id) ?? []) : []))
  return {
    whole,
    settled,
    lines,
    refusals: lines.flatMap((line) => (line.outcome === 'refused' ? line.refusals : [])),
    leftOver: whole ? leftOver(manifest, files, out) : [],
  }
}

function readLines(files: readonly FoundFile[], { lines }: Manifest): ReadLine[] {
  return files.flatMap(({ id }) => {
    const line = lines.get(id)
    return line?.outcome === 'read' ? [line] : []
  })
}

function refusalOf(path: string, done: Exclude<Ended, { ended: 'stopped' }>, limits: IntakeLimits): Refusal {
  switch (done.ended) {
    case 'time':
      return refusal('document.timeout', path, { milliseconds: limits.milliseconds })
    case 'heap':
    case 'growth':
      return refusal('document.memory', path, { megabytes: done.megabytes })
    case 'crash':
      return refusal('document.unreadable', path, { detail: done.error.message.slice(0, 200) })
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
