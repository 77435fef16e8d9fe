import type { DocumentFacts } from '@gangmu/core'
import { instructions } from './instructions.js'
import type { Passage } from './passages.js'

/** Version of the question: changes whenever a model may answer otherwise. */
export const promptVersion = 'prompt-1'

/** As the chat API takes it. */
export interface Message {
  readonly role: 'system' | 'user'
  readonly content: string
}

/**
 * The question about one passage. The text is not trusted: it goes as a JSON string in a message of its own, so that
 * no words in it end the quotation.
 */
export function promptFor(
  text: string,
  passage: Passage,
  facts: Pick<DocumentFacts, 'title' | 'date'>,
): readonly Message[] {
  const { title, date } = facts
  const shown = { title, date, under: passage.under, passage: text.slice(passage.start, passage.end) }
  return [
    { role: 'system', content: instructions },
    { role: 'user', content: JSON.stringify(shown) },
  ]
}
