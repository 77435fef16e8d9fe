import { type App, readPending } from '@gangmu/app'

export interface Background {
  /** Something waits: read it now, or, during a run, look once more when that is done. */
  readonly start: () => void
  /** Begins no other document; resolves when the one that is being read is. */
  readonly stop: () => Promise<void>
}

/** Milliseconds between a run that failed and the next, doubled from the first to the last. */
const delays = { first: 1_000, last: 30_000 }

/** Reads received documents behind the replies, one run at a time; what a fault left waiting is tried again. */
export function createReading(app: App, onFault: (error: unknown) => void): Background {
  let running: Promise<void> | null = null
  let again = false
  const stop = new AbortController()
  let delay = delays.first
  let timer: NodeJS.Timeout | undefined
  const runOnce = async (): Promise<void> => {
    try {
      await readPending(app, undefined, stop.signal)
      delay = delays.first
    } catch (error) {
      again = false
      later()
      tell(onFault, error)
    }
  }
  const run = async (): Promise<void> => {
    do {
      again = false
      await runOnce()
    } while (again && !stop.signal.aborted)
    running = null
  }
  const start = (): void => {
    if (stop.signal.aborted) return
    clearTimeout(timer)
    again = running !== null
    running ??= run()
  }
  const later = (): void => {
    if (stop.signal.aborted) return
    timer = setTimeout(start, delay).unref()
    delay = Math.min(delay * 2, delays.last)
  }
  return {
    start,
    stop: () => {
      stop.abort()
      clearTimeout(timer)
      return running ?? Promise.resolve()
    },
  }
}

/** Who is told of a fault may fail as well; the reading goes on. */
function tell(onFault: (error: unknown) => void, error: unknown): void {
  try {
    onFault(error)
  } catch {
    // Nobody is left to tell.
  }
}
