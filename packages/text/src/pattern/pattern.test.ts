import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsOf } from './needs.js'
import { pattern, removing } from './pattern.js'

describe('needsOf', () => {
  it.each([
    [/加快|推进/u, ['加快', '推进'], null, null],
    [/^(?:由|从)[^，]*建设$/u, ['建设'], ['由', '从'], ['设']],
    [/(?:新|扩)?建(?=设)/u, ['新建', '扩建', '建', '建设'], null, null],
    [/^(?:还|也)*要/u, ['要'], ['还', '也', '要'], null],
    [/第[一二]{2,}批?$/u, ['一', '二', '第'], null, ['一', '二', '批']],
  ])('%s', (it, held, first, last) => {
    const needs = needsOf(it)
    for (const one of needs.held ?? []) expect(held).toContain(one)
    expect(needs.first && [...needs.first].toSorted()).toEqual(first?.toSorted() ?? null)
    expect(needs.last && [...needs.last].toSorted()).toEqual(last?.toSorted() ?? null)
  })

  it.each([/[^，]+/u, /(?:加快)?/u, /加快|.*/u, /\p{Script=Han}/u, /加快/iu])('knows nothing of %s', (it) => {
    expect(needsOf(it)).toEqual({ held: null, first: null, last: null })
  })
})

// Small enough an alphabet to match often.
const words = fc.array(fc.constantFrom(...'加快推进建设由从一二第批年前2，“”）'), { maxLength: 8 })
const made = fc.letrec<{ part: string; all: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('加快', '推', '建设', '[一二]', '\\d', '[^，]', '.', '第', '”', '\\p{Script=Han}'),
    fc
      .tuple(fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<=', '(?<!'), tie('all'))
      .map(([head, it]) => `${head}${it})`),
    fc
      .tuple(tie('all'), fc.constantFrom('*', '+', '?', '{0,2}', '{2}', '{1,}?'))
      .map(([it, times]) => `(?:${it})${times}`),
  ),
  all: fc
    .array(
      fc.array(tie('part'), { maxLength: 3 }).map((it) => it.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((it) => it.join('|')),
}))

describe('a pattern', () => {
  it('finds what the expression finds, whatever it is', () => {
    fc.assert(
      fc.property(
        made.all,
        fc.constantFrom('', '^'),
        fc.constantFrom('', '$'),
        fc.array(
          words.map((it) => it.join('')),
          { minLength: 4 },
        ),
        (source, open, close, texts) => {
          const plain = new RegExp(`${open}(?:${source})${close}`, 'u')
          const every = new RegExp(plain.source, 'gu')
          const [once, all, without] = [pattern(plain), pattern(every), removing(every)]
          for (const text of texts) {
            expect(once.test(text)).toBe(plain.test(text))
            expect(once.exec(text)).toEqual(plain.exec(text))
            expect([...text.matchAll(all)]).toEqual([...text.matchAll(every)])
            expect(text.replace(all, '-')).toBe(text.replace(every, '-'))
            expect(without(text)).toBe(text.replace(every, ''))
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
