import type { Target } from '@gangmu/core'
import type { Words } from '../words/words.js'

/** How much, without saying of what. */
export function amountText(words: Words, target: Target): string {
  return `${words.comparators[target.comparator]}${words.amount(target.value, target.unit)}`
}

export function targetText(words: Words, target: Target): string {
  return `${target.indicator} ${amountText(words, target)}`
}
