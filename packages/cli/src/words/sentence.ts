import type { Refusal } from '@gangmu/core'

/** What a refusal means and what to do about it, in both languages. */
type Sentence = (facts: Refusal['facts']) => string
type SentencePair = readonly [zh: Sentence, en: Sentence]
export type Sentences = Readonly<Record<string, SentencePair>>
