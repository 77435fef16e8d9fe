import { expect, test } from 'vitest'
import { titleFrom } from './title.js'

test('a document without a title is called by its first words', () => {
  expect(titleFrom('\n  ……\n全区要抓好两件事，一件在春季。另一件在秋季。\n')).toBe(
    '全区要抓好两件事，一件在春季',
  )
  const long = '永'.repeat(41)
  expect(titleFrom(`${long}。`)).toBe(`${'永'.repeat(40)}…`)
  expect(titleFrom(`${long.slice(1)}。`)).toBe('永'.repeat(40))
  expect(titleFrom('𠮷'.repeat(41))).toBe(`${'𠮷'.repeat(40)}…`)
  expect(titleFrom(' \n。。\n')).toBeNull()
  expect(titleFrom('。先有句号')).toBeNull()
})
