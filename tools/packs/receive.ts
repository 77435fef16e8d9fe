import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type DamageOptions, damage } from '../damage/damage.js'

// Writes the documents of Yunze as the web would hand them on: four damaged from their clean truth, the others as
// they are.
//
//   node --conditions=source --import tsx tools/packs/receive.ts

export const documentFolder = new URL('../../packs/yunze/documents/', import.meta.url)

const received: Readonly<Record<string, DamageOptions | null>> = {
  'boards-pledges': { style: 'simplified-portal' },
  'zones-meeting': { style: 'pinyin', seed: 2026 },
  plan: null,
  'inspection-zhiyang': { style: 'pinyin-spaced', seed: 415, promo: { 联合: '吉印通' } },
  'inspection-lanting': { style: 'pinyin', seed: 520 },
}

/** File name → text as received. */
export function receivedDocuments(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(received).map(([name, options]) => {
      const truth = readFileSync(new URL(`truth/${name}.txt`, documentFolder), 'utf8')
      return [`${name}.txt`, options === null ? truth : damage(truth, options)]
    }),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, text] of receivedDocuments()) writeFileSync(new URL(file, documentFolder), text)
}
