import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentFolder, receivedDocuments } from './receive.js'

test.each([...receivedDocuments()])('%s is what the damage model makes of its truth', (file, text) => {
  expect(readFileSync(new URL(file, documentFolder), 'utf8')).toBe(text)
})

test('four of the documents are damaged', () => {
  const damaged = [...receivedDocuments()].filter(
    ([file, text]) => readFileSync(new URL(`truth/${file}`, documentFolder), 'utf8') !== text,
  )
  expect(damaged).toHaveLength(4)
})
