import type { Result } from '@gangmu/core'
import { refuse } from './answer.js'
import type { IntakeLimits } from './limits.js'
import type { Parsed } from './received.js'
import type { Job } from './worker.js'

/**
 * Parses a file in this thread, which somebody else has to hold to its caps. Loads only the library the format needs.
 * What a library throws at a file is the file's fault: it is refused.
 */
export async function parse(job: Job, limits: IntakeLimits): Promise<Result<Parsed>> {
  try {
    switch (job.format) {
      case 'pdf':
        // The library takes the bytes for its own, and no Buffer.
        return await (await import('./pdf/read-pdf.js')).readPdf(new Uint8Array(job.bytes), job.name, limits)
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
