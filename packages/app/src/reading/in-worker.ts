import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadText } from './language.js'
import type { ReadGiven } from './reader.js'

export interface ReadingLimits {
  readonly milliseconds: number
  /** JavaScript heap of the thread, in MiB. */
  readonly heapMb: number
}

/** Reads a long text in a thread of its own, so that requests do not wait for it. Throws where it takes too much. */
export function readInWorker(given: ReadGiven, limits: ReadingLimits): Promise<ReadText> {
  return new Promise((resolve, reject) => {
    const { url, execArgv } = entry()
    const worker = new Worker(url, {
      workerData: given,
      execArgv,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    })
    const end = () => {
      clearTimeout(clock)
      void worker.terminate()
    }
    const clock = setTimeout(() => {
      reject(new Error(`not read within ${limits.milliseconds} ms`))
      end()
    }, limits.milliseconds)
    worker.once('message', (read: ReadText) => {
      resolve(read)
      end()
    })
    worker.once('error', (error) => {
      reject(error)
      end()
    })
    worker.once('exit', (code) => {
      reject(new Error(`the reading thread ended with ${code}`))
      end()
    })
  })
}

/**
 * Beside this file stands the worker, compiled when this is compiled. From source, a worker has to be given the loader
 * of TypeScript: Node 20 does not hand it on.
 */
function entry(): { readonly url: URL; readonly execArgv: string[] } {
  if (!import.meta.url.endsWith('.ts')) {
    return { url: new URL('./language.worker.js', import.meta.url), execArgv: [] }
  }
  const api = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs')
  const [loader, source] = [pathToFileURL(api), new URL('./language.worker.ts', import.meta.url)].map((it) =>
    JSON.stringify(it.href),
  )
  const start = `const { register } = await import(${loader}); register(); await import(${source})`
  const url = new URL(`data:text/javascript,${encodeURIComponent(start)}`)
  return { url, execArgv: ['--conditions=source'] }
}
