import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface ReadingLimits {
  readonly milliseconds: number
  /** JavaScript heap of the thread, in MiB. */
  readonly heapMb: number
}

/** Work in a thread that was ended because it took more time or memory than it is given. */
export class TookTooMuch extends Error {}

/**
 * What a worker makes of `given`, in a thread of its own, so that requests do not wait for it. `url` is of the worker
 * as it is compiled. Throws where it fails, and `TookTooMuch` beyond the limits.
 */
export function inWorker<T>(url: URL, given: unknown, limits: ReadingLimits): Promise<T> {
  return new Promise((resolve, reject) => {
    const { entry, execArgv } = entryOf(url)
    const worker = new Worker(entry, {
      workerData: given,
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    })
    const end = () => {
      clearTimeout(clock)
      void worker.terminate()
    }
    const clock = setTimeout(() => {
      reject(new TookTooMuch(`not read within ${limits.milliseconds} ms`))
      end()
    }, limits.milliseconds)
    worker.once('message', (made: T) => {
      resolve(made)
      end()
    })
    worker.once('error', (error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(memory ? new TookTooMuch(error.message) : error)
      end()
    })
    worker.once('exit', (code) => {
      reject(new Error(`the reading thread ended with ${code}`))
      end()
    })
  })
}

/**
 * A compiled worker stands beside who names it. From source, a worker has to be given the loader of TypeScript: Node 20
 * does not hand it on.
 */
function entryOf(url: URL): { readonly entry: URL; readonly execArgv: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { entry: url, execArgv: [] }
  const api = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs')
  const [loader, source] = [pathToFileURL(api), new URL(url.href.replace(/\.js$/, '.ts'))].map((it) =>
    JSON.stringify(it.href),
  )
  const start = `const { register } = await import(${loader}); register(); await import(${source})`
  const entry = new URL(`data:text/javascript,${encodeURIComponent(start)}`)
  return { entry, execArgv: ['--conditions=source'] }
}
