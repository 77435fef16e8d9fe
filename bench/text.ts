// How fast documents are restored and read, beside plain conversion to simplified characters (opencc-js) and plain
// segmentation into words (@node-rs/jieba) of the same documents in the same run. One core, CPU time.
//   npm run bench:text                table on the terminal, bench/results/text.json
//   npm run bench:text -- 10          hostile texts of 10 MB instead of 1 MB; 0 leaves them out
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { emptyLexicon, type Restoration } from '@gangmu/core'
import { outline, read, restore } from '@gangmu/text'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { Converter } from 'opencc-js/t2cn'
import { hostileTexts } from './hostile.js'

const ROOT = new URL('..', import.meta.url).pathname
const FOLDERS = ['../shared/documents', 'packs/yunze/documents', 'bench/holdout/received']
const ROUNDS = 45
/** Rounds that only warm up: a server reads thousands of documents, and compiled code settles after some hundred. */
const WARM = 25
const hostileMegabytes = Number(process.argv[2] ?? 1)
const bars = { reading: 3, growth: 1.3, hostileSeconds: 10, coldSeconds: 1.5 }

interface Row {
  readonly what: string
  readonly ms: number
  readonly megabytesPerSecond: number
  readonly toSegmentation: number
}

interface Check {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar: number
  readonly ok: boolean
}

/** The real documents where they lie beside the repository, and our own. */
function documents(): string[] {
  return FOLDERS.map((it) => join(ROOT, it))
    .filter((it) => existsSync(it))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((it) => it.endsWith('.txt'))
        .toSorted()
        .map((it) => readFileSync(join(folder, it), 'utf8')),
    )
}

function whole(received: string): void {
  const restoration = restore(received)
  read({ received, restoration, lexicon: emptyLexicon })
}

function cpuMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Median CPU of every contestant; rounds alternate between them, so that a busy machine is busy for all. */
function interleaved(
  contestants: Readonly<Record<string, () => void>>,
  rounds = ROUNDS,
  warm = WARM,
): Map<string, number> {
  const names = Object.keys(contestants)
  const times = new Map<string, number[]>(names.map((it) => [it, []]))
  for (let at = 0; at < rounds; at += 1)
    for (const name of at % 2 === 0 ? names : names.toReversed()) {
      const ms = cpuMs(contestants[name] ?? whole.bind(null, ''))
      if (at >= warm) times.get(name)?.push(ms)
    }
  return new Map([...times].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0]))
}

function speeds(texts: readonly string[]): Row[] {
  const convert = Converter({ from: 't', to: 'cn' })
  const jieba = Jieba.withDict(dict)
  const restored: readonly (readonly [string, Restoration])[] = texts.map((it) => [it, restore(it)])
  const medians = interleaved({
    'segmentation alone (jieba)': () => texts.forEach((it) => void jieba.cut(it, true)),
    'conversion alone (opencc-js)': () => texts.forEach((it) => void convert(it)),
    restore: () => texts.forEach((it) => void restore(it)),
    outline: () => restored.forEach(([, it]) => void outline(it.text)),
    'extract (with its outline)': () =>
      restored.forEach(
        ([received, restoration]) => void read({ received, restoration, lexicon: emptyLexicon }),
      ),
    'whole reading': () => texts.forEach(whole),
  })
  const bytes = texts.reduce((sum, it) => sum + Buffer.byteLength(it), 0)
  const base = medians.get('segmentation alone (jieba)') ?? 1
  return [...medians].map(([what, ms]) => ({
    what,
    ms: round(ms),
    megabytesPerSecond: round(bytes / 1e3 / ms),
    toSegmentation: round(ms / base),
  }))
}

/** CPU per byte of one text of 1 MB by that of one of 100 KB, of the same material; 1 is linear. */
function growth(texts: readonly string[]): number {
  const sized = (bytes: number): string => {
    let text = texts.join('\n')
    while (Buffer.byteLength(text) < bytes) text += `\n${text}`
    return Buffer.from(text).subarray(0, bytes).toString('utf8')
  }
  const [small, large] = [sized(1e5), sized(1e6)]
  const medians = interleaved(
    { small: () => Array.from({ length: 10 }, () => whole(small)), large: () => whole(large) },
    7,
    2,
  )
  return round((medians.get('large') ?? 0) / (medians.get('small') ?? 1))
}

interface HostileRow {
  readonly shape: string
  readonly restoreSeconds: number
  readonly readSeconds: number
}

function hostile(megabytes: number): HostileRow[] {
  const rows: HostileRow[] = []
  for (const [shape, received] of hostileTexts(megabytes)) {
    let restoration: Restoration | undefined
    const restoreMs = cpuMs(() => (restoration = restore(received)))
    const readMs = cpuMs(() => {
      if (restoration) read({ received, restoration, lexicon: emptyLexicon })
    })
    rows.push({ shape, restoreSeconds: round(restoreMs / 1000), readSeconds: round(readMs / 1000) })
    console.log(`${shape.padEnd(26)} restore ${round(restoreMs / 1000)} s, read ${round(readMs / 1000)} s`)
  }
  return rows
}

function atMost(name: string, value: number, unit: string, bar: number): Check {
  return { name, value, unit, bar, ok: value <= bar }
}

function main(): void {
  const began = performance.now()
  const texts = documents()
  const cold = round(cpuMs(() => texts.slice(0, 5).forEach(whole)) / 1000)
  const rows = speeds(texts)
  console.table(rows)
  const reading = rows.find((it) => it.what === 'whole reading')?.toSegmentation ?? NaN
  const checks = [
    atMost('the first five documents, cold', cold, 's', bars.coldSeconds),
    atMost('whole reading, to segmentation alone', reading, '×', bars.reading),
    atMost('a text of 1 MB to one of 100 KB, per byte', growth(texts), '×', bars.growth),
  ]
  const hostileRows = hostileMegabytes > 0 ? hostile(hostileMegabytes) : []
  if (hostileRows.length > 0) {
    const worst = Math.max(...hostileRows.map((it) => it.restoreSeconds + it.readSeconds))
    const perTen = round((worst * 10) / hostileMegabytes)
    const name = `hostile text of ${hostileMegabytes} MB, worst shape, per 10 MB`
    checks.push(atMost(name, perTen, 's', bars.hostileSeconds))
  }
  console.table(checks)
  const peak = round(process.resourceUsage().maxRSS / 1024, 0)
  console.log(`${texts.length} documents; most memory held: ${peak} MB`)
  const result = {
    name: 'text',
    seed: null,
    machine: `${cpus()[0]?.model.trim() ?? ''} × ${cpus().length}, Node ${process.version}`,
    seconds: round((performance.now() - began) / 1000, 1),
    documents: texts.length,
    mostMemoryMegabytes: peak,
    checks,
    rows,
    hostile: hostileRows,
  }
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  writeFileSync(join(ROOT, 'bench/results/text.json'), `${JSON.stringify(result, null, 2)}\n`)
}

main()
