import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const root = join(import.meta.dirname, '..')

/** Where Debian, and most others, keep the system's browser. */
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export interface Product {
  readonly address: string
  stop(): Promise<void>
}

/** The product as a person starts it, in a data folder of its own, on a free port. */
export async function startProduct(args: readonly string[] = []): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'gangmu-e2e-'))
  const child = spawn(
    process.execPath,
    [join(root, 'tools/start.mjs'), '--data', join(data, 'data'), '--port', '0', ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', LANG: 'en_US.UTF-8' },
    },
  )
  try {
    const address = await printedAddress(child)
    return {
      address,
      async stop() {
        await ended(child)
        rmSync(data, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await ended(child)
    rmSync(data, { recursive: true, force: true })
    throw error
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${output}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export function systemBrowser(): string | null {
  const named = process.env['CHROMIUM']
  return [...(named === undefined ? [] : [named]), ...browsers].find((path) => existsSync(path)) ?? null
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = systemBrowser()
  if (executablePath === null) throw new Error('no Chromium: apt-get install chromium, or set CHROMIUM')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  })
}
