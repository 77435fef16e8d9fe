import { expect, it } from 'vitest'
import { csvOf } from './csv.js'

it('quotes what a comma, a quotation mark or a line would break', () => {
  expect(csvOf([['a', 'b,c', 'say "d"', 'e\nf'], ['']])).toBe('\uFEFFa,"b,c","say ""d""","e\nf"\r\n\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
  'leaves no formula to a spreadsheet: %j',
  (it) => {
    expect(csvOf([[it]])).toMatch(/^\uFEFF"?'/)
  },
)
