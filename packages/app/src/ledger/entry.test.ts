import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from './decimal.js'
import { canonical, entryOf } from './entry.js'

describe('decimal', () => {
  test('reads back as the same number, and has no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (it) => {
        const text = decimal(it)
        expect(Number(text)).toBe(it === 0 ? 0 : it)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
      }),
    )
  })

  test.each([
    [0.1, '0.1'],
    [-0, '0'],
    [3e10, '30000000000'],
    [1.5e21, '1500000000000000000000'],
    [1e-7, '0.0000001'],
    [-2.5e-7, '-0.00000025'],
  ])('%d', (it, text) => expect(decimal(it)).toBe(text))

  test('has none for what is no number', () => expect(() => decimal(Number.NaN)).toThrow('finite'))
})

describe('canonical', () => {
  test('sorts names, writes numbers as strings and characters composed', () => {
    expect(canonical({ b: 1.5, a: ['e\u0301', null, true], c: undefined })).toBe(
      '{"a":["é",null,true],"b":"1.5"}',
    )
  })

  test('does not depend on the order things were said in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (it) => {
        const reversed = Object.fromEntries(Object.entries(it).toReversed())
        expect(canonical(reversed)).toBe(canonical(it))
      }),
    )
  })
})

test('an entry commits to its nonce and content', () => {
  const nonce = new Uint8Array(32).fill(7)
  const given = {
    kind: 'k',
    subject: 's',
    at: '2026-01-01T00:00:00Z',
    actor: 'a',
    behalf: null,
    body: { n: 2 },
  }
  const entry = entryOf({ nonce: () => nonce }, given)
  const bytes = Buffer.concat([Buffer.from([2]), nonce, Buffer.from(entry.content)])
  expect(Buffer.from(entry.commit).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(JSON.parse(entry.content)).toEqual({ ...given, body: { n: '2' } })
})
