import type { Target } from '@gangmu/core'
import type { Words } from '../words/words.js'

const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

/** A number with thousands separated; the same in both languages. */
export function figure(value: number): string {
  return format.format(value)
}

/** How much, without saying of what. */
export function amountText(words: Words, target: Target): string {
  return `${words.comparators[target.comparator]}${figure(target.value)}${target.unit}`
}

export function targetText(words: Words, target: Target): string {
  return `${target.indicator} ${amountText(words, target)}`
}
