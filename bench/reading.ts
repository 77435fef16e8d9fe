// Restores and reads the documents that have worked truth, and scores what was found: those of ../shared where they
// lie beside the repository, our own of packs/yunze always (scored with the same scorer where it is there), and the
// held-out ones of bench/holdout and the unseen ones of bench/unseen and bench/unseen-2 where the scorer is.
//   npm run bench:reading            table on the terminal, bench/results/reading.json
//   npm run bench:reading -- --errors   also every miss and every false finding
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyLexicon } from '@gangmu/core'
import { jsonLines, read, restore } from '@gangmu/text'
import { characterErrors, scoreAll, scoreErrors } from './score-run.js'

const ROOT = new URL('..', import.meta.url).pathname
const SHARED = join(ROOT, '../shared')
const SCORER = join(SHARED, 'gold/score.mjs')
const YUNZE = join(ROOT, 'packs/yunze/documents')
const BARS = { quantity: 0.95, milestone: 0.85, action: 0.88, entity: 0.85, relation: 0.6 } as const
const SHARE_BARS = { role: 0.95, period: 0.9 } as const
const CER_BAR = 0.0005
const CPU_BAR_SECONDS = 1.5
const WARM_RUNS = 5

interface Corpus {
  readonly name: 'shared' | 'yunze' | 'holdout' | 'unseen' | 'unseen-2'
  readonly documents: string
  /** Holds `<slug>.gold.jsonl` and `<slug>.restored.txt`. */
  readonly truth: string
}

interface Row {
  readonly corpus: string
  readonly document: string
  readonly bytes: number
  readonly coldMs: number
  readonly warmMs: number
  readonly findings: number
  readonly cer: number | null
  readonly exact: boolean | null
}

interface Check {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar: number
  readonly ok: boolean
}

function corpora(work: string): Corpus[] {
  const found: Corpus[] = []
  if (existsSync(SCORER))
    found.push({ name: 'shared', documents: join(SHARED, 'documents'), truth: join(SHARED, 'gold') })
  else
    console.log(
      'skipped: ../shared/gold is not beside this repository; nothing is scored, our own documents are timed',
    )
  if (existsSync(join(YUNZE, 'truth')))
    found.push({ name: 'yunze', documents: YUNZE, truth: yunzeTruth(work) })
  for (const name of ['holdout', 'unseen', 'unseen-2'] as const) {
    const truth = join(ROOT, 'bench', name)
    if (existsSync(SCORER) && existsSync(join(truth, 'received')))
      found.push({ name, documents: join(truth, 'received'), truth })
  }
  return found
}

/** Our own truth under the names the scorer looks for. */
function yunzeTruth(work: string): string {
  const truth = join(work, 'truth')
  mkdirSync(truth)
  for (const file of readdirSync(join(YUNZE, 'truth'))) {
    if (!existsSync(join(YUNZE, `${file.replace(/\.(?:gold\.jsonl|txt)$/u, '')}.txt`))) continue
    cpSync(join(YUNZE, 'truth', file), join(truth, file.replace(/(?<!gold)\.txt$/u, '.restored.txt')))
  }
  return truth
}

function measure(corpus: Corpus, out: string): Row[] {
  const files = readdirSync(corpus.documents).filter((it) => it.endsWith('.txt'))
  return files.toSorted().map((file) => {
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
    const gold = join(corpus.truth, `${slug}.restored.txt`)
    return {
      corpus: corpus.name,
      document: slug,
      bytes: bytes.length,
      coldMs: Math.round(coldMs),
      warmMs: Math.round(warm[WARM_RUNS >> 1] ?? 0),
      findings: found.lines.length - 1,
      cer: characterErrors(SCORER, join(corpus.documents, file), join(out, `${slug}.txt`), gold),
      exact: existsSync(gold) ? readFileSync(gold, 'utf8').trim() === found.text.trim() : null,
    }
  })
}

function cpuOf<T>(run: () => T): [T, number] {
  const before = process.cpuUsage()
  const result = run()
  const used = process.cpuUsage(before)
  return [result, (used.user + used.system) / 1000]
}

function floors(total: Readonly<Record<string, number>>, rows: readonly Row[]): Check[] {
  const kinds = Object.entries(BARS).map(([kind, bar]) => {
    const value = total[`${kind}.f1`] ?? 0
    return { name: `F1 ${kind}`, value, unit: '', bar, ok: value >= bar }
  })
  const shares = Object.entries(SHARE_BARS).map(([name, bar]) => {
    const value = total[name] ?? 0
    return { name: `${name} right`, value, unit: '', bar, ok: value >= bar }
  })
  const cer = Math.max(...rows.map((it) => it.cer ?? 0))
  const cold = rows.reduce((sum, it) => sum + it.coldMs, 0) / 1000
  return [
    ...kinds,
    ...shares,
    { name: 'character error rate, worst', value: cer, unit: '', bar: CER_BAR, ok: cer <= CER_BAR },
    {
      name: 'CPU for all documents, first run',
      value: cold,
      unit: 's',
      bar: CPU_BAR_SECONDS,
      ok: cold <= CPU_BAR_SECONDS,
    },
  ]
}

function main(): void {
  const began = performance.now()
  const work = mkdtempSync(join(tmpdir(), 'gangmu-reading-'))
  const checks: Check[] = []
  const rows: (Row & { scores: Readonly<Record<string, number>> })[] = []
  try {
    for (const corpus of corpora(work)) {
      const out = join(work, corpus.name)
      mkdirSync(out)
      const measured = measure(corpus, out)
      const scores = scoreAll(SCORER, corpus.truth, out)
      rows.push(...measured.map((it) => ({ ...it, scores: scores?.documents[it.document] ?? {} })))
      console.table(measured)
      if (!scores) continue
      console.table({ ...scores.documents, total: scores.total })
      if (corpus.name === 'shared') checks.push(...floors(scores.total, measured))
      if (process.argv.includes('--errors')) console.log(scoreErrors(SCORER, corpus.truth, out))
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const warm = rows.reduce((sum, it) => sum + it.warmMs, 0) / 1000
  const megabytes = rows.reduce((sum, it) => sum + it.bytes, 0) / 1e6
  if (warm > 0)
    checks.push({ name: 'throughput, warm', value: megabytes / warm, unit: 'MB/s', bar: 0, ok: true })
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
