import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { restore } from './index.js'

const folder = new URL('../../vectors/restore/', import.meta.url)

interface Vector {
  readonly name: string
  readonly received: string
  readonly restored: string
}

function vectorsOf(text: string): readonly Vector[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = '', rest = ''] = split(block, '\n')
      const [received = '', answer = ''] = split(rest, '\n---')
      return { name: head, received, restored: answer.startsWith(' same') ? received : answer.trim() }
    })
}

function split(text: string, at: string): readonly [string, string] {
  const index = text.indexOf(at)
  return [text.slice(0, index), text.slice(index + at.length)]
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    for (const vector of vectorsOf(readFileSync(new URL(file, folder), 'utf8'))) {
      it(vector.name, () => {
        const { text } = restore(vector.received)
        expect(text).toBe(vector.restored)
        expect(restore(text).text).toBe(text)
      })
    }
  })
}
