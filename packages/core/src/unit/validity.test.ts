import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Validity, common, isEmpty, within } from './validity.js'

const days = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'] as const
const end = fc.option(fc.constantFrom(...days), { nil: null })
const validity: fc.Arbitrary<Validity> = fc.record({ validFrom: end, validTo: end })
const covers = (it: Validity, day: string): boolean =>
  (it.validFrom === null || it.validFrom <= day) && (it.validTo === null || day < it.validTo)
/** A day before all ends, the ends themselves, and one after: every case there is. */
const probes = ['2023-01-01', ...days, '2025-01-01']

test('common holds the days that both hold', () => {
  fc.assert(
    fc.property(validity, validity, (a, b) => {
      const both = common(a, b)
      for (const day of probes) {
        expect(both !== null && covers(both, day)).toBe(covers(a, day) && covers(b, day))
      }
    }),
  )
})

test('within says that no day of the inner lies outside', () => {
  fc.assert(
    fc.property(validity, validity, (inner, outer) => {
      fc.pre(!isEmpty(inner) && !isEmpty(outer))
      expect(within(inner, outer)).toBe(probes.every((day) => !covers(inner, day) || covers(outer, day)))
    }),
  )
})
