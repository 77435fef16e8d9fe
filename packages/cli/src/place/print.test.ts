import { expect, it } from 'vitest'
import { refusal } from '@gangmu/core'
import { sentenceOf } from '../words/place.js'
import { tableOf } from './print.js'

it('a table stands in columns though Chinese characters are twice as wide', () => {
  expect(
    tableOf([
      ['a', '姓名', 'x'],
      ['long', 'b', 'y'],
    ]),
  ).toEqual(['a     姓名  x', 'long  b     y'])
})

it('a refusal says where, what and what next, in both languages', () => {
  const taken = refusal('server.port-in-use', '--port', { host: '127.0.0.1', port: 4180, other: 4181 })
  expect(sentenceOf(taken, 'en')).toBe(
    '--port  Port 4180 is in use. Choose another: --port 4181  [server.port-in-use]',
  )
  expect(sentenceOf(taken, 'zh')).toContain('端口 4180 已被占用')
  // Without a sentence of its own, its facts.
  expect(sentenceOf(refusal('some.new', 'here', { a: 1 }), 'en')).toBe('here  a 1  [some.new]')
})
