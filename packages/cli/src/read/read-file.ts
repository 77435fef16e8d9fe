import { readFile, stat } from 'node:fs/promises'
import {
  type Lexicon,
  type Reading,
  type Restoration,
  type Result,
  accepted,
  refusal,
  refused,
} from '@gangmu/core'
import { type IntakeLimits, type Received, receive, tooLarge } from '@gangmu/intake'
import { read, restore } from '@gangmu/text'
import type { FoundFile } from './find-files.js'

export interface ReadFile extends FoundFile {
  readonly received: Received
  readonly restoration: Restoration
  readonly reading: Reading
}

/** Receives, restores and reads one file. Refusals carry the path as it was given. */
export async function readOneFile(
  file: FoundFile,
  lexicon: Lexicon,
  limits: IntakeLimits,
): Promise<Result<ReadFile>> {
  const bytes = await bytesOf(file.path, limits.bytes)
  if (!bytes.ok) return bytes
  const received = await receive(bytes.value, file.path, limits)
  if (!received.ok) return received
  const { text } = received.value
  const restoration = restore(text)
  const reading = read({ received: text, restoration, lexicon, name: file.name })
  return accepted({ ...file, received: received.value, restoration, reading })
}

/** The size is asked for first, so that a file beyond the limit is never read. */
async function bytesOf(path: string, limit: number): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > limit) return refused(tooLarge(path, size, limit))
    return accepted(await readFile(path))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return refused(refusal('document.not-readable', path, { reason }))
  }
}
