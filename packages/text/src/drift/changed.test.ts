import { emptyLexicon } from '@gangmu/core'
import { expect, it } from 'vitest'
import { readText } from '../extract/read.js'
import { drift } from './drift.js'

const sideOf = (text: string) => ({
  text,
  reading: { rules: '', ...readText(text, `2026-01-10\n${text}`, emptyLexicon) },
})

it.each([
  ['a figure', '今年，澜汀区要新建充电桩800个。', '今年，澜汀区要建成充电桩1000个。', ['800个'], ['1000个']],
  [
    'a date',
    '会议强调，6月底前要开通澜汀至鹤泾的公交专线。',
    '会议强调，9月底前要开通澜汀至鹤泾的公交专线。',
    ['6月底前'],
    ['9月底前'],
  ],
  [
    'a word of intent, not the figure beside it',
    '会议强调，今年澜汀区技术合同成交额确保达到120亿元。',
    '会议强调，今年澜汀区技术合同成交额力争达到120亿元。',
    ['确保'],
    ['力争'],
  ],
  [
    'the reach of a figure',
    '会议强调，今年澜汀区低空经济规模突破400亿元。',
    '会议强调，今年澜汀区低空经济规模达到400亿元左右。',
    ['突破'],
    ['左右'],
  ],
  [
    'what the newer text says of a change itself',
    '会议强调，澜汀精密制造产业园三期8月开工。',
    '受地质条件影响，澜汀精密制造产业园三期开工时间调整到9月。',
    ['8月'],
    ['澜汀精密制造产业园三期开工时间调整到9月'],
  ],
  [
    'nothing where nothing changed',
    '今年，澜汀区要新建充电桩800个。',
    '今年，澜汀区要新建充电桩800个。',
    [],
    [],
  ],
])('marks %s', (_, before, after, olds, news) => {
  const [found] = drift(sideOf(before), sideOf(after))
  const marked = (text: string, spans: readonly (readonly [number, number])[] = []) =>
    spans.map(([start, end]) => text.slice(start, end))
  expect(marked(before, found?.older?.changed)).toEqual(olds)
  expect(marked(after, found?.newer?.changed)).toEqual(news)
})
