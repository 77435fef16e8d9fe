import type { Refusal } from '@gangmu/core'
import { type ReadWords, refusalSentence } from '../words/read.js'

/** A line for each on stderr: `path: code: sentence`. True where there was nothing to say. */
export function complain(refusals: readonly Refusal[], words: ReadWords): boolean {
  for (const it of refusals) process.stderr.write(`${it.path}: ${it.code}: ${refusalSentence(it, words)}\n`)
  return refusals.length === 0
}
