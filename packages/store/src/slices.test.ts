import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slices } from './slices.js'

it('keeps every row once and in order, and no slice too large', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3500 }), (many) => {
      const rows = Array.from({ length: many }, (_, index) => index)
      const cut = slices(rows)
      expect(cut.flat()).toEqual(rows)
      // The widest table written in slices has 20-odd columns.
      expect(cut.every((it) => it.length > 0 && it.length * 30 < 65_535)).toBe(true)
    }),
    { numRuns: 30 },
  )
})
