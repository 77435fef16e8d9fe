import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'

// Whole processes with a database each: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

const root = join(import.meta.dirname, '../../../..')
const home = mkdtempSync(join(tmpdir(), 'gangmu-start-'))
const running: ChildProcess[] = []
afterEach(async () => {
  for (const child of running.splice(0)) await ended(child, 'SIGTERM')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

interface Said {
  readonly child: ChildProcess
  readonly output: () => string
}

/** The command line as a process of its own, from the sources. */
function gangmu(args: readonly string[], env: Record<string, string> = {}): Said {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', join(root, 'packages/cli/src/main.ts'), ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', GANGMU_DATA: '', LC_ALL: '', LANG: 'en_US.UTF-8', ...env },
    },
  )
  running.push(child)
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output }
}

async function refusedCall(args: readonly string[], env: Record<string, string> = {}) {
  const { child, output } = gangmu(args, env)
  return { code: await exitOf(child), output: output() }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  return exitOf(child)
}

async function addressOf({ child, output }: Said): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0]
    if (address !== undefined) return address
    if (child.exitCode !== null) throw new Error(output())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A pack of few documents, so that the test is about starting. */
function smallPack(name: string): string {
  const folder = join(home, name)
  cpSync(join(root, 'packs/yunze'), folder, { recursive: true })
  const documents = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8')) as { accept?: boolean }[]
  const chosen = [documents.find((it) => it.accept === true), documents.find((it) => it.accept !== true)]
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(chosen))
  return folder
}

async function signedIn(address: string): Promise<(path: string) => Promise<Record<string, unknown>>> {
  const { demo } = (await (await fetch(`${address}/api/place`)).json()) as { demo: { password: string } }
  const reply = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'city', password: demo.password }),
  })
  expect(reply.status).toBe(200)
  const cookie = reply.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
  return async (path) =>
    (await (await fetch(`${address}${path}`, { headers: { cookie } })).json()) as Record<string, unknown>
}

describe('gangmu start', () => {
  it('fills a place once; after a SIGKILL and after a clean stop everything is still there', async () => {
    const data = join(home, 'data')
    const args = ['start', '--pack', smallPack('small'), '--data', data, '--port', '0']
    const first = gangmu(args)
    const ask = await signedIn(await addressOf(first))
    expect(first.output()).toContain('模拟')
    const before = (await ask('/api/documents'))['documents'] as { findings: number; open: number }[]
    expect(before).toHaveLength(2)
    // One is accepted by the load, one waits for a person.
    expect(before.filter((it) => it.open === 0)).toHaveLength(1)
    expect(before.filter((it) => it.open > 0)).toHaveLength(1)
    const { total } = await ask('/api/commitments')
    expect(total).toBeGreaterThan(10)

    const meanwhile = await refusedCall(args)
    expect([meanwhile.code, meanwhile.output]).toEqual([1, expect.stringContaining('[data.in-use]')])

    const port = new URL(await addressOf(first)).port
    const samePort = await refusedCall(['start', '--port', port, '--data', join(home, 'elsewhere')])
    expect([samePort.code, samePort.output]).toEqual([
      1,
      expect.stringContaining('Gangmu runs there already'),
    ])

    await ended(first.child, 'SIGKILL')
    const second = gangmu(args)
    const again = await signedIn(await addressOf(second))
    expect((await again('/api/documents'))['documents']).toEqual(before)
    expect((await again('/api/commitments'))['total']).toBe(total)
    expect(second.output()).not.toContain('Read 1/')
    expect(await ended(second.child, 'SIGTERM')).toBe(0)

    // Begun with a demo, it may be served without one being made.
    const daily = gangmu(['serve', ...args.slice(1)])
    await addressOf(daily)
    expect(await ended(daily.child, 'SIGINT')).toBe(0)

    const other = await refusedCall(['start', '--pack', 'sunan', '--data', data, '--port', '0'])
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('[data.other-pack]')])
  })

  it('without a demo has no account, and says the setup token once', async () => {
    const args = ['serve', '--pack', smallPack('daily'), '--data', join(home, 'daily-data'), '--port', '0']
    const first = gangmu(args)
    const address = await addressOf(first)
    expect(((await (await fetch(`${address}/api/place`)).json()) as { demo: unknown }).demo).toBeNull()
    const token = /token[^:]*: (\S+)/.exec(first.output())?.[1]
    expect(token).toMatch(/^[\w-]{30,}$/)
    const set = (given: string) =>
      fetch(`${address}/api/auth/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: given, username: 'admin', password: 'a-long-password' }),
      })
    expect((await set('wrong')).status).toBe(401)
    expect((await set(token ?? '')).status).toBe(200)
    expect((await set(token ?? '')).status).toBe(401)
    const reply = await fetch(`${address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: 'a-long-password' }),
    })
    expect(reply.status).toBe(200)
    await ended(first.child, 'SIGTERM')
    const second = gangmu(args)
    await addressOf(second)
    expect(second.output()).not.toContain('token')
  })

  it('shows a demo to others only where that is asked for, also one begun earlier', async () => {
    const data = join(home, 'shown')
    const args = ['--pack', smallPack('shown-pack'), '--data', data, '--port', '0']
    const early = await refusedCall(['start', ...args, '--host', '0.0.0.0'])
    expect([early.code, early.output]).toEqual([1, expect.stringContaining('add --demo-on-network')])
    expect(existsSync(data)).toBe(false)
    const begun = gangmu(['start', ...args])
    await addressOf(begun)
    await ended(begun.child, 'SIGTERM')
    const late = await refusedCall(['serve', ...args], { GANGMU_TRUST_PROXY: '1' })
    expect([late.code, late.output]).toEqual([1, expect.stringContaining('[server.demo-on-network]')])
    const shown = gangmu(['serve', ...args, '--behind-proxy', '--demo-on-network'])
    const address = await addressOf(shown)
    const { demo } = (await (await fetch(`${address}/api/place`)).json()) as { demo: { password: string } }
    const reply = await fetch(`${address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ username: 'city', password: demo.password }),
    })
    expect(reply.headers.getSetCookie().every((it) => it.endsWith('; Secure'))).toBe(true)
    expect(reply.status).toBe(200)
  })

  it('refuses a port in use before anything is made', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    )
    const data = join(home, 'no-port')
    const { code, output } = await refusedCall(['start', '--data', data, '--port', String(port)])
    taken.close()
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is in use`)
    expect(existsSync(data)).toBe(false)
  })

  it('lists every defect of a broken pack with its place, and makes nothing', async () => {
    const folder = join(home, 'broken')
    cpSync(join(root, 'packs/yunze'), folder, { recursive: true })
    writeFileSync(join(folder, 'tiles.json'), '[\n')
    const people = join(folder, 'people.json')
    writeFileSync(people, readFileSync(people, 'utf8').replace('"fagaiwei"', '"nowhere"'))
    const data = join(home, 'broken-data')
    const { code, output } = await refusedCall(['start', '--pack', folder, '--data', data, '--port', '0'])
    expect(code).toBe(1)
    expect(output).toContain('tiles.json:2:1')
    expect(output).toMatch(/people\.json\/\d+\/posts\/0\/unit/)
    expect(existsSync(data)).toBe(false)
  })

  it('refuses a folder that is not ours, and leaves it as it was', async () => {
    const data = mkdtempSync(join(home, 'foreign-'))
    writeFileSync(join(data, 'letter.txt'), 'mine')
    const { code, output } = await refusedCall(['start', '--data', data, '--port', '0'])
    expect([code, output]).toEqual([1, expect.stringContaining('[data.not-ours]')])
    expect(readdirSync(data)).toEqual(['letter.txt'])
  })

  it('answers a wrong call with 2, in the language of the terminal', async () => {
    const { code, output } = await refusedCall(['start', '--port', 'many'], { LANG: 'zh_CN.UTF-8' })
    expect([code, output]).toEqual([2, expect.stringContaining('命令写法不对')])
  })
})
