import type { z } from 'zod'
import { type Refusal, refusal } from '../refusal.js'
import { jsonErrorAt, placeOf } from './json-place.js'

/** A row that has its shape, and where it stands in its file. */
export interface PlacedRow<T> {
  readonly path: string
  readonly row: T
}

/** Rows of one file: those with the right shape, and the ids that even ill-shaped ones claim. */
export interface FileRows<T> {
  readonly good: readonly PlacedRow<T>[]
  /** False where the file could not be read as a list: what refers to it cannot be judged. */
  readonly readable: boolean
  readonly claimed: ReadonlySet<string>
  readonly refusals: readonly Refusal[]
}

export type Files = ReadonlyMap<string, string>

export function readRows<S extends z.ZodType>(files: Files, file: string, schema: S): FileRows<z.infer<S>> {
  const parsed = readJson(files, file)
  if (parsed.refusals.length > 0) return unreadable(parsed.refusals)
  if (!Array.isArray(parsed.value)) return unreadable([refusal('pack.not-a-list', file)])
  const rows: readonly unknown[] = parsed.value
  const good: PlacedRow<z.infer<S>>[] = []
  const refusals: Refusal[] = []
  for (const [index, raw] of rows.entries()) {
    const path = `${file}/${index}`
    const result = schema.safeParse(raw)
    if (result.success) good.push({ path, row: result.data })
    else refusals.push(...shapeRefusals(path, result.error))
  }
  return { good, readable: true, claimed: new Set(rows.flatMap(claimedId)), refusals }
}

export function readOne<S extends z.ZodType>(
  files: Files,
  file: string,
  schema: S,
): { readonly value: z.infer<S> | null; readonly refusals: readonly Refusal[] } {
  const parsed = readJson(files, file)
  if (parsed.refusals.length > 0) return { value: null, refusals: parsed.refusals }
  const result = schema.safeParse(parsed.value)
  return result.success
    ? { value: result.data, refusals: [] }
    : { value: null, refusals: shapeRefusals(file, result.error) }
}

function readJson(
  files: Files,
  file: string,
): { readonly value: unknown; readonly refusals: readonly Refusal[] } {
  const text = files.get(file)
  if (text === undefined) return { value: null, refusals: [refusal('pack.file-missing', file)] }
  const bare = text.replace(/^\uFEFF/, '')
  const wrong = jsonErrorAt(bare)
  if (wrong === null) return { value: JSON.parse(bare), refusals: [] }
  const { line, column } = placeOf(bare, wrong)
  return {
    value: null,
    refusals: [refusal('pack.json-syntax', `${file}:${line}:${column}`, { line, column })],
  }
}

function shapeRefusals(path: string, error: z.ZodError): Refusal[] {
  return error.issues.flatMap((issue) => {
    const place = [path, ...issue.path.map(String)].join('/')
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => refusal('pack.unknown-field', `${place}/${key}`))
      : [refusal('pack.shape', place, { issue: issue.code, message: issue.message })]
  })
}

function claimedId(raw: unknown): string[] {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? [raw.id] : []
}

function unreadable(refusals: readonly Refusal[]): FileRows<never> {
  return { good: [], readable: false, claimed: new Set(), refusals }
}
