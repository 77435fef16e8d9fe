// How quickly findings are settled by keyboard: what a key costs, how many are needed, whether anything is lost.
//   npm run bench:review    table on the terminal, bench/results/review.json
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { buildStale } from '../tools/stale.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const settle = 100
/**
 * Milliseconds from a key to the paint of what it did, and of the page's own time for all that follows from it;
 * seconds for a hundred findings; keys for each.
 */
const bars = { paint: 100, throttled: 400, own: 50, hundred: 60, keys: 1.5 }
/** A person looks at a finding before the next key; the machine must be done well within that. */
const look = 150

const { password } = JSON.parse(readFileSync(join(root, 'packs/yunze/pack.json'), 'utf8')).demo

/** Sentences without end that each hold a duty with figure, date and owner: a document of many findings. */
function longDocument(paragraphs) {
  const places = ['苇堰', '荻浦', '蒲汇', '菱塘', '芦川', '葭湾', '桑浦', '槐荫', '竹坞', '梅泾']
  const things = ['科创载体', '标准厂房', '人才公寓', '邻里中心', '中试基地']
  const owners = ['沚阳市', '澜汀区', '荇湾科学城', '鹤泾镇']
  const line = (at) => {
    const sentence = (step) => {
      const pick = (list) => list[(at * 3 + step) % list.length]
      const month = ((at + step) % 9) + 4
      const built = `在2027年${month}月底前建成${pick(places)}${at}号${pick(things)}${step + 2}万平方米`
      return `会议要求，${pick(owners)}要压实责任，加快推进功能区基础设施建设，${built}，新招引项目${at + step}个。`
    }
    return [0, 1, 2].map(sentence).join('')
  }
  const lead = '2026年3月4日，云泽市召开载体建设专题会，研究部署功能区载体建设任务，明确牵头单位和完成时限。'
  const lines = Array.from({ length: paragraphs }, (_, at) => line(at + 1))
  return ['云泽市载体建设任务总表', '', lead, ...lines].join('\n')
}

async function start(folder) {
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
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  return { address, stop }
}

async function signIn(browser, address) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('input[name=username]').fill('city')
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('nav a').first().waitFor()
  return page
}

/** Receives a document and waits until it is read. */
async function receive(page, address, name, text) {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
  const reply = await page.request.post(`${address}/api/documents`, { multipart: { file } })
  const { id } = await reply.json()
  for (;;) {
    const detail = await (await page.request.get(`${address}/api/documents/${id}`)).json()
    if (detail.document.state === 'read') return { id, findings: detail.findings.length }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Runs in the page: presses a key and tells how long it took until the current finding changed and was painted. */
function pressed(key) {
  const before = document.querySelector('.finding-item[aria-current]')
  const was = before?.textContent
  const began = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  return new Promise((resolve) => {
    const look = () => {
      const now = document.querySelector('.finding-item[aria-current]')
      const changed = now !== null && (now !== before || now.textContent !== was)
      if (!changed && performance.now() - began < 5000) return requestAnimationFrame(look)
      const list = now.closest('.list-scroll').getBoundingClientRect()
      const box = now.getBoundingClientRect()
      const inSight = box.top >= list.top - 1 && box.top < list.bottom
      // This is the frame in which it stands; a task that follows it runs when it is painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve({ milliseconds: performance.now() - began, changed, inSight })
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })
}

const quantile = (values, part) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(part * values.length) - 1)]

/** Settles so many findings of a document by keyboard, as a person with nine confirmations to one rejection. */
async function review(page, address, document, { throttle, pace }) {
  const cdp = await page.context().newCDPSession(page)
  await page.goto(`${address}/documents/${document.id}`)
  await page.locator('.finding-item[aria-current]').waitFor()
  await page.waitForTimeout(1500)
  // The page's own time: what other programs take of the machine is in the paints, not in this.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find((it) => it.name === 'TaskDuration').value * 1000
  }
  const spentBefore = await spent()
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  const paints = []
  const decided = () => page.locator('.finding-item.confirm, .finding-item.reject').count()
  const before = await decided()
  let keys = 0
  let hidden = 0
  const began = performance.now()
  while (keys < settle) {
    const { milliseconds, changed, inSight } = await page.evaluate(pressed, keys % 10 === 9 ? 'x' : 'c')
    keys += 1
    if (!changed) throw new Error(`key ${keys} did nothing`)
    if (!inSight) hidden += 1
    paints.push(milliseconds)
    if (pace > 0) await new Promise((resolve) => setTimeout(resolve, pace))
  }
  const keyed = (performance.now() - began) / 1000
  const own = (await spent()) - spentBefore
  await page.locator('.outbox-status.saved').waitFor({ timeout: 300_000 })
  const sent = (performance.now() - began) / 1000
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const settled = (await decided()) - before
  const shown = await page.request.get(`${address}/api/documents/${document.id}`)
  const kept = (await shown.json()).findings.filter(
    (it) => it.decision !== null && it.speaker === null && it.duty,
  ).length
  await cdp.detach()
  return {
    throttle,
    pace,
    findings: document.findings,
    settled,
    kept,
    keys,
    hidden,
    keyed: Number(keyed.toFixed(2)),
    sent: Number(sent.toFixed(2)),
    own: Number((own / keys).toFixed(1)),
    p50: Number(quantile(paints, 0.5).toFixed(1)),
    p95: Number(quantile(paints, 0.95).toFixed(1)),
    worst: Number(Math.max(...paints).toFixed(1)),
  }
}

const began = performance.now()
if (!(await buildStale(root, ({ name, seconds }) => console.error(name, seconds ?? 'builds …'))))
  process.exit(1)
const executablePath = [process.env.CHROMIUM, ...browsers].find((path) => path && existsSync(path))
if (executablePath === undefined) {
  console.error('No Chromium found (apt-get install chromium): nothing was measured.')
  process.exit(0)
}
const home = mkdtempSync(join(tmpdir(), 'gangmu-bench-'))
const product = await start(join(home, 'data'))
const rows = []
try {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await signIn(browser, product.address)
  for (const [name, throttle, pace] of [
    ['with a look at each', 1, look],
    ['with a look at each', 4, look],
  ]) {
    const text = longDocument(30).replace('总表', `总表（${rows.length + 1}）`)
    const document = await receive(page, product.address, `${rows.length}.txt`, text)
    rows.push({ name, ...(await review(page, product.address, document, { throttle, pace })) })
    console.error(rows.at(-1))
  }
  await browser.close()
} finally {
  await product.stop()
  rmSync(home, { recursive: true, force: true })
}

const check = (name, value, unit, bar) => ({ name, value, unit, bar, ok: value <= bar })
const checks = [
  ...rows.map((it) =>
    check(
      `key to paint, p95, ${it.throttle}× CPU throttle, ${it.name}`,
      it.p95,
      'ms',
      it.throttle === 1 ? bars.paint : bars.throttled,
    ),
  ),
  check('page’s own time for a key and its answer', rows[0].own, 'ms', bars.own),
  check(
    `${settle} findings, keys and sending`,
    Math.max(...rows.filter((it) => it.throttle === 1).map((it) => it.sent)),
    's',
    bars.hundred,
  ),
  check('keys a finding', Math.max(...rows.map((it) => it.keys / it.settled)), '', bars.keys),
  check('next finding out of sight', Math.max(...rows.map((it) => it.hidden)), '', 0),
]
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  node: process.versions.node,
}
const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
const result = { name: 'review', seed: 0, machine, seconds, checks, rows }
mkdirSync(join(root, 'bench/results'), { recursive: true })
writeFileSync(join(root, 'bench/results/review.json'), `${JSON.stringify(result, null, 2)}\n`)
console.table(checks)
