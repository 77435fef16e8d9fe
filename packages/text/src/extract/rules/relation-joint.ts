// “由甲和乙共同出资设立的…园”“…基地由甲、乙共同开发”: who funds or develops what together.
import { listed } from '../listed.js'
import type { Frame } from '../ground.js'
import { relation } from '../relation.js'
import type { Draft, Rule } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const DOES =
  '(?:共同|联合|合作|携手|合力)(?<verb>出资设立|出资建设|出资|投资建设|投资|开发|建设|打造|组织实施|实施|组建|运营)'
const BEFORE = pattern(
  new RegExp(
    `由(?<who>[^，。；由]{2,40}?)${DOES}的(?<what>[^，。；]{3,40}?)(?:承担|是|，|。|$|总投资|位于|将)`,
    'u',
  ),
)
const AFTER = pattern(new RegExp(`^(?<what>[^，。；由]{3,40}?)由(?<who>[^，。；]{2,40}?)${DOES}`, 'u'))

export const relationJoint: Rule = {
  name: 'relation-joint',
  find: ({ frames }) =>
    frames.flatMap((frame, at) => [...inClause(frame.words, frame.clause), ...both(frame, frames[at - 1])]),
}

const SIGNED = pattern(
  /^(?:其中)?(?<a>[^，。；与]{2,24}?)(?:分别)?与(?<b>[^，。；《]{2,30}?)(?:正式|现场)?(?:签署|签订|签约)/u,
)
const TOGETHER = pattern(
  /^双方(?:将|拟|计划)?(?:共同|联合|合作|携手)?(?<verb>共建|建设|打造|出资设立|投资建设|组建|开发)(?:总投资[^，]{2,12}的)?(?:年产[\d.]+[万亿]?[^\d\p{P}]{1,3}?(?=[\p{Script=Han}]{4}))?(?<what>[^，。；]{3,30})$/u,
)

/** 甲与乙签署协议，双方将共建…: what both will build. */
function both({ words, clause, sentence }: Frame, before: Frame | undefined): Draft[] {
  const what = TOGETHER.exec(words)?.groups
  const who = before?.sentence === sentence ? SIGNED.exec(before.words)?.groups : undefined
  if (!before || !what || !who) return []
  const type = what['verb']?.includes('出资') === true ? 'co-funds' : 'co-develops'
  const bodies = [...listed(who['a'] ?? ''), ...listed(who['b'] ?? '')]
  return bodies.map((body) => relation(type, body, what['what'] ?? '', before.clause.start, clause.end))
}

function inClause(words: string, { start, end }: { readonly start: number; readonly end: number }): Draft[] {
  const groups = (BEFORE.exec(words) ?? AFTER.exec(words))?.groups
  if (!groups) return []
  const { who = '', what = '', verb = '' } = groups
  const type = verb.includes('出资') ? 'co-funds' : 'co-develops'
  return listed(who).map((body) => relation(type, body, what, start, end))
}
