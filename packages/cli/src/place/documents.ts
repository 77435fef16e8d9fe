import { readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { accepted, type Refusal, refusal, refused, type Result } from '@gangmu/core'

/** A file to be received, and how. */
export interface Incoming {
  readonly path: string
  readonly name: string
  readonly unit: string
  /** The day it is received on; today when null. */
  readonly on: string | null
  /** Whether the load confirms and dispatches what is found in it. */
  readonly accept: boolean
}

const kinds = /\.(?:txt|html?|docx|pdf)$/i

/** The files that paths name: files as they are, of a folder those of a kind that can be read, in order. */
export function filesAt(paths: readonly string[]): Result<readonly string[]> {
  const refusals: Refusal[] = []
  const files = paths.flatMap((given) => {
    const path = resolve(given)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isFile() === true) return [path]
    if (found?.isDirectory() !== true) {
      refusals.push(refusal('documents.not-found', given))
      return []
    }
    const inside = readdirSync(path)
      .filter((name) => kinds.test(name) && statSync(join(path, name)).isFile())
      .toSorted()
    if (inside.length === 0) refusals.push(refusal('documents.none-here', given))
    return inside.map((name) => join(path, name))
  })
  return refusals.length === 0 ? accepted(files) : refused(...refusals)
}

export function incomingOf(path: string, unit: string, accept: boolean): Incoming {
  return { path, name: basename(path), unit, on: null, accept }
}
