import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pledge, resultsIn, write } from '../../test/batch/region.js'
import type { ManifestLine } from './line.js'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const run = ['--conditions=source', '--import', 'tsx', main]
const count = 90

let base = ''
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'gangmu-resume-'))
  const files = Array.from({ length: count }, (_, at) => [`${at % 7}/${at}.txt`, pledge(at).repeat(6)])
  write(join(base, 'in'), {
    ...Object.fromEntries(files),
    '0/copy.txt': pledge(0).repeat(6),
    'empty.txt': '',
  })
})
afterAll(() => rmSync(base, { recursive: true }))

/** Begins to read the folder, as a process of its own. */
function begin(out: string, jobs: number): { readonly child: ChildProcess; readonly said: () => string } {
  const child = spawn(
    process.execPath,
    [...run, 'read', join(base, 'in'), '--out', out, '--jobs', String(jobs)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' } },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (it) => (said += it))
  return { child, said: () => said }
}

async function finish(out: string, jobs: number) {
  const { child, said } = begin(out, jobs)
  const [code] = await once(child, 'close')
  return { code, said: said() }
}

async function untilSomeAreDone(out: string): Promise<void> {
  const manifest = join(out, 'manifest.jsonl')
  while (!existsSync(manifest) || readFileSync(manifest, 'utf8').split('\n').length < 10) await wait(5)
}

function wholeLines(out: string): ManifestLine[] {
  const lines = readFileSync(join(out, 'manifest.jsonl'), 'utf8').split('\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => JSON.parse(line))
}

describe('a run that is cut short', { timeout: 600_000 }, () => {
  it('is gone on with after it was killed, and comes to the same as one that was not', async () => {
    const [cut, whole] = [join(base, 'cut'), join(base, 'whole')]
    const { child } = begin(cut, 2)
    await untilSomeAreDone(cut)
    child.kill('SIGKILL')
    await once(child, 'close')
    const done = wholeLines(cut)
    const read = done.filter((line) => line.outcome === 'read')
    expect(read.length).toBeGreaterThan(0)
    expect(done.length).toBeLessThan(count)
    for (const { id, results } of read) {
      expect(statSync(join(cut, `${id}.jsonl`)).size).toBe(results.jsonl)
      expect(statSync(join(cut, `${id}.txt`)).size).toBe(results.txt)
    }
    // As a kill in the midst of a line would leave it.
    appendFileSync(join(cut, 'manifest.jsonl'), '{"id":"6/6","file":"6/6.txt","outc')

    const resumed = await finish(cut, 2)
    expect(resumed.code).toBe(1)
    expect(resumed.said).toMatch(
      new RegExp(`^read now +${count - read.length}\\nread before +${read.length}$`, 'm'),
    )
    expect(resumed.said).toContain('empty.txt: document.empty: ')
    await finish(whole, 1)
    wholeLines(cut)
    expect(resultsIn(cut)).toEqual(resultsIn(whole))
  })

  it('says after Ctrl-C how to go on, with everything whole that is there', async () => {
    const out = join(base, 'stopped')
    const { child, said } = begin(out, 2)
    await untilSomeAreDone(out)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
    expect(said()).toMatch(
      /Stopped: \d+ of 92 files are done, each written whole\. The same call goes on from here\./,
    )
    const lines = wholeLines(out)
    expect(lines.length).toBeLessThan(count)
    const { files } = resultsIn(out)
    expect(Object.keys(files).length).toBe(2 * lines.filter((line) => line.outcome === 'read').length)
    expect((await finish(out, 2)).said).toContain('read before')
  })
})
