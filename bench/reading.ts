// Restores and reads the documents that have worked truth, and scores what was found.
//   npm run bench:reading            table on the terminal, bench/results/reading.json
//   npm run bench:reading -- --errors   also every miss and every false finding
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyLexicon } from '@gangmu/core'
import { jsonLines, read, restore } from '@gangmu/text'
import { characterErrors, scoreAll, scoreErrors } from './score-run.js'

const ROOT = new URL('..', import.meta.url).pathname
const SHARED = join(ROOT, '../shared')
const BARS = { quantity: 0.85, milestone: 0.65, action: 0.7, entity: 0.7 } as const
const CER_BAR = 0.002
const CPU_BAR_SECONDS = 1.5
const WARM_RUNS = 5

interface Corpus {
  readonly name: string
  readonly documents: string
  readonly truth: string
}

interface Row {
  readonly document: string
  readonly bytes: number
  readonly coldMs: number
  readonly warmMs: number
  readonly findings: number
  readonly cer: number | null
  readonly scores: Readonly<Record<string, number>>
}

function corpora(): Corpus[] {
  const shared = { name: 'shared', documents: join(SHARED, 'documents'), truth: join(SHARED, 'gold') }
  if (existsSync(join(shared.truth, 'score.mjs'))) return [shared]
  console.log(
    'skipped: ../shared/gold is not beside this repository; the documents of packs/yunze are timed instead',
  )
  const own = join(ROOT, 'packs/yunze/documents')
  return existsSync(own) ? [{ name: 'yunze', documents: own, truth: own }] : []
}

function measure(corpus: Corpus, out: string): Row[] {
  const rows: Row[] = []
  for (const file of readdirSync(corpus.documents)
    .filter((it) => it.endsWith('.txt') && !/\.(?:restored|truth)\.txt$/u.test(it))
    .toSorted()) {
    const slug = file.replace(/\.txt$/u, '')
    const bytes = readFileSync(join(corpus.documents, file))
    const received = new TextDecoder('utf-8').decode(bytes)
    const run = (): { text: string; lines: string[] } => {
      const restoration = restore(received)
      const reading = read({ received, restoration, lexicon: emptyLexicon })
      return { text: restoration.text, lines: jsonLines(reading, restoration.text, slug.slice(0, 3)) }
    }
    const [found, coldMs] = cpuOf(run)
    const warm = Array.from({ length: WARM_RUNS }, () => cpuOf(run)[1]).toSorted((a, b) => a - b)
    writeFileSync(join(out, `${slug}.jsonl`), `${found.lines.join('\n')}\n`)
    writeFileSync(join(out, `${slug}.txt`), found.text)
    const cer = characterErrors(corpus.truth, join(corpus.documents, file), join(out, `${slug}.txt`), slug)
    rows.push({
      document: slug,
      bytes: bytes.length,
      coldMs,
      warmMs: warm[WARM_RUNS >> 1] ?? 0,
      findings: found.lines.length - 1,
      cer,
      scores: {},
    })
  }
  return rows
}

function cpuOf<T>(run: () => T): [T, number] {
  const before = process.cpuUsage()
  const result = run()
  const used = process.cpuUsage(before)
  return [result, (used.user + used.system) / 1000]
}

function main(): void {
  const began = performance.now()
  const out = mkdtempSync(join(tmpdir(), 'gangmu-reading-'))
  const checks: { name: string; value: number; unit: string; bar: number; ok: boolean }[] = []
  const rows: Row[] = []
  try {
    for (const corpus of corpora()) {
      const measured = measure(corpus, out)
      const scores = scoreAll(corpus.truth, out)
      rows.push(...measured.map((it) => ({ ...it, scores: scores?.documents[it.document] ?? {} })))
      if (scores) {
        for (const [kind, bar] of Object.entries(BARS)) {
          const value = scores.total[`${kind}.f1`] ?? 0
          checks.push({ name: `F1 ${kind}`, value, unit: '', bar, ok: value >= bar })
        }
        const cer = Math.max(...measured.map((it) => it.cer ?? 0))
        checks.push({
          name: 'character error rate, worst',
          value: cer,
          unit: '',
          bar: CER_BAR,
          ok: cer <= CER_BAR,
        })
        console.table(Object.fromEntries(Object.entries({ ...scores.documents, total: scores.total })))
        if (process.argv.includes('--errors')) console.log(scoreErrors(corpus.truth, out))
      }
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
  const cold = rows.reduce((sum, it) => sum + it.coldMs, 0) / 1000
  const warm = rows.reduce((sum, it) => sum + it.warmMs, 0) / 1000
  const megabytes = rows.reduce((sum, it) => sum + it.bytes, 0) / 1e6
  if (rows.length > 0) {
    checks.push({
      name: 'CPU for all documents, first run',
      value: cold,
      unit: 's',
      bar: CPU_BAR_SECONDS,
      ok: cold <= CPU_BAR_SECONDS,
    })
    checks.push({ name: 'throughput, warm', value: megabytes / warm, unit: 'MB/s', bar: 0, ok: true })
  }
  console.table(
    rows.map(({ document, bytes, coldMs, warmMs, findings, cer }) => ({
      document,
      bytes,
      coldMs,
      warmMs,
      findings,
      cer,
    })),
  )
  console.table(checks)
  const machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Node ${process.version}`
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  const result = {
    name: 'reading',
    seed: null,
    machine,
    seconds: (performance.now() - began) / 1000,
    checks,
    rows,
  }
  writeFileSync(join(ROOT, 'bench/results/reading.json'), `${JSON.stringify(result, null, 2)}\n`)
}

main()
