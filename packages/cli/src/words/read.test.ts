import { describe, expect, it } from 'vitest'
import { readWords } from './read.js'

/** Facts of every kind a refusal of ours carries. */
const facts = {
  size: 5e6,
  limit: 1e6,
  found: 'zip',
  accepted: '.txt',
  detail: 'x',
  cap: 'ratio',
  milliseconds: 30_000,
  megabytes: 1024,
  pages: 3,
  reason: 'EACCES',
  known: 'yunze',
  out: 'here',
  pid: 7,
}

describe('the words of the command line', () => {
  it('have the same sentences in both languages', () => {
    expect(Object.keys(readWords.zh.refusals)).toEqual(Object.keys(readWords.en.refusals))
    expect(Object.keys(readWords.zh)).toEqual(expect.arrayContaining(Object.keys(readWords.en)))
  })

  it.each(Object.keys(readWords.en.refusals))('say for %s what mends it, and leave no fact open', (code) => {
    for (const [language, sentence] of [
      ['en', readWords.en.refusals[code]?.(facts)],
      ['zh', readWords.zh.refusals[code]?.(facts)],
    ] as const) {
      expect(sentence).not.toMatch(/undefined|NaN/)
      const parts = sentence?.split(language === 'en' ? /[.;] / : /[。；]/).filter((part) => part !== '')
      expect(parts?.length, sentence).toBeGreaterThan(1)
    }
  })
})
