// “一期2026年6月开工、2027年底竣工投产”“设立…实验室”“编制…行动计划”“…揭牌”: a change of state, dated or definite.
import { type BodyOf, spanOf } from '@gangmu/core'
import {
  approvals,
  finishes,
  flows,
  moneyFlows,
  foundings,
  holdings,
  needsDate,
  openings,
  settlings,
  signings,
  starts,
} from '../../words/events.js'
import type { DateExpression } from '../dates.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule, Source } from '../rule.js'
import { listed } from '../listed.js'
import { opensWithVerb } from '../verb-phrase.js'
import { resumed } from '../resumed.js'
import { subjectBefore, subjectAfter } from '../subject.js'
import { pattern } from '../../pattern/pattern.js'

const VERBS = [
  ...openings,
  ...starts,
  ...finishes,
  ...foundings,
  ...approvals,
  ...signings,
  ...settlings,
  ...holdings,
].toSorted((a, b) => b.length - a.length)
const EVENT = pattern(
  new RegExp(
    `(?<degree>全面|主体|部分|基本|全部|全线|正式|陆续|顺利|规划)?(?<verbs>(?:${VERBS.join('|')})(?:(?:并|、|即|到)?(?:${VERBS.join('|')}))*)`,
    'gu',
  ),
)
/** What makes of the verb a noun or a name: 开工仪式, 签约项目, 落地见效, 建成后, 启动区. */
const NOT_AFTER = pattern(
  /^(?:仪式|现场|比例|后|率|面积|资金|基金|见效|生根|时|以来|式|机制|条件|能力|难|过程|环境|成本|情况|水平|质效|效率|标准|投资|闭环|手续|额|价|容量|装机|规模)/u,
)
/** 建成区, 启动区, 签约数, 开放型, 运营商: the verb is the first half of a noun. */
const COMPOUND = pattern(
  /^(?:建成区|启动区|签约[数率量]|开放型|运营[商方]|成立以来|启动会|通水平|通气候|完成(?:全年|年度|各项|既定|本年度)?(?:的)?(?:目标|任务|各项)|交付率|落地率|完成[率量]|发布会|签约会|组建方|成立大会|召开期间)/u,
)
/** 新开工项目35个、竣工28个: counted over a period, a quantity. */
const COUNTED = pattern(
  /^[^，]{0,2}(?:开工|竣工|投产|达产|开业|投用)+[^，]{0,16}?(?:项目|企业|工程)?[^，]{0,6}\d+(?:个|家|项)/u,
)
const NOT_BEFORE = pattern(
  /(?:从|即|见证|早|(?<![加尽])快|促|盼|未|没有|不|拟定|尚未|无法|对外|自主|多元|市场化|已有|扩大|深化|对|高水平|促进|加强|推动|年|日|月)$/u,
)

export const milestone: Rule = {
  name: 'milestone',
  find: (source) =>
    resumed(
      source.frames.flatMap((frame, at) =>
        inClause(source, frame).map((draft) => ({
          draft,
          frame,
          earlier: source.frames.slice(at - frame.index, at),
        })),
      ),
      source,
    ),
}

function inClause(source: Source, frame: Frame): Draft[] {
  const { text } = source
  const { start, end } = frame.clause
  const found: Draft[] = []
  let from = start
  for (const match of frame.words.matchAll(EVENT)) {
    const at = start + match.index
    const verbs = match.groups?.['verbs'] ?? ''
    const first = VERBS.find((it) => verbs.startsWith(it)) ?? verbs
    const behind = at + match[0].length
    // A开工、B封顶: each event has its own part of the clause.
    if (isInsideName(text.slice(from, at), first, text.slice(behind, end))) continue
    const cut = text
      .slice(behind, end)
      .search(/、[^、]*(?:开工|竣工|封顶|投产|投用|通车|建成|揭牌|开园|完工)/u)
    const to = cut < 0 ? end : behind + cut
    const tail = text.slice(behind, to)
    const lead = text.slice(from, at)
    if (cut >= 0) from = to + 1
    const own =
      dueOf(
        frame,
        at,
        holdings.some((it) => it === first),
      ) ?? eventDay(source, frame, first)
    if (frame.block.kind === 'lead' && !holdings.some((it) => it === first)) continue
    if (
      (NOT_AFTER.test(tail) &&
        !/^投资(?:合作)?协议|^投资合同/u.test(tail) &&
        !(lead.endsWith('具备') && own !== null)) ||
      COMPOUND.test(text.slice(at, end)) ||
      lead.endsWith('见证') ||
      isNominal(lead, tail) ||
      (tail.startsWith('的') && !isTold(frame, first, lead, tail, own)) ||
      (NOT_BEFORE.test(lead) && own === null) ||
      (/把[^，]*$/u.test(lead) && verbs.includes('建成'))
    )
      continue
    if (!isMilestone(frame, first, verbs, lead, tail, own)) continue
    found.push(...drafts(frame, lead, tail, match[0], first, own, source))
  }
  return found
}

/** 轨道交通车轮: the verb is made of the ends of two nouns. 全年目标任务圆满完成: nothing in particular is finished. */
function isInsideName(lead: string, first: string, tail: string): boolean {
  if (first === '通车') return lead.endsWith('交') || /^[轮辆位间]/u.test(tail)
  return first === '完成' && /(?:目标|任务|指标)(?:圆满|顺利|全面|如期)?$/u.test(lead)
}

/** 新开工项目, 已签约项目 name things; what stands in quotes is a name as well. */
function isNominal(lead: string, tail: string): boolean {
  if (/[新拟已未续在]$/u.test(lead) && /^(?:的)?[^，]{0,6}项目/u.test(tail)) return true
  return [
    ['“', '”'],
    ['‘', '’'],
  ].some(
    ([open = '', close = '']) => lead.lastIndexOf(open) > lead.lastIndexOf(close) && tail.includes(close),
  )
}

/** 由A和B设立的园区 and 6月7日召开的全会 tell of the event; 签约的项目 only names things by it. */
function isTold(
  frame: Frame,
  first: string,
  lead: string,
  tail: string,
  own: DateExpression | null,
): boolean {
  if (frame.words.endsWith('上')) return false
  const dated = own !== null && (holdings.some((it) => it === first) || own.due?.startsWith('P') === true)
  return dated || tail === '的' || (/由|自/u.test(lead) && foundings.some((it) => it === first))
}

function isMilestone(
  frame: Frame,
  first: string,
  verbs: string,
  lead: string,
  tail: string,
  own: DateExpression | null,
): boolean {
  // 总投资68亿元的…: the sum belongs to the thing, not to what happens to it.
  const amounts = frame.amounts.filter((it) => !(it.unit.kind === 'money' && /总投资|投资/u.test(lead)))
  if (
    own?.kind === 'until' &&
    /^[^，]{0,2}\d[\d.]*[万亿千百]?(?:个|亩|平方米|公里|座|台|处)[^，\d]{2,14}(?:收储|改造|整治|治理|建设|征收|搬迁|拆除|清淤|修复)$/u.test(
      tail,
    )
  )
    return true
  if (own !== null && approvals.some((it) => it === first) && /[^\d]1[个家项]$/u.test(tail)) return true
  // 38个项目集中签约: told of the event itself.
  if (own !== null && /\d+个[^，\d]{0,8}(?:项目|企业)(?:集中|现场|同步)$/u.test(lead) && tail === '')
    return true
  const counted = amounts.some((it) => it.unit.kind === 'count')
  const flowing = counted ? flows : moneyFlows
  if (
    amounts.some((it) => it.unit.kind !== 'time') &&
    flowing.has(first) &&
    verbs === first &&
    !/\d+个[^，]*(?:的[^\d，]{2,}|改造|建设|工程)$/u.test(tail)
  )
    return false
  // 建成起降点20个, 设立50亿元基金: sizes without a date are quantities.
  if (
    counted &&
    verbs === '建成' &&
    /\d+(?:余|多)?(?:个|家|座|套|处|所|条|项)(?:以上)?$/u.test(tail.split('、')[0] ?? '')
  )
    return false
  if (own === null && amounts.some((it) => it.unit.kind === 'money') && foundings.some((it) => it === first))
    return false
  if (counted && COUNTED.test(lead.slice(-2) + verbs + tail)) return false
  if (/^(?:[本此]|如下|以下)/u.test(tail) || frame.outcome) return false
  if (own === null && /^(?:支持|鼓励|引导)/u.test(lead)) return false
  if (/^(?:会议|现场会|活动)$/u.test(tail)) return false
  if (first === '编制' && /(?:情况|人员|事业|机构|编制数)/u.test(tail)) return false
  if (own !== null && own.kind !== 'each') return tail !== '' || frame.index > 0 || subjectBefore(lead) !== ''
  if (signings.some((it) => it === first))
    return frame.mode === 'narrative'
      ? subjectBefore(lead) !== '' || tail !== ''
      : /协议|《|备忘录|合同|落户/u.test(verbs + tail)
  if (
    needsDate.has(first) &&
    verbs === first &&
    !(first === '启动' && /(?:建设|工程|项目|编制|改造|迁建|扩建)$/u.test(tail))
  )
    return false
  if (frame.mode === 'narrative') return subjectBefore(lead) !== '' || subjectAfter(tail) !== ''
  return !counted || /建成|竣工|搭建/u.test(verbs)
    ? tail.length >= 3 || subjectBefore(lead).length >= 2
    : false
}

/** The date that belongs to the event: the nearest before it in the clause, else the one after, else the carried one. */
function dueOf(frame: Frame, at: number, held: boolean): DateExpression | null {
  const before = frame.dates.filter((it) => it.start <= at)
  // 举行2026年一季度…活动: the date behind is part of the name.
  const own = before.at(-1) ?? (held ? undefined : frame.dates.find((it) => it.start > at)) ?? null
  if (own) return own
  const carried = frame.carried
  const told =
    carried !== null &&
    (carried.start >= frame.sentence.start || (carried.kind === 'point' && frame.mode === 'narrative'))
  return told ? carried : null
}

/** A news item about a signing or an opening tells of the day it is about. */
function eventDay({ text, parts, day }: Source, frame: Frame, first: string): DateExpression | null {
  if (day === null || frame.mode !== 'narrative') return null
  if (![...signings, '揭牌', '成立'].some((it) => it === first)) return null
  const title = parts.title ? text.slice(parts.title.start, parts.title.end) : text.slice(0, 60)
  if (!/签约|签署|签订|揭牌|成立|仪式/u.test(title)) return null
  const { start } = frame.clause
  return { start, end: start, raw: '', period: { start: day, end: day }, due: day, kind: 'point' }
}

function drafts(
  frame: Frame,
  lead: string,
  tail: string,
  event: string,
  first: string,
  due: DateExpression | null,
  { text, date }: Source,
): Draft[] {
  const subjects =
    first === '设立' || first === '成立' || first === '组建'
      ? listed(subjectAfter(tail)).filter((it) => !opensWithVerb(it))
      : []
  const ahead = subjectBefore(lead)
  const things = event.startsWith('全部') ? [] : coordinated(ahead, tail, first)
  const names = subjects.length > 1 ? subjects : things.length > 1 ? things : [subjectAfter(tail) || ahead]
  const forward = frame.mode !== 'narrative' || frame.ahead || /将|拟|预计|计划|力争|即将/u.test(lead)
  const dueDate = due === null ? null : toldDate(due, date, forward)
  const later =
    dueDate !== null && date !== null && !dueDate.startsWith('P') && (spanOf(dueDate)?.end ?? '') > date
  const planned = later || forward
  const start =
    due !== null && due.end < frame.clause.start && due.raw !== '' ? due.start : frame.clause.start
  const next = frame.sentence.clauses[frame.index + 1]
  if (tail === '的' && next) return [draft(text.slice(next.start, next.end), next.end)]
  return names.map((subject) => draft(subject, frame.clause.end))

  function draft(subject: string, end: number): Draft {
    const body: BodyOf<'milestone'> = {
      kind: 'milestone',
      subject,
      event: eventName(event, first, lead, tail),
      due: dueDate,
      dueText: (due?.raw || null) ?? /加快|早日|尽快/u.exec(lead)?.[0] ?? null,
      status: planned ? 'planned' : 'done',
      actor: frame.actor,
    }
    return { start, end, body }
  }
}

const THING = pattern(
  /(?:项目|工程|[一二三]期|基地|园|中心|总部|院区|校区|大桥|隧道|公路|铁路|高速|快速路|枢纽|医院|学校|中学|小学|改造|扩建|技改|工厂|段|线|楼|馆|站|厂|港|平台|广场|公园|社区)$/u,
)
/** A、B建成投产; A、B等36个项目开工: one each. */
function coordinated(ahead: string, tail: string, first: string): string[] {
  if (tail !== '' || ![...openings, ...starts, ...finishes].some((it) => it === first)) return []
  const many = /等(?:一批)?[^，、]{0,12}(?:项目|工程)$/u.test(ahead)
  const members = listed(
    ahead
      .replace(/等(?:一批)?[^，、]{0,12}(?:项目|工程)?$/u, '')
      .replace(/^(?:确保|推动|推进|支持|加快)+/u, ''),
  )
  return members.every((it) => it.length >= 4 && (many || THING.test(it))) ? members : []
}

/** What is striven for is granted in the end; a body that strives for a title does the striving itself. */
function eventName(event: string, first: string, lead: string, tail: string): string {
  if (first !== '争创') return event
  return subjectBefore(lead).length >= 2 ? `争创${tail}` : '争创获批'
}

/** Without a year, what is told lies before the day of the document, and what is planned after it. */
function toldDate(due: DateExpression, date: string | null, planned: boolean): string | null {
  const end = due.due === null ? null : (spanOf(due.due)?.end ?? null)
  if (due.due === null || end === null || date === null || !/^\d{1,2}月/u.test(due.raw)) return due.due
  const moved = (by: number): string => `${Number(due.due?.slice(0, 4)) + by}${due.due?.slice(4)}`
  if (!planned && due.kind === 'point' && due.due > date) return moved(-1)
  return planned && end < date && Number(date.slice(0, 4)) - Number(end.slice(0, 4)) === 1
    ? moved(1)
    : due.due
}
