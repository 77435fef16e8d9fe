import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createReader, type DocumentReader, type ReadGiven } from '@gangmu/app'
import { emptyLexicon } from '@gangmu/core'
import { readAhead } from './read-ahead.js'

const folder = mkdtempSync(join(tmpdir(), 'gangmu-ahead-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const limits = { documentBytes: 1024 * 1024 }
const real = createReader(limits)

/** The real reader, with a note of the names it was asked to read. */
function watched(): { readonly reader: DocumentReader; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    reader: {
      receive: real.receive,
      compare: real.compare,
      read(given) {
        asked.push(given.name)
        return real.read(given)
      },
    },
  }
}

async function fileOf(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const received = await real.receive(Buffer.from(text), name)
  if (!received.ok) throw new Error(JSON.stringify(received.refusals))
  const on = '2026-03-02'
  const { text: words } = received.value
  const given: ReadGiven = { text: words, name, lexicon: emptyLexicon, receivedOn: on, refused: [] }
  return { path, name, on, given }
}

it('what was read ahead is answered, once and unchanged; what differs is read when it is asked for', async () => {
  const one = await fileOf('one.txt', '云泽市今年新建公园 12 个。')
  const two = await fileOf('two.txt', '年底前完成泵站改造。')
  const { reader, asked } = watched()
  const ahead = readAhead(reader, emptyLexicon, [one, two], limits)
  await expect.poll(() => asked.toSorted()).toEqual(['one.txt', 'two.txt'])

  expect(await ahead.reader.read(one.given)).toEqual(await real.read(one.given))
  expect(asked).toHaveLength(2)
  const other = { ...two.given, lexicon: { ...emptyLexicon, version: 'another' } }
  expect((await ahead.reader.read(other)).reading.findings).toEqual((await real.read(other)).reading.findings)
  expect(asked.toSorted()).toEqual(['one.txt', 'two.txt', 'two.txt'])
  await ahead.reader.read({ ...two.given, receivedOn: '2025-03-02' })
  expect(asked).toHaveLength(4)
})

it('nothing more is read ahead once it is stopped, and asking still answers', async () => {
  const one = await fileOf('three.txt', '全市供水管网漏损率降至 8%。')
  const { reader, asked } = watched()
  const missing = { path: join(folder, 'missing.txt'), name: 'missing.txt', on: '2026-03-02' }
  const ahead = readAhead(reader, emptyLexicon, [one, missing], limits)
  ahead.stop()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toEqual([])
  expect(await ahead.reader.read(one.given)).toEqual(await real.read(one.given))
})

it('holds two files at a time, and none that is too large', async () => {
  const large = { path: join(folder, 'large.txt'), name: 'large.txt', on: '2026-03-02' }
  writeFileSync(large.path, '')
  truncateSync(large.path, limits.documentBytes + 1)
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt']
  const files = await Promise.all(names.map((it) => fileOf(it, `${it}年底前完成。`)))
  const received: string[] = []
  let [inside, most] = [0, 0]
  const reader: DocumentReader = {
    async receive(bytes, name) {
      received.push(name)
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 10))
      inside -= 1
      return real.receive(bytes, name)
    },
    read: real.read,
    compare: real.compare,
  }
  readAhead(reader, emptyLexicon, [large, ...files], limits)
  await expect.poll(() => received.toSorted()).toEqual(names)
  expect(most).toBe(2)
})
