import { expect, test } from 'vitest'
import { readDay } from './day.js'

test.each([
  ['2026-03-01', '2026-03-01'],
  [' 2026-3-1 ', '2026-03-01'],
  ['2026/12/31', '2026-12-31'],
  ['2024年2月29日', '2024-02-29'],
])('%s is the day %s', (text, day) => expect(readDay(text)).toBe(day))

test.each([
  '',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '26-01-01',
  '2026-03-01 noon',
  '2026-03',
  '03/01/2026',
])('%j is no day', (text) => expect(readDay(text)).toBeNull())
