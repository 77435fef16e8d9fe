import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyLexicon } from '@gangmu/core'
import { defaultLimits } from '@gangmu/intake'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pageOf, pledge, resultsIn, write } from '../../test/batch/region.js'
import { findFiles } from '../read/find-files.js'
import { type Batch, type BatchDone, readBatch } from './read-batch.js'

let [folder, out] = ['', '']
beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'gangmu-batch-'))
  ;[folder, out] = [join(base, 'in'), join(base, 'out')]
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

async function batch(given: Partial<Batch> = {}): Promise<BatchDone> {
  const never = new AbortController().signal
  const { files } = findFiles([folder], out)
  const done = await readBatch({
    files,
    out,
    lexicon: emptyLexicon,
    limits: defaultLimits,
    jobs: 2,
    stop: never,
    drop: never,
    on: () => {},
    ...given,
  })
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}

const mixed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at % 3}/pledge-${at}.txt`, pledge(at)])),
  'a/same.html': pageOf(pledge(4)),
  'z/copy.txt': pledge(2),
  'b/copy.txt': pledge(2),
  'empty.txt': '',
  'broken.docx': 'PK',
  'clash.txt': pledge(20),
  'clash.html': pageOf(pledge(21)),
}

describe('a batch', { timeout: 600_000 }, () => {
  it('comes to the same, however many threads read and in whatever order the files are given', async () => {
    write(folder, mixed)
    const { files } = findFiles([folder], out)
    await batch({ jobs: 1 })
    const one = resultsIn(out)
    for (const [jobs, order] of [
      [3, files],
      [2, files.toReversed()],
    ] as const) {
      rmSync(out, { recursive: true })
      await batch({ jobs, files: order })
      expect(resultsIn(out)).toEqual(one)
    }
    expect(Object.keys(one.files)).toContain('clash.txt.jsonl')
  })

  it('reads one of files with the same bytes, and says which have the same text', async () => {
    write(folder, mixed)
    const { settled } = await batch()
    expect(settled).toEqual({ read: 12, kept: 0, duplicate: 2, refused: 2 })
    const { lines, files } = resultsIn(out)
    expect(lines['b/copy']).toMatchObject({ outcome: 'duplicate', duplicateOf: '2/pledge-2' })
    expect(lines['z/copy']).toMatchObject({ outcome: 'duplicate', duplicateOf: '2/pledge-2' })
    expect(Object.keys(files)).not.toContain('b/copy.txt')
    expect(lines['a/same']).toMatchObject({ outcome: 'read', sameTextAs: '1/pledge-4' })
    expect(lines['1/pledge-4']).toMatchObject({ sameTextAs: null })
  })

  it('reads again what changed, what lost its results and what is refused, and nothing else', async () => {
    write(folder, mixed)
    await batch()
    expect((await batch()).settled).toEqual({ read: 0, kept: 12, duplicate: 2, refused: 2 })
    const before = resultsIn(out)
    write(folder, { '0/pledge-0.txt': pledge(30), 'empty.txt': pledge(31) })
    truncateSync(join(out, '1/pledge-1.txt'), 20)
    rmSync(join(out, '2/pledge-5.jsonl'))
    expect((await batch()).settled).toEqual({ read: 4, kept: 9, duplicate: 2, refused: 1 })
    const after = resultsIn(out)
    expect(after.files['1/pledge-1.txt']).toBe(before.files['1/pledge-1.txt'])
    expect(after.files['2/pledge-5.jsonl']).toBe(before.files['2/pledge-5.jsonl'])
    expect(after.files['0/pledge-0.txt']).toContain('第30功能区')
    expect((await batch({ lexicon: { ...emptyLexicon, version: 'other' } })).settled.read).toBe(13)
  })

  it('comes to the same by steps as at once, and leaves where they are results nothing stands behind', async () => {
    write(folder, { 'b.txt': pledge(1), 'c.txt': pledge(2), 'd.txt': pledge(3) })
    expect((await batch()).leftOver).toEqual([])
    rmSync(join(folder, 'd.txt'))
    // What was the first of its bytes is not any more.
    write(folder, { 'a.txt': pledge(1), 'c.html': pageOf(pledge(2)) })
    const { leftOver } = await batch()
    const stepped = resultsIn(out)
    expect(leftOver).toEqual(
      ['b', 'c', 'd'].flatMap((id) => [`${id}.jsonl`, `${id}.txt`]).map((it) => join(out, it)),
    )
    for (const path of leftOver) rmSync(path)
    const left = resultsIn(out).files
    rmSync(out, { recursive: true })
    await batch()
    const fresh = resultsIn(out)
    expect(left).toEqual(fresh.files)
    expect(stepped.lines).toMatchObject(fresh.lines)
  })

  it('loses one file to one that takes too long or too much', async () => {
    write(folder, { 'large.txt': pledge(1).repeat(20_000), 'a.txt': pledge(2), 'z.txt': pledge(3) })
    const wide = await batch({ limits: { ...defaultLimits, heapMb: 96, milliseconds: 600_000 } })
    expect(wide.settled).toEqual({ read: 2, kept: 0, duplicate: 0, refused: 1 })
    expect(wide.refusals).toMatchObject([{ code: 'document.memory', facts: { megabytes: 96 } }])
    const slow = await batch({ limits: { ...defaultLimits, milliseconds: 100 } })
    expect(slow.settled).toEqual({ read: 0, kept: 2, duplicate: 0, refused: 1 })
    expect(slow.refusals).toEqual([
      { code: 'document.timeout', path: join(folder, 'large.txt'), facts: { milliseconds: 100 } },
    ])
  })

  it('stops where it is told to, whole, and goes on from there', async () => {
    write(folder, mixed)
    const stop = new AbortController()
    let settled = 0
    const on = () => {
      settled += 1
      if (settled === 5) stop.abort()
    }
    const stopped = await batch({ stop: stop.signal, on })
    expect(stopped.whole).toBe(false)
    expect(settled).toBeLessThan(9)
    expect((await batch()).settled.kept).toBe(stopped.settled.read)
    const resumed = resultsIn(out)
    rmSync(out, { recursive: true })
    await batch()
    expect(resumed).toEqual(resultsIn(out))
  })

  it('drops what it reads where it is told so', async () => {
    write(folder, { 'a.txt': pledge(1), 'large.txt': pledge(2).repeat(20_000) })
    const [stop, drop] = [new AbortController(), new AbortController()]
    const on = () => {
      stop.abort()
      drop.abort()
    }
    expect(await batch({ stop: stop.signal, drop: drop.signal, on })).toMatchObject({
      whole: false,
      settled: { read: 1, refused: 0 },
    })
  })

  it('has its folder alone, and takes none with a manifest that is not its own', async () => {
    write(folder, { 'a.txt': pledge(1) })
    const holder = join(out, '.unfinished')
    mkdirSync(holder, { recursive: true })
    writeFileSync(join(holder, 'pid'), `${process.ppid}\n`)
    await expect(batch()).rejects.toThrow('output.in-use')
    // A process that is gone holds nothing.
    writeFileSync(join(holder, 'pid'), '999999999\n')
    await batch()
    writeFileSync(join(out, 'manifest.jsonl'), '{"name":"site"}\n{"name":"other"}\n')
    await expect(batch()).rejects.toThrow('output.not-ours')
    rmSync(join(out, 'manifest.jsonl'))
    mkdirSync(join(out, 'manifest.jsonl'))
    await expect(batch()).rejects.toThrow('output.not-writable')
  })
})
