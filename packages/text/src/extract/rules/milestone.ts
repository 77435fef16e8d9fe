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
import { dueOf, eventDay, toldDate } from '../event-date.js'
import { COMPOUND, COUNTED, isAbstract, isInsideName, isNominal, NOT_AFTER, NOT_BEFORE } from '../no-event.js'
import { isProper, NAME_END, trimmed } from '../project-name.js'
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
      .search(
        /、[^、]*(?:开工|竣工|[封结]顶|投产|投用|通车|建成|揭牌|开园|完工|动工|奠基|开建|交付|启用|开放|试运行|达产|运营)/u,
      )
    const to = cut < 0 ? end : behind + cut
    const tail = text.slice(behind, to)
    const lead = text.slice(from, at)
    const second = from > start
    if (cut >= 0) from = to + 1
    if (isAbstract(lead, tail) || (/(?:完成|通过)[^，、]{0,16}$/u.test(lead) && tail === '')) continue
    const own =
      dueOf(
        frame,
        at,
        to,
        holdings.some((it) => it === first),
      ) ?? eventDay(source, frame, first)
    if (frame.block.kind === 'lead' && !holdings.some((it) => it === first)) continue
    if (
      (NOT_AFTER.test(tail) &&
        !(
          /^(?:后|以来)/u.test(tail) &&
          own !== null &&
          own.start >= start &&
          own.end <= at &&
          own.due !== null
        ) &&
        !/^投资(?:合作)?协议|^投资合同/u.test(tail) &&
        !(lead.endsWith('具备') && own !== null)) ||
      COMPOUND.test(text.slice(at, end)) ||
      lead.endsWith('见证') ||
      isNominal(lead, tail) ||
      (tail.startsWith('的') && !isTold(frame, first, lead, tail, own)) ||
      (NOT_BEFORE.test(lead) && own === null && !/提前[^，]{1,4}[月日年天]$/u.test(lead)) ||
      (/把[^，]*$/u.test(lead) && verbs.includes('建成'))
    )
      continue
    if (!isMilestone(frame, first, verbs, lead, tail, own, second)) continue
    found.push(...drafts(frame, lead, tail, match[0], first, own, source))
  }
  return found
}

const WORKED = pattern(
  /\d[^，]*(?:修复|改造|整治|治理|建设|清淤|征收|搬迁|安装|铺设|升级|工程|主体)(?:任务)?(?:已|已经|全部|均|将|基本|也)*$/u,
)
const FUND = pattern(
  /规模[^，]{0,4}\d[^，的]*的(?!产业基金|(?:市级|县级|区级|专项|政府|产业|发展|引导|投资|母|子|创业|创新|各类)+基金)[^，]{2,16}基金$/u,
)

/** A、B双双启用: things with names, as against 新系统上线. */
function opensNamed(first: string, lead: string): boolean {
  if (!/^(?:启用|开通|交付|上线)$/u.test(first)) return false
  const things = listed(subjectBefore(lead)).map(trimmed)
  return things.length > 0 && things.every((it) => NAME_END.test(it) && isProper(it) && it.length >= 5)
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
  /** Another event of the clause stands before it: 3月开工、6月投产. */
  second: boolean,
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
  // 860亩湿地修复已经完成: work on so much is finished; 完成投资20亿元 is a flow.
  if (first === '完成' && tail === '' && WORKED.test(lead)) return true
  // 设立总规模50亿元的新能源产业基金: a fund with a name, as against 设立产业基金.
  if (first === '设立' && FUND.test(tail)) return true
  // 年内开通航线8条: opened by a time, however many; 新开通航线5条 is a flow.
  const opens = openings.some((it) => it === first) && !lead.endsWith('新')
  if (
    opens &&
    own !== null &&
    own.start >= frame.clause.start &&
    (own.kind === 'until' || /年内|月|季/u.test(own.raw))
  )
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
  if (counted && COUNTED.test(lead.slice(-2) + verbs + tail) && !/等(?:一批)?\d+个/u.test(tail)) return false
  if (
    /^(?:[本此]|如下|以下)/u.test(tail) ||
    (frame.outcome && (own === null || own.start < frame.clause.start))
  )
    return false
  if (own === null && /^(?:支持|鼓励|引导)/u.test(lead)) return false
  if (/^(?:会议|现场会|活动)$/u.test(tail)) return false
  if (first === '编制' && /(?:情况|人员|事业|机构|编制数)/u.test(tail)) return false
  if (own !== null && own.kind !== 'each')
    return tail !== '' || frame.index > 0 || second || subjectBefore(lead) !== ''
  if (signings.some((it) => it === first))
    return frame.mode === 'narrative'
      ? subjectBefore(lead) !== '' || tail !== ''
      : /协议|《|备忘录|合同|落户/u.test(verbs + tail)
  if (
    needsDate.has(first) &&
    verbs === first &&
    !(frame.mode === 'narrative' && tail === '' && opensNamed(first, lead)) &&
    !(first === '启动' && /(?:建设|工程|项目|编制|改造|迁建|扩建|征收|征迁)$/u.test(tail))
  )
    return false
  if (frame.mode === 'narrative') return subjectBefore(lead) !== '' || subjectAfter(tail) !== ''
  return !counted || /建成|竣工|搭建/u.test(verbs)
    ? tail.length >= 3 || subjectBefore(lead).length >= 2
    : false
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
  const names =
    subjects.length > 1
      ? subjects
      : things.length > 1
        ? things.map(trimmed)
        : [(tail.startsWith('、') ? '' : subjectAfter(tail)) || ahead]
  const already = /已(?:经)?(?:全部|全面|正式|顺利|基本)?$/u.test(lead)
  const forward =
    ((frame.mode !== 'narrative' || frame.ahead) && !already) || /将|拟|预计|计划|力争|即将/u.test(lead)
  const dueDate = due === null ? null : toldDate(due, date, forward)
  const later =
    dueDate !== null && date !== null && !dueDate.startsWith('P') && (spanOf(dueDate)?.end ?? '') > date
  // 1月19日召开: a day that is past is done, whatever stands around it.
  const past =
    due?.kind === 'point' && dueDate !== null && date !== null && (spanOf(dueDate)?.end ?? '9') <= date
  const planned = (later || forward) && !past
  const start =
    due !== null && due.end < frame.clause.start && due.raw !== '' ? due.start : frame.clause.start
  const next = frame.sentence.clauses[frame.index + 1]
  if (tail === '的' && next && /^(?:大多|多[是为]|都|均|全|主要)/u.test(text.slice(next.start, next.end)))
    return []
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
  /(?:项目|工程|[一二三四五六]期|基地|园|中心|总部|院区|校区|大桥|隧道|公路|铁路|高速|快速路|枢纽|医院|学校|中学|小学|改造|扩建|技改|工厂|段|线|楼|馆|站|厂|港|平台|广场|公园|社区)$/u,
)
/** A、B建成投产; A、B等36个项目开工: one each. */
function coordinated(ahead: string, tail: string, first: string): string[] {
  if (![...openings, ...starts, ...finishes].some((it) => it === first)) return []
  if (tail !== '' && tail !== '建设') return behindVerb(tail)
  const many = /等(?:一批)?[^，、]{0,12}(?:项目|工程)$/u.test(ahead)
  const members = listed(
    ahead
      .replace(/等(?:一批)?[^，、]{0,12}(?:项目|工程)?$/u, '')
      .replace(/^(?:确保|推动|推进|支持|加快)+/u, ''),
  )
  return members.every((it) => it.length >= 4 && (many || THING.test(it))) ? members : []
}

/** 开工总投资38亿元的A项目、总投资22亿元的B基地: one each. */
function behindVerb(tail: string): string[] {
  const many = /等(?:一批)?(?:\d+个)?[^，、]{0,12}(?:项目|工程)(?:建设)?$/u.test(tail)
  const members = listed(tail.replace(/等(?:一批)?(?:\d+个)?[^，、]{0,12}(?:项目|工程)(?:建设)?$/u, '')).map(
    (it) => trimmed(subjectAfter(it)),
  )
  return members.every((it) => isProper(it) && it.length >= 4 && (many || THING.test(it))) ? members : []
}

/** What is striven for is granted in the end; a body that strives for a title does the striving itself. */
function eventName(event: string, first: string, lead: string, tail: string): string {
  if (first !== '争创') return event
  return subjectBefore(lead).length >= 2 ? `争创${tail}` : '争创获批'
}
