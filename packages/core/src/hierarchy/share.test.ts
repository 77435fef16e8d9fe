import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allOfIt, apportion, compareShares, isSame, plus, shareOf, sumOf, times } from './share.js'

const counts = fc.array(fc.bigInt({ min: 0n, max: 50n }), { minLength: 1, maxLength: 9 })
const partition = counts
  .filter((it) => it.some((one) => one > 0n))
  .map((parts) => {
    const whole = parts.reduce((sum, it) => sum + it, 0n)
    return parts.map((it) => shareOf(it, whole))
  })

it('is kept in lowest terms', () => {
  expect(shareOf(6, 8)).toEqual({ part: 3n, whole: 4n })
  expect(shareOf(0, 5)).toEqual({ part: 0n, whole: 1n })
})

it.each([
  [-1, 2],
  [1, 0],
  [1, -3],
])('is never %i of %i', (part, whole) => {
  expect(() => shareOf(part, whole)).toThrow(RangeError)
})

it('sums without drift where floating numbers do not', () => {
  const tenths = Array.from({ length: 10 }, () => shareOf(1, 10))
  expect(tenths.reduce((sum) => sum + 0.1, 0)).not.toBe(1)
  expect(sumOf(tenths)).toEqual(allOfIt)
})

it('of a share of a share sums to the share again', () => {
  fc.assert(
    fc.property(partition, partition, (outer, inner) => {
      const all = outer.flatMap((one) => inner.map((other) => times(one, other)))
      expect(isSame(sumOf(all), allOfIt)).toBe(true)
    }),
  )
})

it('hands out every unit of a total, none twice, and to nobody a unit more than is due', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), partition, (total, shares) => {
      const parts = apportion(total, shares)
      expect(parts.reduce((sum, it) => sum + it, 0n)).toBe(total)
      for (const [index, it] of parts.entries()) {
        const share = shares[index] ?? allOfIt
        const off = it * share.whole - total * share.part
        expect(off < share.whole && -off < share.whole).toBe(true)
      }
    }),
  )
})

it('gives what is left to the largest remainders, of equal ones to the first', () => {
  expect(apportion(10n, [shareOf(1, 3), shareOf(1, 3), shareOf(1, 3)])).toEqual([4n, 3n, 3n])
  expect(apportion(7n, [shareOf(1, 10), shareOf(9, 20), shareOf(9, 20)])).toEqual([1n, 3n, 3n])
  expect(apportion(-10n, [shareOf(1, 3), shareOf(2, 3)])).toEqual([-3n, -7n])
})

it('refuses to hand out by shares that are not the whole', () => {
  expect(() => apportion(1n, [shareOf(1, 2)])).toThrow(RangeError)
  expect(() => apportion(1n, [allOfIt, shareOf(1, 2)])).toThrow(RangeError)
})

it('compares exactly', () => {
  expect(compareShares(shareOf(1, 3), shareOf(333333333, 1000000000))).toBe(1)
  expect(compareShares(plus(shareOf(1, 3), shareOf(1, 6)), shareOf(1, 2))).toBe(0)
})
