import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { restore } from '@gangmu/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { damage, styles } from './damage.js'

const clean = new URL('../../packages/text/vectors/restore/clean/', import.meta.url)
const texts = readdirSync(clean).map((name) => readFileSync(new URL(name, clean), 'utf8').trimEnd())
const shared = new URL('../../../shared/', import.meta.url)

describe('the forward model', () => {
  it('finds a mark across a boundary, and the byte left over becomes a question mark', () => {
    const damaged = damage('要走新路。“新区有活力！”', { style: 'pinyin', table: [['區', 'qū']] })
    expect(damaged).toBe('要走新路?！靶聟^(qū)有活力!”'.replace('！', '!'))
  })

  it('matches a reading across a boundary, and the bracket is swallowed', () => {
    expect(damage('上半年营收', { style: 'pinyin', table: [['隊', 'duì']] })).toBe('上半年?duì)I收')
  })

  it('is the same for the same seed', () => {
    const [text = ''] = texts
    const twice = [0, 1].map(() => damage(text, { style: 'pinyin', seed: 7 }))
    expect(twice[0]).toBe(twice[1])
    expect(damage(text, { style: 'pinyin', seed: 8 })).not.toBe(twice[0])
  })

  it('puts an advertising word in the place of another', () => {
    const damaged = damage('开展联合招商。', { style: 'simplified-portal', promo: { 联合: '吉印通' } })
    expect(damaged).toContain('开展吉印通招商')
  })
})

describe('restoration undoes it', () => {
  for (const style of styles) {
    it(`word for word: ${style}`, () => {
      for (const text of texts)
        for (const seed of [1, 2, 3]) expect(restore(damage(text, { style, seed })).text).toBe(text)
    })
  }

  it('for paragraphs put together at will, within two characters in a thousand', () => {
    const sentences = texts.flatMap((text) => text.match(/[^。\n]{8,}。”?/g) ?? [])
    let characters = 0
    let wrong = 0
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences), { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 10_000 }),
        (parts, seed) => {
          // A quote that only closes would make the paragraph itself a broken one.
          const text = parts.map((part) => part.replace(/[“”]/g, '')).join('')
          const { text: restored } = restore(damage(text, { style: 'pinyin', seed }))
          characters += text.length
          wrong += distance(text, restored)
        },
      ),
      { numRuns: 60, seed: 20260318 },
    )
    expect(wrong / characters).toBeLessThanOrEqual(0.002)
  })
})

describe('a sign that a lost byte swallowed', () => {
  // Either line loses the ASCII sign that follows: a mark straddles the two characters before it.
  const lines = [
    (it: string) => `全市产业规模跨越${it}，园区进一步发展。`,
    (it: string) => `园区里机器轰鸣。基地一期于今年${it}，园区还将扩建二期厂房。`,
  ]
  const digits = fc.integer({ min: 1, max: 9 }).map(String)
  const amounts = fc.oneof(
    fc.tuple(digits, fc.constantFrom('00%增长', '0%增长', '000万元', '0日投产', '0月龄标准', '0个月')),
    fc.tuple(
      fc.constantFrom('', ' ', '(', '1', '2', '3', '5', '7'),
      fc.constantFrom('10千伏线路', '20千伏线路', '30kV线路', '35千伏线路', '50千伏线路', '500千伏线路'),
    ),
    fc.tuple(
      fc.constantFrom('', '(', ' '),
      fc.integer({ min: 900, max: 2099 }).map((year) => `${year}年建成`),
    ),
    fc.tuple(
      fc.constantFrom('', '(', ' '),
      fc.integer({ min: 1, max: 12 }).map((month) => `${month}月`),
      fc.constantFrom('投产', '底前', '份', '8日'),
    ),
  )

  it('comes back as it was or as a blank, and never as another', () => {
    let blanks = 0
    fc.assert(
      fc.property(fc.constantFrom(...lines), amounts, (line, parts) => {
        const [amount, blank] = [parts.join(''), `□${parts.join('').slice(1)}`]
        const { text } = restore(damage(line(amount), { style: 'pinyin', table: [['區', 'qū']] }))
        expect([line(amount), line(blank)]).toContain(text)
        if (text === line(blank)) blanks++
      }),
      { numRuns: 300, seed: 20260318 },
    )
    expect(blanks).toBeGreaterThan(100)
  })
})

/** Characters between the first and the last difference; an upper bound of the edit distance. */
function distance(a: string, b: string): number {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end
}

describe.runIf(existsSync(shared))('the real documents, where they are beside the project', () => {
  // Characters that the pages match across a boundary; they are replaced before those they break.
  const straddling = [
    ['數', 'shù'],
    ['隊', 'duì'],
    ['購', 'gòu'],
    ['節', 'jié'],
    ['發', 'fā'],
    ['區', 'qū'],
    ['魚', 'yú'],
  ] as const
  // Lines of which the model is known to differ: [file, why].
  const known: Readonly<Record<string, number>> = { '000': 0, '002': 0, '003': 0, '004': 1 }

  // A suite's body is read even where the suite is not run.
  const names = existsSync(shared) ? readdirSync(new URL('documents/', shared)) : []
  for (const name of names.filter((it) => !it.startsWith('001'))) {
    it(`are reproduced line by line: ${name}`, () => {
      const source = readFileSync(new URL(`documents/${name}`, shared), 'utf8')
      const table = new Map<string, string>()
      for (const [, char = '', reading = ''] of source.matchAll(
        /([\u4e00-\u9fff])\(([a-zà-üāēěīńňōūǎǐǒǔǖǘǚǜ]+ ?)\)/g,
      ))
        table.set(char, reading)
      const first = straddling.filter(([char]) => table.has(char) || /^00[34]/.test(name))
      const rest = [...table].filter(([char]) => !first.some(([it]) => it === char))
      const ordered = [
        ...first.map(([char, reading]) => [char, table.get(char) ?? reading] as const),
        ...rest,
      ]
      const lines = new Set(source.split('\n'))
      const { text, repairs } = restore(source)
      const promo = repairs.filter((it) => it.kind === 'promo')
      const different = text.split('\n').filter((line) => {
        let advertised = line
        for (const it of promo)
          advertised = advertised
            .replace(`${it.mended}创新`, `${it.damaged}创新`)
            .replace(`${it.mended}体`, `${it.damaged}体`)
        const entity = advertised.replace('加速从“', '加速从&ldquo;')
        const options = { style: 'pinyin', table: ordered } as const
        return ![line, advertised, entity].some(
          (it) => lines.has(damage(it, options)) || lines.has(damage(it, { ...options, marks: false })),
        )
      })
      expect(different.length).toBe(known[name.slice(0, 3)])
    })
  }
})
