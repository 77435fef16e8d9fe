// How long a start takes, and how heavy and how quick the first screen is.
//   npm run bench:start    table on the terminal, bench/results/start.json
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { buildStale } from '../tools/stale.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const rounds = 3
const bars = { first: 5, second: 1.5, gzip: 300, usable: 1.5 }
const throttle = 4
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** As it is where the screen says it is loading. */
const loading = '.skeleton, [aria-busy=true]'

/** From the command to the printed address. */
async function start(folder) {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--data', folder, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  let output = ''
  const address = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      output += chunk
      const found = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}:\n${output}`)))
  })
  const seconds = (performance.now() - began) / 1000
  const ready = () =>
    new Promise((resolve) => {
      const look = () => (/^(?:Ready|已就绪)/m.test(output) ? resolve() : setTimeout(look, 50))
      look()
    })
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  return { address, seconds, ready, stop }
}

async function measureStarts() {
  const rows = []
  for (let round = 1; round <= rounds; round += 1) {
    const home = mkdtempSync(join(tmpdir(), 'gangmu-bench-'))
    try {
      const first = await start(join(home, 'data'))
      await first.stop()
      const second = await start(join(home, 'data'))
      await second.stop()
      rows.push({ round, firstSeconds: first.seconds, secondSeconds: second.seconds })
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  }
  return rows
}

/** Loads one address in a cold browser and waits until it can be used. Sizes are of gzip, whatever was sent. */
async function measureScreen(browser, address, prepare, usable) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  try {
    if (prepare !== null) await prepare(context)
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    const responses = []
    page.on('response', (response) => responses.push(response))
    // The page says itself when it is usable: asking it again and again would take the time that is measured.
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: 'tellUsable' })
    const told = new Promise((resolve, reject) => {
      cdp.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)))
      setTimeout(() => reject(new Error(`${address} was not usable within a minute`)), 60_000).unref()
    })
    await page.addInitScript(watchUsable, { usable, loading })
    await page.goto(address, { waitUntil: 'commit' })
    const milliseconds = await told
    const loaded = [...responses]
    const bodies = await Promise.all(loaded.map((response) => response.body().catch(() => Buffer.alloc(0))))
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
    return { milliseconds, kilobytes: bytes / 1024, requests: loaded.length }
  } finally {
    await context.close()
  }
}

/** Runs in the page: notes the first painted frame in which `usable` is there and nothing is loading. */
function watchUsable({ usable, loading }) {
  const look = () => {
    if (document.querySelector(usable) !== null && document.querySelector(loading) === null) {
      requestAnimationFrame(() => setTimeout(() => globalThis.tellUsable(String(performance.now())), 0))
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Signs in by the form, as a person does, and keeps the session for the pages measured after. */
async function signIn(browser, address) {
  const { password } = JSON.parse(readFileSync(join(root, 'packs/yunze/pack.json'), 'utf8')).demo
  const [person] = JSON.parse(readFileSync(join(root, 'packs/yunze/people.json'), 'utf8'))
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('input[name=username]').fill(person.username)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('nav a').first().waitFor()
  const state = await context.storageState()
  await context.close()
  return state.cookies
}

async function measureScreens() {
  const executablePath = [process.env.CHROMIUM, ...browsers].find((path) => path && existsSync(path))
  if (executablePath === undefined) {
    console.error('No Chromium found (apt-get install chromium): the first screen was not measured.')
    return []
  }
  const home = mkdtempSync(join(tmpdir(), 'gangmu-bench-'))
  const product = await start(join(home, 'data'))
  // Reading the demo's documents goes on after the address is printed: it is not the screen that is measured here.
  await product.ready()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const cookies = await signIn(browser, product.address)
    const screens = [
      { screen: 'sign-in', prepare: null, usable: 'input[name=password]' },
      { screen: 'overview', prepare: (context) => context.addCookies(cookies), usable: '#page h1' },
    ]
    const rows = []
    for (const { screen, prepare, usable } of screens) {
      for (let round = 1; round <= rounds; round += 1) {
        rows.push({ screen, round, ...(await measureScreen(browser, product.address, prepare, usable)) })
      }
    }
    return rows
  } finally {
    await browser.close()
    await product.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

function check(name, value, unit, bar) {
  const rounded = Number(value.toFixed(unit === 'KB' ? 1 : 2))
  return { name, value: rounded, unit, bar, ok: rounded <= bar }
}

const began = performance.now()
if (!(await buildStale(root, ({ name, seconds }) => console.error(name, seconds ?? 'builds …'))))
  process.exit(1)
const starts = await measureStarts()
const screens = await measureScreens()
const of = (screen, key) => median(screens.filter((row) => row.screen === screen).map((row) => row[key]))
const checks = [
  check('first start to the printed address', median(starts.map((row) => row.firstSeconds)), 's', bars.first),
  check(
    'second start to the printed address',
    median(starts.map((row) => row.secondSeconds)),
    's',
    bars.second,
  ),
]
for (const screen of new Set(screens.map((row) => row.screen))) {
  checks.push(
    check(`${screen}: gzip`, of(screen, 'kilobytes'), 'KB', bars.gzip),
    check(
      `${screen}: usable at ${throttle}× CPU throttle`,
      of(screen, 'milliseconds') / 1000,
      's',
      bars.usable,
    ),
  )
}
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  node: process.versions.node,
}
const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
const result = { name: 'start', seed: 0, machine, seconds, checks, rows: [...starts, ...screens] }
mkdirSync(join(root, 'bench/results'), { recursive: true })
writeFileSync(join(root, 'bench/results/start.json'), `${JSON.stringify(result, null, 2)}\n`)
console.table(checks)
