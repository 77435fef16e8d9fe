import { readFileSync } from 'node:fs'
import { emptyLexicon } from '@gangmu/core'
import { jsonLines, read, restore } from '@gangmu/text'
const [rec, gold, slug] = process.argv.slice(2)
const received = readFileSync(rec!, 'utf8'); const r = restore(received)
const rows = jsonLines(read({ received, restoration: r, lexicon: emptyLexicon }), r.text, slug!) as any
const got = (typeof rows === 'string' ? rows.split('\n') : [...rows]).filter(Boolean).map((l: any) => typeof l === 'string' ? JSON.parse(l) : l).filter((x: any) => x.kind === 'quantity')
const want = readFileSync(gold!, 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l)).filter(x => x.kind === 'quantity')
const doc = JSON.parse(readFileSync(gold!, 'utf8').split('\n')[0]!); console.log(doc.date, doc.title)
for (const w of want) { const g = got.find((x: any) => x.raw === w.raw && x.span[0] < w.span[1] && w.span[0] < x.span[1]); if (!g) { continue } const a = JSON.stringify(w.period), b = JSON.stringify(g.period); if (a !== b) console.log(w.role, '|', w.quote, '|', w.raw, '| want', a, '| got', b) }
