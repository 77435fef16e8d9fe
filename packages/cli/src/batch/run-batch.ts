import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refusal } from '@gangmu/core'
import { defaultLimits } from '@gangmu/intake'
import { complain } from '../read/complain.js'
import { findFiles } from '../read/find-files.js'
import { lexiconOf } from '../read/lexicon-of.js'
import { batchWords } from '../words/batch.js'
import type { ReadWords } from '../words/read.js'
import { manifestName } from './manifest.js'
import { showBatchProgress } from './progress.js'
import { readBatch } from './read-batch.js'
import { summaryOf } from './summary.js'

export interface BatchCall {
  readonly paths: readonly string[]
  readonly out: string
  readonly pack: string | null
  /** Largest file to take; null: as intake has it. */
  readonly bytes: number | null
  readonly jobs: number | null
}

/** For a whole file, where intake has them for its parsing alone. */
const limitsOfAFile = { milliseconds: 5 * 60_000, heapMb: 2048, growthMb: 3072 }
const leftOverShown = 20
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * `gangmu read … --out DIR`: reads in threads and says on stderr how far it is, on stdout what came of it. Answers the
 * exit code: 0 where every file was read, 1 where one was refused, 130 or 143 where it was told to stop.
 */
export async function runBatch(call: BatchCall, words: ReadWords): Promise<number> {
  const said = batchWords[words.language]
  const lexicon = await lexiconOf(call.pack)
  if (!lexicon.ok) return complained(complain(lexicon.refusals, words))
  const own = call.paths.filter((path) => resolve(path) === resolve(call.out))
  if (own.some((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true))
    return complained(complain([refusal('output.is-source', call.out)], words))
  const { files, refusals } = findFiles(call.paths, call.out)
  if (files.length === 0) return complained(complain(refusals, words))
  const limits = { ...defaultLimits, ...limitsOfAFile, ...(call.bytes === null ? {} : { bytes: call.bytes }) }
  const progress = showBatchProgress(process.stderr, files.length, said)
  const signals = listen(() => tell('', said.stopping))
  const done = await readBatch({
    files,
    out: call.out,
    lexicon: lexicon.value,
    limits,
    jobs: call.jobs,
    stop: signals.stop,
    drop: signals.drop,
    on: progress.on,
  }).finally(signals.forget)
  if (!done.ok) return complained(complain(done.refusals, words))
  progress.end()
  const { settled, whole, leftOver } = done.value
  const summary = summaryOf(done.value, said, words)
  if (summary.length > 0) process.stdout.write(`${summary.join('\n')}\n`)
  if (files.length > 1) tell(said.manifest(join(call.out, manifestName)))
  if (leftOver.length > 0) tell(said.leftOver(leftOver.length), ...shortened(leftOver, said.more))
  const failed = [...done.value.refusals, ...refusals]
  if (failed.length > 1) tell(said.refused(failed.length))
  const good = complain(failed, words)
  if (whole) return complained(good)
  const count = Object.values(settled).reduce((sum, it) => sum + it)
  tell(said.stopped({ done: count, all: files.length, refused: settled.refused }))
  return exitCodes[signals.by() ?? 'SIGINT']
}

function tell(...lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
}

function shortened(lines: readonly string[], more: (count: number) => string): readonly string[] {
  const rest = lines.length - leftOverShown
  return rest <= 0 ? lines : [...lines.slice(0, leftOverShown), more(rest)]
}

function complained(good: boolean): 0 | 1 {
  return good ? 0 : 1
}

/** The first signal lets the files finish that are being read, the second does not. */
function listen(onFirst: () => void) {
  const [stop, drop] = [new AbortController(), new AbortController()]
  let by: keyof typeof exitCodes | null = null
  const on = (signal: keyof typeof exitCodes) => {
    if (by !== null) return drop.abort()
    by = signal
    stop.abort()
    onFirst()
  }
  const handlers = (['SIGINT', 'SIGTERM'] as const).map((name) => [name, () => on(name)] as const)
  for (const [name, handler] of handlers) process.on(name, handler)
  return {
    stop: stop.signal,
    drop: drop.signal,
    by: () => by,
    forget: () => {
      for (const [name, handler] of handlers) process.off(name, handler)
    },
  }
}
