// npm run screens: starts the product with its demonstration and writes the pictures of the README to docs/screens.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { indexedPng } from './indexed-png.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const folder = join(root, 'docs/screens')
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const loading = '.skeleton, [aria-busy=true]'

function start(data) {
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--data', data, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  let output = ''
  const address = new Promise((resolve, reject) => {
    const listen = (chunk) => {
      output += chunk
      const found = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${output}`)))
  })
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  return { address, stop }
}

/** A page of the city's own office, signed in by the form as a person does it. */
async function signedIn(browser, address, language, colorScheme) {
  const { password } = JSON.parse(readFileSync(join(root, 'packs/yunze/pack.json'), 'utf8')).demo
  const context = await browser.newContext({
    locale: language,
    colorScheme,
    reducedMotion: 'reduce',
    viewport: { width: 1366, height: 768 },
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('input[name=username]').fill('city')
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('#page h1').waitFor()
  await page.locator('header select').selectOption(language)
  await page.locator(`html[lang=${language}]`).waitFor()
  return page
}

async function settled(page) {
  await page.waitForFunction((busy) => document.querySelector(busy) === null, loading)
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  // Two frames: what the last reply changed is laid out, then painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** The browser takes its own picture apart. */
async function pixelsOf(context, png) {
  const blank = await context.newPage()
  const pixels = await blank.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (it) => it.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas.drawImage(image, 0, 0)
    const { width, height, data: rgba } = canvas.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < rgba.length; at += 8192)
      text += String.fromCharCode(...rgba.subarray(at, at + 8192))
    return { width, height, rgba: btoa(text) }
  }, png.toString('base64'))
  await blank.close()
  return pixels
}

async function picture(page, name) {
  await settled(page)
  const png = await page.screenshot()
  const { width, height, rgba } = await pixelsOf(page.context(), png)
  writeFileSync(join(folder, `${name}.png`), indexedPng(width, height, Buffer.from(rgba, 'base64')))
  console.log(`docs/screens/${name}.png`)
}

const executablePath = [process.env.CHROMIUM, ...browsers].find((path) => path && existsSync(path))
if (executablePath === undefined) {
  console.error('No Chromium found: apt-get install chromium fonts-noto-cjk, or set CHROMIUM.')
  process.exit(1)
}
mkdirSync(folder, { recursive: true })
const home = mkdtempSync(join(tmpdir(), 'gangmu-screens-'))
const product = start(join(home, 'data'))
let browser = null
try {
  const address = await product.address
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
  })
  const page = await signedIn(browser, address, 'zh-CN', 'light')
  await picture(page, 'overview')
  await page.goto(`${address}/territory`)
  await page.locator('#page h1').waitFor()
  await picture(page, 'territory')
  await page.goto(`${address}/commitments`)
  await page.locator('#page tbody tr').first().waitFor()
  await picture(page, 'register')
  await page.goto(`${address}/documents`)
  await page.locator('#page tbody a').first().click()
  await page.locator('#page .finding-item').first().waitFor()
  await picture(page, 'review')
  await picture(await signedIn(browser, address, 'en', 'dark'), 'overview-dark-en')
} finally {
  await browser?.close()
  await product.stop()
  rmSync(home, { recursive: true, force: true })
}
