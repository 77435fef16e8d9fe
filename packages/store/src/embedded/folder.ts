import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Result, accepted, refusal, refused } from '@gangmu/core'

/** The layout of a data folder; raised when it changes. */
export const folderFormat = 1

/** gangmu.json: what makes a folder a data folder of ours, and of which pack. */
export interface Marker {
  readonly format: number
  readonly pack: string | null
}

const markerName = 'gangmu.json'
export const lockName = 'lock'

/**
 * Makes the data folder where it is missing, and refuses one that is not ours (`data.not-ours`), of a later
 * format (`data.newer`), or not ours to write (`data.not-writable`). Answers its real path.
 */
export function claimFolder(dataDir: string): Result<string> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = errno(error)
    if (code === 'EEXIST' || code === 'ENOTDIR') return notOurs(dataDir, 'not a folder')
    return notWritable(dataDir, code)
  }
  try {
    const real = realpathSync(dataDir)
    const marker = readMarker(real)
    if (!marker.ok) return marker
    if (marker.value === null) {
      const stranger = readdirSync(real).find(
        (name) => name !== lockName && !name.startsWith(`${markerName}.`),
      )
      if (stranger !== undefined) return notOurs(dataDir, `holds ${stranger}`)
    }
    accessSync(real, constants.R_OK | constants.W_OK | constants.X_OK)
    const mine = process.getuid?.() ?? 0
    const pg = statSync(join(real, 'pg'), { throwIfNoEntry: false })
    if (pg !== undefined && mine !== 0 && pg.uid !== mine) return notWritable(dataDir, `owner ${pg.uid}`)
    return accepted(real)
  } catch (error) {
    return notWritable(dataDir, errno(error))
  }
}

/** The marker, or null where there is none. */
export function readMarker(folder: string): Result<Marker | null> {
  const path = join(folder, markerName)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (errno(error) === 'ENOENT') return accepted(null)
    return notWritable(path, errno(error))
  }
  let value: Partial<Marker>
  try {
    value = JSON.parse(text) as Partial<Marker>
  } catch {
    return notOurs(folder, `${markerName} is not JSON`)
  }
  if (typeof value !== 'object' || value === null || typeof value.format !== 'number') {
    return notOurs(folder, `${markerName} has no format`)
  }
  if (value.format > folderFormat) {
    return refused(refusal('data.newer', folder, { format: value.format, known: folderFormat }))
  }
  return accepted({ format: value.format, pack: typeof value.pack === 'string' ? value.pack : null })
}

/** Writes the marker whole or not at all. */
export function writeMarker(folder: string, marker: Marker): void {
  const path = join(folder, markerName)
  const draft = `${path}.new`
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, `${JSON.stringify(marker, null, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  renameSync(draft, path)
}

export function notWritable(path: string, reason: string): Result<never> {
  return refused(refusal('data.not-writable', path, { reason }))
}

function notOurs(path: string, reason: string): Result<never> {
  return refused(refusal('data.not-ours', path, { reason }))
}

export function errno(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
