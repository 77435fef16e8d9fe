import type { ReactNode } from 'react'
import { sentenceFor } from '../words/refusal-words.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'
import { Refused } from './ask.js'

/** What an error says to a person. */
export function sentencesOf(words: Words, error: unknown): readonly string[] {
  if (!(error instanceof Refused)) return [words.states.brokenWhy]
  if (error.status === 0) return [words.states.unreachable]
  if (error.refusals.length === 0) return [words.unknownRefusal(String(error.status))]
  return [...new Set(error.refusals.map((it) => sentenceFor(words, it)))]
}

export function RefusalList({ error }: { readonly error: unknown }): ReactNode {
  const words = useWords()
  if (error === null || error === undefined) return null
  return (
    <ul className="refusals" role="alert">
      {sentencesOf(words, error).map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  )
}
