import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { packJsonSchemas } from '@gangmu/core'

// Writes packs/schema/*.json, which editors use to check a pack while it is written.
//
//   node --conditions=source --import tsx tools/packs/schemas.ts

export const schemaFolder = new URL('../../packs/schema/', import.meta.url)

/** File name → text, as they stand in packs/schema. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(packJsonSchemas()).map(([file, schema]) => [
      file.replace(/\.json$/, '.schema.json'),
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(schemaFolder, { recursive: true })
  for (const [file, text] of schemaFiles()) writeFileSync(new URL(file, schemaFolder), text)
}
