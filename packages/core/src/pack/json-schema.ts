import { z } from 'zod'
import { packFiles, packManifest } from './pack.js'

/** JSON Schema (2020-12) of each file of a pack, for editors: file name → schema of what one may write. */
export function packJsonSchemas(): Readonly<Record<string, object>> {
  const lists = Object.entries(packFiles).map(([file, row]): [string, z.ZodType] => [file, z.array(row)])
  return Object.fromEntries(
    [['pack.json', packManifest] as const, ...lists].map(([file, schema]) => [
      file,
      z.toJSONSchema(schema, { io: 'input' }),
    ]),
  )
}
