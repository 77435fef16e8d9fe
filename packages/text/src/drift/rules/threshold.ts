import { effectOf, type Rule } from './rule.js'

/** 10亿元以上项目50个 is more than 亿元以上项目50个. */
export const threshold: Rule = (older, newer) => {
  if (older.quantity === null || newer.quantity === null) return null
  const [from, to] = [older.quantity.threshold, newer.quantity.threshold]
  if (from?.value === to?.value || (from !== null && to !== null && from.unit !== to.unit)) return null
  return {
    of: 'threshold',
    from: from?.value ?? null,
    to: to?.value ?? null,
    unit: (from ?? to)?.unit ?? '',
    effect: effectOf((to?.value ?? 0) - (from?.value ?? 0)),
  }
}
