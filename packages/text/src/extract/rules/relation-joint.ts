// “由甲和乙共同出资设立的…园”“…基地由甲、乙共同开发”“甲联合乙共建…”: who funds or develops what together.
import { latestThing, thingAt } from '../things.js'
import { listed } from '../listed.js'
import type { Frame } from '../ground.js'
import { relation } from '../relation.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const DOES =
  '(?:共同|联合|合作|合资|携手|合力)(?<verb>出资设立|出资建设|出资|投资建设|投资|开发|建设|共建|兴建|打造|组织实施|实施|组建|运营)'
const BEFORE = pattern(
  new RegExp(
    `由(?<who>[^，。；由]{2,40}?)${DOES}的(?<what>[^，。；]{3,40}?)(?:承担|是|，|。|$|总投资|位于|将)`,
    'u',
  ),
)
const AFTER = pattern(new RegExp(`^(?<what>[^，。；由]{0,40}?)由(?<who>[^，。；]{2,40}?)${DOES}`, 'u'))
/** 该中心由…, 由…: what was named last. */
const UNNAMED = /^(?:(?:该|此|本|这一)?(?:项目|工程|中心|园区|产业园|基地|平台|研究院|实验室|综合体)|)$/u
/** 甲联合乙共建…; 依托甲，联合乙共建…. */
const ALLIED = pattern(
  /^(?<a>[^，。；]{2,24}?)?(?:联合|携手)(?<b>[^，。；]{2,30}?)(?:共同)?(?<verb>共建|合建|建设|打造|设立|组建|开发)(?<what>[^，。；]{3,40})$/u,
)
const LEANS = pattern(/^(?:\d{1,2}[.．、])?依托(?<a>[^，。；]{3,24})$/u)
/** 与甲共建的…. */
const WITH = pattern(
  /与(?<who>[^，。；与]{2,24}?)(?:共同|合作|联合|携手)?(?:共建|合建|合作建设|共同打造|联合建设)的?(?=[^，。；]{3})/u,
)

export const relationJoint: Rule = {
  name: 'relation-joint',
  find: (source) =>
    source.frames.flatMap((frame, at) => [
      ...inClause(source, frame),
      ...allied(frame, source.frames[at - 1]),
      ...both(frame, source.frames.slice(Math.max(0, at - Math.min(frame.index, 3)), at)),
    ]),
}

const SIGNED = pattern(
  /^(?:其中)?(?<a>[^，。；与]{2,24}?)(?:分别)?与(?<b>[^，。；《]{2,30}?)(?:正式|现场)?(?:签署|签订|签约)/u,
)
const TOGETHER = pattern(
  /^(?:双方)?(?:将|拟|计划)?(?:共同|联合|合作|携手)?(?<verb>共建|建设|打造|出资设立|投资建设|组建|开发)(?:总投资[^，]{2,12}的)?(?:年产[\d.]+[万亿]?[^\d\p{P}]{1,3}?(?=[\p{Script=Han}]{4}))?(?<what>[^，。；]{3,30})$/u,
)

/** 甲与乙签署协议，双方将…，共建…: what both will build. */
function both({ words, clause }: Frame, earlier: readonly Frame[]): Draft[] {
  const what = TOGETHER.exec(words)?.groups
  const signing = what ? earlier.findLast((it) => SIGNED.test(it.words)) : undefined
  const who = signing && SIGNED.exec(signing.words)?.groups
  const together = words.startsWith('双方') || earlier.some((it) => it.words.startsWith('双方'))
  if (!what || !signing || !who || !together) return []
  const type = what['verb']?.includes('出资') === true ? 'co-funds' : 'co-develops'
  const bodies = [...listed(who['a'] ?? ''), ...listed(who['b'] ?? '')]
  return bodies.map((body) => relation(type, body, what['what'] ?? '', signing.clause.start, clause.end))
}

function inClause(source: Source, { words, clause: { start, end } }: Frame): Draft[] {
  const groups = (BEFORE.exec(words) ?? AFTER.exec(words))?.groups
  if (groups) {
    const { who = '', what = '', verb = '' } = groups
    const named = UNNAMED.test(what) ? latestThing(source, start)?.name : what
    const type = verb.includes('出资') ? 'co-funds' : 'co-develops'
    return named === undefined ? [] : listed(who).map((body) => relation(type, body, named, start, end))
  }
  const together = WITH.exec(words)
  const built = together ? thingAt(source, start + together.index + together[0].length) : undefined
  return together && built
    ? listed(together.groups?.['who'] ?? '').map((body) =>
        relation('co-develops', body, built.name, start, end),
      )
    : []
}

function allied({ words, clause, sentence }: Frame, before: Frame | undefined): Draft[] {
  const { a, b = '', what = '' } = ALLIED.exec(words)?.groups ?? {}
  if (what === '' || what.endsWith('基金')) return []
  const leant = before?.sentence === sentence ? LEANS.exec(before.words)?.groups?.['a'] : undefined
  const lead = a ?? leant
  if (lead === undefined || /[的了]|^(?:要|将|积极|支持|鼓励)/u.test(lead)) return []
  return [lead, ...listed(b)].map((body) => relation('co-develops', body, what, clause.start, clause.end))
}
