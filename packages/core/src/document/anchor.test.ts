import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorAt, checkAnchor } from './anchor.js'

it('holds where it was made and nowhere else', () => {
  const text = '全年新增企业一百家，全年新增企业两百家。'
  const it_ = anchorAt(text, 10, 19)
  expect(it_.quote).toBe('全年新增企业两百家')
  expect(checkAnchor(text, it_, 'finding/1')).toBeNull()
  expect(checkAnchor(text, { ...it_, start: 9, end: 18 }, 'finding/1')?.code).toBe('anchor.not-in-text')
  expect(checkAnchor(text, { ...it_, end: it_.start }, 'finding/1')).not.toBeNull()
})

it('holds for any piece of any text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length
      const end = start + 1 + (b % (text.length - start))
      expect(checkAnchor(text, anchorAt(text, start, end), 'x')).toBeNull()
    }),
  )
})
