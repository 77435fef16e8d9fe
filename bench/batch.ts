// How a folder of thousands of documents is read: how fast, on one thread and on two, in how much memory, and how long
// it takes to find that nothing is to be done.
//   npm run bench:batch              table on the terminal, bench/results/batch.json
//   npm run bench:batch -- 50 200    other numbers of files
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFiles } from './batch-files.js'

const root = new URL('..', import.meta.url).pathname
/** What `gangmu` runs; `npx gangmu --help` builds it where it is stale. */
const program = join(root, 'packages/cli/dist/bundle/main.js')
const seed = 20_261_124
const given = process.argv.slice(2).map(Number)
const [few = 200, ...more] = given.length > 0 ? given : [200, 2000, 5000]
/** One thread and two, each in a process of its own, read side by side: a busy machine is busy for both. */
const rounds = 3
const filesTimed = given.length > 0 ? few : 1000
const bars = { scaling: 1.5, growth: 1.25, again: 2 }

interface Row {
  readonly what: string
  readonly files: number
  readonly jobs: number
  readonly seconds: number
  /** Of all threads. */
  readonly cpuSeconds: number
  readonly filesPerSecond: number
  readonly mbPerSecond: number
  /** Of the whole process, in MiB. */
  readonly peakMb: number
}

const folder = mkdtempSync(join(tmpdir(), 'gangmu-bench-'))
const round = (value: number, digits = 2) => Number(value.toFixed(digits))

/** Runs the program on a folder and asks it at its end what it took. */
async function run(
  what: string,
  given: { input: string; files: number; bytes: number; jobs: number; out: string },
): Promise<Row> {
  const { input, files, bytes, jobs, out } = given
  const usage = join(folder, `usage-${jobs}.json`)
  const atExit = `import { writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())))`
  const words = ['--import', `data:text/javascript,${encodeURIComponent(atExit)}`, program]
  const began = performance.now()
  const child = spawn(process.execPath, [...words, 'read', input, '--out', out, '--jobs', String(jobs)], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0 && code !== 1) throw new Error(`${what}: exit code ${code}`)
  const seconds = (performance.now() - began) / 1000
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8'))
  const row = {
    what,
    files,
    jobs,
    seconds: round(seconds),
    cpuSeconds: round((userCPUTime + systemCPUTime) / 1e6),
    filesPerSecond: round(files / seconds, 1),
    mbPerSecond: round(bytes / 1e6 / seconds, 3),
    peakMb: Math.round(maxRSS / 1024),
  }
  console.error(`${what}: ${JSON.stringify(row)}`)
  return row
}

/** What the manifest of a folder of results says, by outcome. */
function outcomes(out: string): Readonly<Record<string, number>> {
  const last = new Map<string, string>()
  for (const line of readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n')) {
    const { id, outcome } = JSON.parse(line)
    last.set(id, outcome)
  }
  const counts: Record<string, number> = {}
  for (const outcome of last.values()) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const began = performance.now()
const rows: Row[] = []
try {
  const out = join(folder, 'out')
  const fresh = () => rmSync(out, { recursive: true, force: true })
  const timed = { input: join(folder, 'in-timed'), files: filesTimed, out }
  const small = { ...timed, ...makeFiles(timed.input, timed.files, seed) }
  const inputs = [few, ...more].map((files) => {
    const input = join(folder, `in-${files}`)
    return { input, files, out, ...makeFiles(input, files, seed + files) }
  })
  const ratios: number[] = []
  // What two threads would come to with a processor each: all that is done twice counts against them.
  const byCpu: number[] = []
  for (let turn = 0; turn < rounds; turn++) {
    const beside = join(folder, 'beside')
    const [one, two] = await Promise.all([
      run(`side by side ${turn + 1}`, { ...small, jobs: 1 }),
      run(`side by side ${turn + 1}`, { ...small, out: beside, jobs: 2 }),
    ])
    fresh()
    rmSync(beside, { recursive: true })
    rows.push(one, two)
    ratios.push(one.seconds / two.seconds)
    byCpu.push((2 * one.cpuSeconds) / two.cpuSeconds)
  }
  const found: Record<string, unknown>[] = []
  for (const input of inputs) {
    fresh()
    rows.push(await run('first', { ...input, jobs: 2 }))
    found.push({ files: input.files, copies: input.copies, broken: input.broken, ...outcomes(out) })
    rows.push(await run('again', { ...input, jobs: 2 }))
  }
  const peaks = rows.filter((row) => row.what === 'first').map((row) => row.peakMb)
  const again = rows.filter((row) => row.what === 'again').at(-1)
  // The heaps of the threads fill up in the first thousands of files; from there on nothing may grow.
  const growth = (peaks.at(-1) ?? 0) / (peaks.at(-2) ?? 1)
  const perThousand = ((again?.cpuSeconds ?? 0) / (again?.files ?? 1)) * 1000
  const checks = [
    {
      name: 'two threads beside one: how much faster',
      value: round(median(ratios)),
      unit: '×',
      bar: bars.scaling,
    },
    {
      name: 'two threads by their CPU: how much faster',
      value: round(median(byCpu)),
      unit: '×',
      bar: bars.scaling,
    },
    {
      name: `peak memory of ${inputs.at(-1)?.files} files, times that of ${inputs.at(-2)?.files}`,
      value: round(growth),
      unit: '×',
      bar: bars.growth,
    },
    {
      name: 'nothing to be done: CPU for 1,000 files',
      value: round(perThousand),
      unit: 's',
      bar: bars.again,
    },
  ].map((it, at) => ({ ...it, ok: at < 2 ? it.value >= it.bar : it.value <= it.bar }))
  const machine = `${cpus()[0]?.model.trim() ?? ''} × ${cpus().length}, Node ${process.version}`
  const seconds = round((performance.now() - began) / 1000, 1)
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  writeFileSync(
    join(root, 'bench/results/batch.json'),
    `${JSON.stringify({ name: 'batch', seed, machine, seconds, checks, found, rows }, null, 2)}\n`,
  )
  console.table(rows)
  console.table(found)
  console.table(checks)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
