import { expect, it } from 'vitest'
import { createUploadGate } from './upload-gate.js'

it('counts files in a minute by person, and says when the minute is over', () => {
  let now = 0
  const gate = createUploadGate({ perMinute: 2, atOnce: 9 }, () => now)
  const entered = (person: string) => gate.enter(person).ok
  expect([entered('a'), entered('a'), entered('b')]).toEqual([true, true, true])
  now = 20_000
  expect(gate.enter('a')).toEqual({ ok: false, seconds: 40 })
  expect(entered('b')).toBe(true)
  now = 60_000
  expect(entered('a')).toBe(true)
})

it('lets so many of a person in at the same moment, and the next when one has left', () => {
  const gate = createUploadGate({ perMinute: 100, atOnce: 2 }, () => 0)
  const first = gate.enter('a')
  gate.enter('a')
  expect(gate.enter('a')).toEqual({ ok: false, seconds: 1 })
  expect(gate.enter('b').ok).toBe(true)
  if (first.ok) first.leave()
  expect(gate.enter('a').ok).toBe(true)
  expect(gate.enter('a').ok).toBe(false)
})
