import type { FindingKind, Refusal } from '@gangmu/core'
import type { ResultBytes } from '../read/write-out.js'

/** A line of the manifest: what became of one file. The last line of an id counts. */
export type ManifestLine = ReadLine | DuplicateLine | RefusedLine | BegunLine

interface Of {
  /** What its results are called. */
  readonly id: string
  /** The name of the file: its path below the folder it was found in. */
  readonly file: string
}

/** Read, and both results are whole. */
export interface ReadLine extends Of, Read {
  readonly outcome: 'read'
  /** Versions of everything its results hang on. */
  readonly rules: string
  /** The id of the first file that has the same restored text, whatever its format. */
  readonly sameTextAs: string | null
}

/** What a thread says of a file that it read. */
export interface Read {
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the restored text without its white space, hexadecimal. */
  readonly text: string
  readonly findings: Readonly<{ [kind in FindingKind]: number }>
  readonly repairs: number
  readonly results: ResultBytes
}

/** The same bytes as an earlier file, and therefore not read. */
interface DuplicateLine extends Of {
  readonly outcome: 'duplicate'
  readonly sha256: string
  readonly size: number
  /** The id of that file. */
  readonly duplicateOf: string
}

/** Not read; tried again by the next run. */
interface RefusedLine extends Of {
  readonly outcome: 'refused'
  readonly refusals: readonly Refusal[]
}

/** Its results may be half of one version and half of another until another line says more. */
interface BegunLine extends Of {
  readonly outcome: 'begun'
}

const outcomes: readonly string[] = [
  'read',
  'duplicate',
  'refused',
  'begun',
] satisfies ManifestLine['outcome'][]

/** A line of the manifest, or null where it is none: the last may have been cut off with its process. */
export function lineIn(line: string): ManifestLine | null {
  try {
    const said = JSON.parse(line)
    return typeof said?.id === 'string' && outcomes.includes(said.outcome) ? said : null
  } catch {
    return null
  }
}
