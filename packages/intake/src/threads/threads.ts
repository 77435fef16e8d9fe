import { once, setMaxListeners } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'
import { createQueue } from './queue.js'

/** Threads that do one kind of work on what comes from outside, each piece of it held to its caps. */
export interface Threads<Input, Output> {
  /** Does a piece of work. What goes wrong with it is a value; a module that cannot be loaded throws. */
  readonly run: (input: Input, caps: Caps) => Promise<Done<Output>>
  /** Ends every thread; what is being worked on is answered as stopped. */
  readonly close: () => Promise<void>
}

export interface Caps {
  readonly milliseconds: number
  /** Growth of the whole process meanwhile, in MiB: buffers stand outside the heap of a thread. */
  readonly growthMb: number
}

/** What came of a piece of work, or why it came to no end. */
export type Done<Output> = { readonly ended: null; readonly value: Output } | Ended

export type Ended =
  | { readonly ended: 'time' }
  | { readonly ended: 'stopped' }
  /** Of which cap: of the heap of its thread, or of the growth of the process. */
  | { readonly ended: 'heap' | 'growth'; readonly megabytes: number }
  /** What the work threw or its thread died of. */
  | { readonly ended: 'crash'; readonly error: Error }

interface ThreadsOf {
  /** A module whose `run` does the work: beside this file's build its `.js`, from source its `.ts`. */
  readonly entry: URL
  readonly atOnce: number
  /** JavaScript heap of each thread, in MiB. */
  readonly heapMb: number
  /** Given to each thread once, as `workerData.data`. */
  readonly data?: unknown
}

interface Pool<Input, Output> {
  readonly piscina: Piscina<Input, Output>
  /** Settles with the first thread that has loaded the module, or that could not. */
  readonly loads: Promise<void>
  readonly heapMb: number
}

const MiB = 1024 * 1024
const WATCH_EVERY_MS = 50
/** Threads are kept so long for the next piece of work, and none of them keeps the process alive. */
const IDLE_MS = 10_000

/**
 * Threads are started as they are needed and used again. One that takes too much time or memory, or crashes, costs the
 * piece of work it had and is replaced. What grows is the whole process; work that was ended for that beside other
 * work is done once more with nothing beside it, so that none is ended for what another took.
 */
export function createThreads<Input, Output>(of: ThreadsOf): Threads<Input, Output> {
  const queue = createQueue(of.atOnce)
  const ends = new AbortController()
  // As many listen as work at once.
  setMaxListeners(0, ends.signal)
  let pool: Promise<Pool<Input, Output>> | null = null
  const begin = async (input: Input, caps: Caps): Promise<Done<Output>> => {
    if (ends.signal.aborted) return { ended: 'stopped' }
    pool ??= openPool(of)
    return runOnce(await pool, input, caps, ends.signal)
  }
  return {
    async run(input, caps) {
      const first = await queue.run(() => begin(input, caps))
      return first.ended === 'growth' ? queue.runAlone(() => begin(input, caps)) : first
    },
    async close() {
      ends.abort()
      await (await pool)?.piscina.destroy()
    },
  }
}

async function openPool<Input, Output>({
  entry,
  atOnce,
  heapMb,
  data,
}: ThreadsOf): Promise<Pool<Input, Output>> {
  const { Piscina } = await import('piscina')
  const source = import.meta.url.endsWith('.ts') ? entry.href.replace(/\.js$/, '.ts') : null
  const filename = fileURLToPath(source === null ? entry : new URL('./from-source.mjs', import.meta.url))
  const piscina = new Piscina<Input, Output>({
    filename,
    name: 'run',
    minThreads: 0,
    maxThreads: atOnce,
    idleTimeout: IDLE_MS,
    // A waiting thread that sleeps cannot tidy up after what it did.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 },
    execArgv: source === null ? [] : ['--conditions=source'],
    workerData: { source, data: data ?? null },
  })
  const loads = new Promise<void>((resolve, reject) => {
    piscina.once('workerCreate', () => resolve())
    // A thread that dies with nothing to do is replaced when it is needed; one that never could begin is a bug.
    piscina.on('error', reject)
  })
  loads.catch(() => {})
  return { piscina, loads, heapMb }
}

/** Ends the thread by the signal that its work was given. */
async function runOnce<Input, Output>(
  { piscina, loads, heapMb }: Pool<Input, Output>,
  input: Input,
  { milliseconds, growthMb }: Caps,
  stop: AbortSignal,
): Promise<Done<Output>> {
  const work = new AbortController()
  let ended: Ended | null = null
  let gone: Promise<unknown> = Promise.resolve()
  const end = (why: Ended) => {
    if (ended !== null) return
    ended = why
    const before = piscina.threads
    work.abort()
    const left = new Set(piscina.threads)
    gone = Promise.all(before.flatMap((it) => (left.has(it) ? [] : [once(it, 'exit')])))
  }
  const onStop = () => end({ ended: 'stopped' })
  stop.addEventListener('abort', onStop)
  let clock: NodeJS.Timeout | undefined
  const before = process.memoryUsage.rss()
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > growthMb * MiB) end({ ended: 'growth', megabytes: growthMb })
  }, WATCH_EVERY_MS)
  try {
    const run = piscina.run(input, { signal: work.signal }).then(
      (value): Done<Output> => ({ ended: null, value }),
      (error: unknown): Done<Output> => ended ?? causeOf(error, heapMb),
    )
    // The time a first thread takes to load is not that of its work.
    await Promise.race([run, loads])
    clock = setTimeout(() => end({ ended: 'time' }), milliseconds)
    const done = await run
    // Its memory is given back before another is let in.
    await gone
    return done
  } finally {
    stop.removeEventListener('abort', onStop)
    clearTimeout(clock)
    clearInterval(watch)
  }
}

function causeOf(error: unknown, heapMb: number): Ended {
  if (!(error instanceof Error)) return { ended: 'crash', error: new Error(String(error)) }
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { ended: 'heap', megabytes: heapMb }
    : { ended: 'crash', error }
}
