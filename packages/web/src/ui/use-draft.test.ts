import { expect, it } from 'vitest'
import { draftKey, forgetDrafts } from './use-draft.js'

function storage(keys: readonly string[]): Storage {
  const kept = new Map(keys.map((key) => [key, '{}']))
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

it('keeps the drafts of two people apart', () => {
  expect(draftKey('ann', 'duty.report')).not.toBe(draftKey('bo', 'duty.report'))
})

it('forgets every draft and nothing else', () => {
  const kept = storage([
    'gangmu.draft.duty.report',
    draftKey('ann', 'a.report'),
    'gangmu.look',
    draftKey('bo', 'b'),
  ])
  forgetDrafts(kept)
  expect(Array.from({ length: kept.length }, (_, index) => kept.key(index))).toEqual(['gangmu.look'])
})
