import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonErrorAt, placeOf } from './json-place.js'

test('is null exactly where the engine can parse', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', '"', 'x', '\n', '\\', '0'),
      (json, at, cut) => {
        const place = at % (json.length + 1)
        const text = json.slice(0, place) + cut + json.slice(place + 1)
        expect(jsonErrorAt(text) === null).toBe(parses(text))
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['', 0],
  ['[1, 2', 5],
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ['[1] 2', 4],
  ['{a: 1}', 1],
  ['["open]', 1],
])('%j stops at %i', (text, at) => {
  expect(jsonErrorAt(text)).toBe(at)
})

test('lines and columns count from 1', () => {
  expect(placeOf('ab\ncd', 0)).toEqual({ line: 1, column: 1 })
  expect(placeOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
