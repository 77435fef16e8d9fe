import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passagesOf } from './passages.js'

const letters = fc.constantFrom(
  '一、',
  '清湾市',
  '。',
  '，',
  '\n',
  '\n\n',
  '年内建成',
  '3座',
  '泵站',
  '！',
  '𠮷',
  '“',
  '”',
  ' ',
)
const texts = fc.array(letters, { maxLength: 120 }).map((it) => it.join(''))
const limits = fc.record({ each: fc.integer({ min: 2, max: 60 }), all: fc.integer({ min: 0, max: 400 }) })

describe('passages', () => {
  test('hold every word that is shown once, in order, none longer than allowed', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        const { passages, unseen } = passagesOf(text, limit)
        let at = 0
        let rest = ''
        for (const { start, end } of passages) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end - start).toBeLessThanOrEqual(limit.each)
          rest += text.slice(at, start)
          at = end
        }
        rest += text.slice(at, text.length - unseen)
        expect(rest.trim()).toBe('')
        expect(passages.reduce((sum, it) => sum + it.end - it.start, 0)).toBeLessThanOrEqual(limit.all)
      }),
    )
  })

  test('begin with their section and know what they stand under', () => {
    const text = [
      '清湾市年度工作安排',
      '一、产业发展',
      '东麓区要新增高新技术企业二十家。彩塘镇要建成产业园一期。',
      '二、城市建设',
      '双桥镇年内建成两座泵站。白禾镇完成湖畔步道改造。西坪区改造老旧小区十个。',
    ].join('\n')
    const { passages } = passagesOf(text, { each: 44, all: 1000 })
    expect(passages.map((it) => [it.under, text.slice(it.start, it.end)])).toEqual([
      [[], '清湾市年度工作安排\n一、产业发展'],
      [['一、产业发展'], '东麓区要新增高新技术企业二十家。彩塘镇要建成产业园一期。'],
      [[], '二、城市建设\n双桥镇年内建成两座泵站。白禾镇完成湖畔步道改造。西坪区改造老旧小区十个。'],
    ])
    const short = passagesOf(text, { each: 20, all: 1000 }).passages
    expect(short.map((it) => [it.under, text.slice(it.start, it.end)]).slice(2, 4)).toEqual([
      [['一、产业发展'], '东麓区要新增高新技术企业二十家。'],
      [['一、产业发展'], '彩塘镇要建成产业园一期。'],
    ])
  })

  test('stop where a text is longer than a model is shown', () => {
    const text = '东麓区年内建成两座泵站。'.repeat(50)
    const { passages, unseen } = passagesOf(text, { each: 100, all: 300 })
    expect(passages.at(-1)?.end).toBe(300)
    expect(unseen).toBe(300)
  })
})
