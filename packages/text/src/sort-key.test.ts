import { expect, test } from 'vitest'
import { sortKey } from './sort-key.js'

test('names sort by sound, not by code', () => {
  const names = ['张家', '安镇', '李湾', '北塘']
  const byKey = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  expect(byKey).toEqual(['安镇', '北塘', '李湾', '张家'])
})

test('names of one sound stay apart', () => expect(sortKey('玉祁')).not.toBe(sortKey('玉奇')))
