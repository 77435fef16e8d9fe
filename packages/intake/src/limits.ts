/** Caps on one file. Every one has a refusal of its own; see docs/decisions/0005-reading-files.md. */
export interface IntakeLimits {
  /** Size of the file, in bytes. */
  readonly bytes: number
  /** Time to parse one file, in milliseconds. */
  readonly milliseconds: number
  /** JavaScript heap of the parsing worker, in MiB. */
  readonly heapMb: number
  /** Growth of the whole process while a file is parsed, in MiB: buffers stand outside the heap. */
  readonly growthMb: number
  readonly pages: number
  readonly archive: ArchiveLimits
}

export interface ArchiveLimits {
  readonly entries: number
  /** Unpacked size of all entries together, in bytes. */
  readonly bytes: number
  /** Unpacked to packed size of any entry larger than 1 MiB. */
  readonly ratio: number
}

const MiB = 1024 * 1024

export const defaultLimits: IntakeLimits = {
  bytes: 20 * MiB,
  milliseconds: 30_000,
  heapMb: 1024,
  growthMb: 1536,
  pages: 5000,
  archive: { entries: 2000, bytes: 200 * MiB, ratio: 200 },
}
