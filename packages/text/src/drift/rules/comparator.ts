import type { BodyOf } from '@gangmu/core'
import { betterOf } from '../direction.js'
import { effectOf, type Rule } from './rule.js'
import { figureOf, value } from './value.js'

type Comparator = BodyOf<'quantity'>['comparator']

/** 突破 binds more than 以上 or the bare figure, which bind more than 左右. A limit is read from the other side. */
const strength: Readonly<Record<'higher' | 'lower', Readonly<Record<Comparator, number>>>> = {
  higher: { '>': 3, '>=': 2, '=': 2, '~': 1, '<=': 0, '<': 0 },
  lower: { '<': 3, '<=': 2, '=': 2, '~': 1, '>=': 0, '>': 0 },
}

/** Where the figure itself has changed, the figure decides. */
export const comparator: Rule = (older, newer) => {
  if (older.quantity === null || newer.quantity === null) return null
  if (figureOf(older) === null || figureOf(newer) === null) return null
  const [from, to] = [older.quantity.comparator, newer.quantity.comparator]
  if (from === to) return null
  const scale = strength[betterOf(older.quantity, older.anchor.quote)]
  const by = value(older, newer) === null ? scale[to] - scale[from] : 0
  return by === 0 && value(older, newer) === null
    ? null
    : { of: 'comparator', from, to, effect: effectOf(by) }
}
