import { expect, it } from 'vitest'
import { numberOf } from './act-draft.js'

it('reads numbers as people type them', () => {
  const typed = ['', '12', '1,200', '4.6万', '2200亿', '-3.5', '万', 'abc', '1e3']
  expect(typed.map(numberOf)).toEqual([
    null,
    12,
    1200,
    46_000,
    220_000_000_000,
    -3.5,
    undefined,
    undefined,
    1000,
  ])
})
