import { emptyLexicon } from '@gangmu/core'
import { expect, test } from 'vitest'
import { pledge } from '../../test/place.js'
import { compareLanguage } from './compare.js'
import { inThread } from './in-thread.js'
import { readLanguage } from './language.js'
import { comparingThreads, readingThreads } from './reader.js'

const given = {
  text: pledge,
  name: 'pledge.txt',
  lexicon: emptyLexicon,
  receivedOn: '2026-03-02',
  refused: [],
}

test('a thread of its own reads the same as this one', async () => {
  const read = await inThread(readingThreads, given, 60_000)
  expect(read.reading.findings.length).toBeGreaterThan(0)
  expect(read).toEqual(await readLanguage(given))
}, 60_000)

test('what takes too long is ended', async () => {
  const long = { ...given, text: pledge.repeat(2000) }
  await expect(inThread(readingThreads, long, 5)).rejects.toThrow('not read within 5 ms')
})

test('where the text prints no date, its year is that of the day it was received', async () => {
  const text = pledge.replace('2026年3月2日', '').replaceAll('2026年6月', '今年6月')
  const due = async (receivedOn: string) => {
    const { reading } = await readLanguage({ ...given, text, receivedOn })
    return reading.findings.flatMap((it) => (it.body.kind === 'milestone' ? [it.body.due] : []))
  }
  expect(await due('2027-03-02')).toContain('2027-06')
  expect(await due('2025-03-02')).toContain('2025-06')
})

test('a thread of its own compares the same as this one', async () => {
  const sideOf = async (text: string) => {
    const { restoration, reading } = await readLanguage({ ...given, text })
    return { text: restoration.text, reading }
  }
  const pair = { older: await sideOf(pledge), newer: await sideOf(pledge.replace('300亿元', '260亿元')) }
  const found = await inThread(comparingThreads, pair, 60_000)
  expect(found.map((it) => it.kind)).toContain('weakened')
  expect(found).toEqual(await compareLanguage(pair))
}, 60_000)
