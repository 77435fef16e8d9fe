import { readFile, stat } from 'node:fs/promises'
import {
  type Lexicon,
  type Reading,
  type Refusal,
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

/**
 * Receives, restores and reads one file. Refusals carry the path as it was given. `parse` as `receive` of intake has it.
 */
export async function readOneFile(
  file: FoundFile,
  lexicon: Lexicon,
  limits: IntakeLimits,
  parse?: Parameters<typeof receive>[3],
): Promise<Result<ReadFile>> {
  const bytes = await bytesOf(file.path, limits.bytes)
  if (!bytes.ok) return bytes
  const received = await receive(bytes.value, file.path, limits, parse)
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
    return refused(notReadable(path, error))
  }
}

export function notReadable(path: string, error: unknown): Refusal {
  return refusal('document.not-readable', path, { reason: reasonOf(error) })
}

/** The code of an error of the file system, or what else is known of it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
