import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type DamageOptions, damage } from '../damage/damage.js'

// Writes the documents of Yunze as the web would hand them on: four damaged from their clean truth, the others as
// they are.
//
//   node --conditions=source --import tsx tools/packs/receive.ts

export const documentFolder = new URL('../../packs/yunze/documents/', import.meta.url)

interface Reception {
  /** Lines of the page round the article: stamp and byline, which carry the only full date. */
  readonly head?: string
  readonly foot?: string
  /** Null = handed on clean. */
  readonly damage: DamageOptions | null
}

const receptions: Readonly<Record<string, Reception>> = {
  'boards-pledges': { head: '云泽融媒 2026-01-22 09:12', damage: { style: 'simplified-portal' } },
  'zones-meeting': { foot: '来源：云泽日报 2026-03-07 08:30', damage: { style: 'pinyin', seed: 2026 } },
  plan: { damage: null },
  'inspection-zhiyang': {
    foot: '来源：云泽日报 2026-04-16 07:50\n编辑：小禾\n点分享\n点在看',
    damage: { style: 'pinyin-spaced', seed: 415, promo: { 联合: '吉印通' } },
  },
  'inspection-lanting': { damage: { style: 'pinyin', seed: 520 } },
  'boards-halfway': { damage: null },
}

/** File name → text as received. */
export function receivedDocuments(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(receptions).map(([name, { head, foot, damage: options }]) => {
      const truth = readFileSync(new URL(`truth/${name}.txt`, documentFolder), 'utf8')
      const page = [head, truth.trimEnd(), foot].filter((it) => it !== undefined).join('\n') + '\n'
      return [`${name}.txt`, options === null ? page : damage(page, options)]
    }),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, text] of receivedDocuments()) writeFileSync(new URL(file, documentFolder), text)
}
