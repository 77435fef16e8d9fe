import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryTokens, tokens } from './tokens.js'

const words = fc.array(fc.constantFrom('云', '泽', '新', '区', '产', '业', '链', '5', 'G', ' ', '，', 'a'), {
  minLength: 2,
  maxLength: 40,
})

describe('tokens', () => {
  test('any part of Chinese text is found', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 6 }), (characters, from, length) => {
        const start = from % characters.length
        const part = characters.slice(start, start + length).filter((it) => /\p{Script=Han}/u.test(it))
        const text = characters.join('')
        fc.pre(part.length > 0 && text.includes(part.join('')))
        const found = new Set(tokens(text))
        expect(queryTokens(part.join('')).every((it) => found.has(it))).toBe(true)
      }),
    )
  })

  test('what is not in the text is not found', () => {
    const found = new Set(tokens('建成科创园区'))
    expect(queryTokens('园科').every((it) => found.has(it))).toBe(false)
    expect(queryTokens('创园').every((it) => found.has(it))).toBe(true)
  })

  test('words are found whole and in any case', () => {
    expect(queryTokens('5G 网络')).toEqual(['5g', '网络'])
    expect(tokens('5g网络')).toEqual(['5g', '网', '络', '网络'])
  })

  test('signs find nothing', () => expect(queryTokens(' %_，')).toEqual([]))
})
