import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { threadId, workerData } from 'node:worker_threads'
import { type Finding, type FindingKind, type Lexicon, type Result, accepted } from '@gangmu/core'
import { type IntakeLimits, beSilent, parse } from '@gangmu/intake'
import type { FoundFile } from '../read/find-files.js'
import { readOneFile } from '../read/read-file.js'
import { writeOut } from '../read/write-out.js'
import type { Read } from './line.js'

/** Given to a thread once. */
export interface ThreadData {
  readonly lexicon: Lexicon
  readonly limits: IntakeLimits
  readonly out: string
  readonly drafts: string
}

const data: ThreadData = workerData.data
beSilent()

/** Receives, restores, reads and writes one file. Only what the manifest says of it leaves the thread. */
export async function run(file: FoundFile): Promise<Result<Read>> {
  const result = await readOneFile(file, data.lexicon, data.limits, parse)
  if (!result.ok) return result
  const { received, restoration, reading } = result.value
  const written = await writeOut(result.value, data.out, join(data.drafts, String(threadId)))
  if (!written.ok) return written
  return accepted({
    sha256: received.sha256,
    size: received.size,
    text: fingerprint(restoration.text),
    findings: countsOf(reading.findings),
    repairs: restoration.repairs.length,
    results: written.value,
  })
}

/** The same for one text in two formats: white space is what they differ in. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex')
}

function countsOf(findings: readonly Finding[]): Read['findings'] {
  const counts: { [kind in FindingKind]: number } = {
    entity: 0,
    quantity: 0,
    milestone: 0,
    project: 0,
    agreement: 0,
    action: 0,
    relation: 0,
  }
  for (const { body } of findings) counts[body.kind] += 1
  return counts
}
