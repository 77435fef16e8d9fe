import { emptyLexicon } from '@gangmu/core'
import { expect, test } from 'vitest'
import { pledge } from '../../test/place.js'
import { readInWorker } from './in-worker.js'
import { readLanguage } from './language.js'

const given = { text: pledge, name: 'pledge.txt', lexicon: emptyLexicon, refused: [] }

test('a thread of its own reads the same as this one', async () => {
  const read = await readInWorker(given, { milliseconds: 60_000, heapMb: 512 })
  expect(read.reading.findings.length).toBeGreaterThan(0)
  expect(read).toEqual(await readLanguage(given))
}, 60_000)

test('what takes too long is ended', async () => {
  const long = { ...given, text: pledge.repeat(2000) }
  await expect(readInWorker(long, { milliseconds: 5, heapMb: 512 })).rejects.toThrow('not read within 5 ms')
})
