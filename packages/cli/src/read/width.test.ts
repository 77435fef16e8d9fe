import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { padTo, shorten, widthOf } from './width.js'

describe('width on a terminal', () => {
  it('counts a Chinese character twice', () => {
    expect(widthOf('无锡 a，')).toBe(8)
    expect(padTo('数量', 6)).toBe('数量  ')
  })

  it('never cuts a character in two, and never takes more room than there is', () => {
    const text = fc.string({ unit: 'grapheme' }).map((it) => `投资${it}𠮷`)
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (it, room) => {
        const short = shorten(it, room)
        expect(widthOf(short)).toBeLessThanOrEqual(room)
        expect(it.startsWith(short.replace(/…$/, ''))).toBe(true)
        expect(short.isWellFormed()).toBe(true)
      }),
    )
  })
})
