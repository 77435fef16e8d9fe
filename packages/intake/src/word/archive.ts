import type { Result } from '@gangmu/core'
import { type Entry, type ZipFile, fromBuffer } from 'yauzl'
import { refuse, taken } from '../answer.js'
import type { ArchiveLimits } from '../limits.js'

export interface Archive {
  readonly entries: readonly Entry[]
  /** Unpacks one entry; rejects where it does not hold exactly the bytes the directory declares. */
  readonly unpack: (entry: Entry) => Promise<Buffer>
}

/** Local header before the data of an entry, without its name. */
const LOCAL_HEADER = 30
const RATIO_FLOOR = 1024 * 1024

/**
 * Reads the central directory only, and refuses what could not be unpacked within the limits. Sizes are those the
 * directory declares; `unpack` holds every entry to its own.
 */
export async function openArchive(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits,
): Promise<Result<Archive>> {
  const zip = await open(bytes)
  if (zip.entryCount > limits.entries) return bomb(name, 'entries', zip.entryCount, limits.entries)
  const entries = await readDirectory(zip)
  const why = overLimit(entries, name, limits)
  return why ?? taken({ entries, unpack: (entry) => unpack(zip, entry) })
}

function overLimit(entries: readonly Entry[], name: string, limits: ArchiveLimits): Result<never> | null {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > limits.bytes) return bomb(name, 'bytes', total, limits.bytes)
  const dense = entries.find(
    (it) => it.uncompressedSize > RATIO_FLOOR && it.uncompressedSize > it.compressedSize * limits.ratio,
  )
  if (dense) {
    return bomb(
      name,
      'ratio',
      Math.round(dense.uncompressedSize / Math.max(1, dense.compressedSize)),
      limits.ratio,
    )
  }
  const overlap = overlapOf(entries)
  return overlap === 0 ? null : bomb(name, 'overlap', overlap, 0)
}

/** How many entries begin before the one before them ends: a well-made archive has none. */
function overlapOf(entries: readonly Entry[]): number {
  const placed = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  return placed.filter((entry, at) => {
    const before = placed[at - 1]
    return (
      before !== undefined &&
      entry.relativeOffsetOfLocalHeader <
        before.relativeOffsetOfLocalHeader + LOCAL_HEADER + before.compressedSize
    )
  }).length
}

function bomb(name: string, cap: string, found: number, limit: number): Result<never> {
  return refuse('document.archive-bomb', name, { cap, found, limit })
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

function readDirectory(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', reject)
    })
  })
}
