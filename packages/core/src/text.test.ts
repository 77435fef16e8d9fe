import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorAt } from './document/anchor.js'
import { cut, isStorable, writtenText } from './text.js'

const characters = fc.string({ unit: 'binary' })

it('tells what can be kept', () => {
  expect(['', '纲目', '😀'].every(isStorable)).toBe(true)
  expect(['a\u0000', '\ud83d', '\ude00', 'x\ude00\ud83d'].some(isStorable)).toBe(false)
  expect(writtenText(3).safeParse('\ud83d').success).toBe(false)
  expect(writtenText(3).safeParse('四个字的').success).toBe(false)
})

it('never cuts a character in half', () => {
  fc.assert(
    fc.property(characters, fc.nat({ max: 40 }), (text, most) => {
      expect(isStorable(cut(text, most).replaceAll('\u0000', ''))).toBe(true)
    }),
  )
})

it('keeps the context of an anchor whole', () => {
  const text = '😀'.repeat(30)
  for (let start = 0; start < 40; start += 2) {
    const { prefix, suffix } = anchorAt(text, start, start + 2)
    expect(isStorable(prefix) && isStorable(suffix)).toBe(true)
  }
  expect(anchorAt('a' + '😀'.repeat(9) + '字' + 'b' + '😀'.repeat(9), 19, 20)).toMatchObject({ quote: '字' })
  const odd = anchorAt('😀'.repeat(9) + 'a字b' + '😀'.repeat(9), 19, 20)
  expect(isStorable(odd.prefix) && isStorable(odd.suffix)).toBe(true)
})
