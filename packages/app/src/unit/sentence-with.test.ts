import { expect, test } from 'vitest'
import { sentenceWith } from './sentence-with.js'

const text = '标题一行\n  全市各区都来了。两个 功能区\n覆盖三个镇，大家都清楚！后面还有一句。'

test('the sentence in which words stand, whatever blanks are between them', () => {
  const found = sentenceWith(text, '覆盖三个镇')
  expect(found).toMatchObject({ quote: '覆盖三个镇，大家都清楚！', start: text.indexOf('覆盖') })
  const over = sentenceWith(text, '两个功能区覆盖')
  expect(text.startsWith(over?.quote ?? '-', over?.start)).toBe(true)
  expect(sentenceWith(text, '全市各区')).toMatchObject({
    quote: '全市各区都来了。',
    start: text.indexOf('全市'),
  })
  expect(sentenceWith(text, '后面还有')?.quote).toBe('后面还有一句。')
})

test('words that stand nowhere have none', () => expect(sentenceWith(text, '四个镇')).toBeNull())

test('the words and the clause around them are parts of the sentence', () => {
  const long = '前面一句。各区一起推进，两个 功能区覆盖三个镇，大家都清楚！'
  const found = sentenceWith(long, '功能区覆盖三个')
  const part = (span?: { start: number; end: number }) => found?.quote.slice(span?.start, span?.end)
  expect(part(found?.words)).toBe('功能区覆盖三个')
  expect(part(found?.clause)).toBe('两个 功能区覆盖三个镇，')
  const whole = sentenceWith(long, '前面一')
  expect(whole?.clause).toEqual({ start: 0, end: whole?.quote.length })
})
