import type { Reading, Restoration } from '@gangmu/core'
import type { ReadGiven } from './reader.js'

export interface ReadText {
  readonly restoration: Restoration
  readonly reading: Reading
}

/** Restores and reads in this thread. The tables of the rules are loaded with the first text. */
export async function readLanguage({
  text,
  name,
  lexicon,
  receivedOn,
  refused,
}: ReadGiven): Promise<ReadText> {
  const { read, restore } = await import('@gangmu/text')
  const restoration = restore(text, { refused: new Set(refused) })
  return { restoration, reading: read({ received: text, restoration, lexicon, name, receivedOn }) }
}
