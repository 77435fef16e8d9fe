import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from './as-of.js'

const day = fc.integer({ min: 1, max: 28 }).map((it) => `2024-03-${String(it).padStart(2, '0')}`)
const instant = day.map((it) => `${it}T08:00:00Z`)

test('of rows that replace each other day by day, exactly one holds on any day', () => {
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), day, (cuts, date) => {
      const ends = cuts.toSorted()
      const rows = [null, ...ends].map((validFrom, index) => ({
        validFrom,
        validTo: ends[index] ?? null,
        knownFrom: '2024-01-01T00:00:00Z',
        knownTo: null,
      }))
      expect(rows.filter((it) => holds(it, { date, known: null }))).toHaveLength(1)
    }),
  )
})

test('of rows that correct each other, the one known at the instant holds, and today the last', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(instant, { minLength: 2, maxLength: 6 }),
      day,
      instant,
      (cuts, date, known) => {
        const starts = cuts.toSorted()
        const rows = starts.map((knownFrom, index) => ({
          validFrom: null,
          validTo: null,
          knownFrom,
          knownTo: starts[index + 1] ?? null,
        }))
        const then = rows.filter((it) => holds(it, { date, known }))
        expect(then).toEqual(rows.filter((it) => it.knownFrom <= known).slice(-1))
        expect(rows.filter((it) => holds(it, { date, known: null }))).toEqual(rows.slice(-1))
      },
    ),
  )
})

test('a row begins on its first day and is over on its last', () => {
  const row = {
    validFrom: '2024-03-01',
    validTo: '2024-04-01',
    knownFrom: '2024-01-01T00:00:00Z',
    knownTo: null,
  }
  const on = (date: string): boolean => holds(row, { date, known: null })
  expect([on('2024-02-29'), on('2024-03-01'), on('2024-03-31'), on('2024-04-01')]).toEqual([
    false,
    true,
    true,
    false,
  ])
})
