// “由甲和乙共同出资设立的…园”“…基地由甲、乙共同开发”: who funds or develops what together.
import { listed } from '../listed.js'
import { relation } from '../relation.js'
import type { Draft, Rule } from '../rule.js'

const DOES =
  '(?:共同|联合|合作|携手|合力)(?<verb>出资设立|出资建设|出资|投资建设|投资|开发|建设|打造|组织实施|实施|组建|运营)'
const BEFORE = new RegExp(
  `由(?<who>[^，。；由]{2,40}?)${DOES}的(?<what>[^，。；]{3,40}?)(?:承担|是|，|。|$|总投资|位于|将)`,
  'u',
)
const AFTER = new RegExp(`^(?<what>[^，。；由]{3,40}?)由(?<who>[^，。；]{2,40}?)${DOES}`, 'u')

export const relationJoint: Rule = {
  name: 'relation-joint',
  find: ({ frames }) => frames.flatMap((frame) => inClause(frame.words, frame.clause)),
}

function inClause(words: string, { start, end }: { readonly start: number; readonly end: number }): Draft[] {
  const groups = (BEFORE.exec(words) ?? AFTER.exec(words))?.groups
  if (!groups) return []
  const { who = '', what = '', verb = '' } = groups
  const type = verb.includes('出资') ? 'co-funds' : 'co-develops'
  return listed(who).map((body) => relation(type, body, what, start, end))
}
