import { expect, test } from 'vitest'
import { packTheme } from './pack.js'
import { themeFor } from './theme-for.js'

const themes = [
  { id: 'green', name: '绿色', words: ['生态', '绿色'] },
  { id: 'green-water', parent: 'green', name: '水', words: ['水质', '断面', '生态'] },
  { id: 'people', name: '民生', words: ['医院'] },
  { id: 'people-school', parent: 'people', name: '教育', words: ['学校', '学位'] },
  { id: 'industry', name: '产业', words: ['产业', '未来产业'] },
].map((it) => packTheme.parse(it))

test.each([
  ['新建学校两所、增加学位三千个', 'people-school'],
  ['修复湖滨生态', 'green-water'],
  ['推行绿色出行', 'green'],
  ['培育未来产业，兼顾水质', 'industry'],
  ['召开座谈会', null],
  ['', null],
])('%s → %s', (text, theme) => {
  expect(themeFor(themes, text)).toBe(theme)
})

test('the earlier theme wins a tie', () => {
  const two = ['a', 'b'].map((id) => packTheme.parse({ id, name: id, words: ['道路'] }))
  expect(themeFor(two, '修建道路')).toBe('a')
  expect(themeFor(two.toReversed(), '修建道路')).toBe('b')
})
