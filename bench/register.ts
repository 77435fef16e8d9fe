// How long the server works on what people ask of a register of 20,000 commitments.
//   npm run bench:register              table on the terminal, bench/results/register.json
//   npm run bench:register -- 5000      another number of commitments
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type App,
  accounts,
  act,
  createApp,
  getCommitment,
  listCommitments,
  listThemes,
  loadPack,
  openHome,
  overview,
  readPending,
  receiveByLoad,
  subjectOf,
  tiles,
} from '@gangmu/app'
import type { Result, Subject } from '@gangmu/core'
import { uuidv7 } from 'uuidv7'
import { readPack } from '../packages/cli/src/place/read-pack.js'
import { drawer, seedCommitments } from './register-seed.js'

const ROOT = new URL('..', import.meta.url).pathname
const seed = 20_261_124
const count = Number(process.argv[2] ?? 20_000)
const today = '2026-11-20'
const warm = 3
const runs = 25
const barMs = 150

interface Row {
  readonly as: string
  readonly what: string
  readonly p50: number
  readonly p95: number
}

const value = <T>(it: Result<T>): T => {
  if (!it.ok) throw new Error(JSON.stringify(it.refusals))
  return it.value
}

async function openPlace(folder: string) {
  const { pack, folder: files } = value(readPack('yunze'))
  const home = value(await openHome({ dataDir: join(folder, 'data'), pack: pack.manifest.id }))
  const ports = { clock: () => `${today}T02:00:00.000Z`, id: () => uuidv7(), nonce: () => randomBytes(32) }
  const base = { store: home.store, ports }
  value(await loadPack(base, pack))
  const app = value(await createApp(base))
  for (const it of pack.documents) {
    const bytes = readFileSync(join(files, 'documents', it.file))
    value(await receiveByLoad(app, { unit: it.receivedBy, name: it.file, bytes, on: it.receivedOn }))
  }
  await readPending(app)
  await seedCommitments(home.store, { count, seed, today })
  await home.pool.query('analyze')
  return { app, close: home.close }
}

async function measure(as: string, what: string, once: () => Promise<unknown>): Promise<Row> {
  for (let run = 0; run < warm; run += 1) await once()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now()
    await once()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1))
  return { as, what, p50: at(0.5), p95: at(0.95) }
}

async function measureAll(app: App): Promise<Row[]> {
  const people = new Map((await accounts(app)).map((it) => [it.username, it.person]))
  const as = async (username: string): Promise<Subject> => {
    const subject = await subjectOf(app, people.get(username) ?? '', today)
    if (subject === null) throw new Error(`nobody called ${username}`)
    return subject
  }
  const rows: Row[] = []
  for (const username of ['city', 'board', 'town', 'auditor']) {
    const who = await as(username)
    const note = async (what: string, once: () => Promise<Result<unknown>>) =>
      rows.push(await measure(username, what, async () => value(await once())))
    const { themes } = value(await listThemes(app, who, {}))
    const board = (await as('board')).posts[0]?.unit ?? ''
    const list = (query: Parameters<typeof listCommitments>[2]) => () => listCommitments(app, who, query)
    await note('list', list({}))
    await note('list by unit', list({ unit: board }))
    await note('list by theme', list({ theme: themes[0]?.id ?? '' }))
    await note('list by words', list({ q: '科创载体' }))
    await note('list by light', list({ light: 'red' }))
    await note('list, newest, page 100', list({ sort: 'newest', offset: 5000 }))
    await note('themes', () => listThemes(app, who, {}))
    await note('overview', () => overview(app, who, {}))
    await note('tiles', () => tiles(app, who, {}))
    const draw = drawer(seed)
    const { commitments } = value(await listCommitments(app, who, { limit: 200 }))
    const some = () => commitments[Math.floor(draw() * commitments.length)]?.id ?? ''
    await note('detail', () => getCommitment(app, who, { id: some() }))
    if (username !== 'city') continue
    const { commitments: drafts } = value(await listCommitments(app, who, { state: 'draft', limit: 200 }))
    const waiting = drafts.filter((it) => it.issuer === who.posts[0]?.unit)
    await note('act', async () => {
      const it = waiting.pop()
      if (it === undefined) throw new Error('too few drafts')
      const body = { owner: board, due: null, note: '', charge: null }
      return act(app, who, { id: it.id, action: { verb: 'assign', body, seen: it.seq, request: uuidv7() } })
    })
  }
  return rows
}

const began = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'gangmu-bench-'))
try {
  const { app, close } = await openPlace(folder)
  const seeded = Number(((performance.now() - began) / 1000).toFixed(1))
  const rows = await measureAll(app).finally(close)
  const checks = rows
    .filter((it) => it.what === 'list' || it.what === 'overview')
    .map((it) => ({
      name: `${it.what} as ${it.as}, ${count} commitments, p50`,
      value: it.p50,
      unit: 'ms',
      bar: barMs,
      ok: it.p50 <= barMs,
    }))
  const machine = `${cpus()[0]?.model.trim() ?? ''} × ${cpus().length}, Node ${process.version}`
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  writeFileSync(
    join(ROOT, 'bench/results/register.json'),
    `${JSON.stringify({ name: 'register', seed, machine, seconds, checks, rows }, null, 2)}\n`,
  )
  console.log(`${count} commitments, made in ${seeded} s`)
  console.table(rows)
  console.table(checks)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
