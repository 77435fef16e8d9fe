import type { Facts, Words } from './words.js'

/** What a refusal says, with the mend; a code without a sentence still names itself. */
export function sentenceFor(
  words: Words,
  refusal: { readonly code: string; readonly path: string; readonly facts: Facts },
): string {
  return (
    words.refusals[refusal.code]?.({ path: refusal.path, ...refusal.facts }) ??
    words.unknownRefusal(refusal.code)
  )
}
