import { firmness } from '../hedge.js'
import { effectOf, type Rule } from './rule.js'

/** 确保 became 力争, or the other way round. */
export const hedge: Rule = ({ hedge: from }, { hedge: to }) => {
  const by = firmness(to) - firmness(from)
  return by === 0 ? null : { of: 'hedge', from, to, effect: effectOf(by) }
}
