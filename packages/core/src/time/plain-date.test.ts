import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, lastDayOf, spanOf } from './plain-date.js'

describe('spanOf', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-06-30', '2026-06-30', '2026-06-30'],
  ])('%s', (loose, start, end) => expect(spanOf(loose)).toEqual({ start, end }))

  it.each(['', '26', '2026-13', '2026-00', '2026-02-30', '2026-06-00', '2026-Q5', 'P12M', '明年'])(
    'refuses %j',
    (loose) => expect(spanOf(loose)).toBeNull(),
  )
})

it('adds and counts days alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
      expect(daysBetween('2026-02-28', addDays('2026-02-28', days))).toBe(days)
    }),
  )
  expect(lastDayOf(2100, 2)).toBe('2100-02-28')
})
