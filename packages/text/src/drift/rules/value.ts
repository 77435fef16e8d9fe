import { betterOf } from '../direction.js'
import { measureOf } from '../measure.js'
import type { Pledge } from '../pledge.js'
import { effectOf, type Rule } from './rule.js'

const ALIKE = 1e-9

/** A figure that went down, up or away. Less is more where the indicator shall fall. */
export const value: Rule = (older, newer) => {
  const [from, to] = [figureOf(older), figureOf(newer)]
  const stated = from === null ? newer : older
  if (stated.quantity === null || (from === null && to === null)) return null
  const [, base] = measureOf(stated.quantity.unit)
  const better = betterOf(stated.quantity, stated.anchor.quote)
  const shown = {
    of: 'value',
    from: from === null ? null : from / base,
    to: to === null ? null : to / base,
    unit: stated.quantity.unit,
    better,
  } as const
  if (from === null || to === null) return { ...shown, effect: to === null ? 'weaker' : 'stronger' }
  const change = Math.abs(to - from) <= ALIKE * Math.max(Math.abs(from), Math.abs(to)) ? 0 : to - from
  return change === 0 ? null : { ...shown, effect: effectOf(better === 'higher' ? change : -change) }
}

/** The figure in its dimension's measure; a mere direction (逐年下降) is none. */
export function figureOf({ quantity }: Pledge): number | null {
  if (quantity === null || quantity.value === null || quantity.form === 'directional') return null
  return quantity.value * measureOf(quantity.unit)[1]
}
