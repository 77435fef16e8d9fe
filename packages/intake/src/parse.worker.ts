import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '@gangmu/core'
import { refuse } from './answer.js'
import type { Parsed } from './received.js'
import type { WorkerInput } from './worker.js'

const input: WorkerInput = workerData

parentPort?.postMessage(await parse(input))

/** Loads only the library the format needs. What a library throws at a file is the file's fault: it is refused. */
async function parse({ job, limits }: WorkerInput): Promise<Result<Parsed>> {
  try {
    switch (job.format) {
      case 'pdf':
        return await (await import('./pdf/read-pdf.js')).readPdf(job.bytes, job.name, limits)
      case 'docx':
        return await (await import('./word/read-word.js')).readWord(job.bytes, job.name, limits.archive)
      case 'html':
        return (await import('./html/read-html.js')).readHtml(job.text)
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return refuse('document.broken', job.name, { type: job.format, detail: detail.slice(0, 200) })
  }
}
