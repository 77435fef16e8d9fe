import { type App, readPending } from '@gangmu/app'

export interface Background {
  /** Something waits: read it now, or, during a run, look once more when that is done. */
  readonly start: () => void
  /** When the run under way is over. */
  readonly done: () => Promise<void>
}

/** Reads received documents behind the replies, one run at a time. */
export function createReading(app: App, onFault: (error: unknown) => void): Background {
  let running: Promise<void> | null = null
  let again = false
  const run = async (): Promise<void> => {
    do {
      again = false
      await readPending(app).catch(onFault)
    } while (again)
    running = null
  }
  return {
    start: () => {
      again = running !== null
      running ??= run()
    },
    done: () => running ?? Promise.resolve(),
  }
}
