import type { Amount } from './amount.js'
import type { Frame } from './ground.js'
import { periodFor, type QuantityBody } from './quantity.js'
import { pattern } from '../pattern/pattern.js'

type Period = QuantityBody['period']

export interface Placed {
  readonly frame: Frame
  /** The clause before it in its sentence. */
  readonly before: Frame | null
  readonly amount: Amount
  /** The words of the clause before and behind the figure. */
  readonly leading: string
  readonly behind: string
  readonly role: QuantityBody['role']
  /** The document's year. */
  readonly year: number | null
}

/** The time a figure is of: that of a change it is an end of, else the one in force; a size is of none. */
export function figurePeriod(placed: Placed): Period {
  const { frame, amount, leading, behind } = placed
  const ofChange = changePeriod(placed)
  if (ofChange) return ofChange
  if (isBase(leading, behind) || (isDescription(leading) && !isFlow(placed)) || isOfName(leading, behind))
    return null
  if (isDesign(placed)) return null
  return periodFor(frame, amount.start) ?? kept(placed)
}

/**
 * 由2020年的38%提高到45%: the first is of the year it grew from. Over years told of (五年来，由9家增至21家) that is the
 * year before them, and the second is of the last.
 */
function changePeriod({ frame, amount: { start, unit }, leading, behind }: Placed): Period {
  const stated = frame.bases.find((it) => it.end <= start && start - it.end <= 6)
  if (stated) return stated.period
  const over = frame.mode === 'narrative' && unit.kind !== 'time' ? periodFor(frame, start) : null
  const [first, last] = [over?.start, over?.end].map((it) => Number(it?.slice(0, 4) ?? 0))
  if (!first || !last || last - first < 2) return null
  if (isBase(leading, behind)) return yearly(first - 1)
  return /(?:由|从)[^，、]*\d[^，、\d]{0,6}[至到为]$/u.test(leading) ? yearly(last) : null
}

function yearly(year: number): Period {
  return { start: `${year}-01-01`, end: `${year}-12-31` }
}

/** 由年初的1286家增加到1374家: the first is where it came from. */
export function isBase(leading: string, behind: string): boolean {
  return (
    /(?:由|从)(?:20\d{2}年)?[^，、\d]{0,8}$/u.test(leading) &&
    /^(?:以上|左右)?(?:提高|提升|增加|增长|上升|下降|降低|压缩|压减|缩短|缩小|扩大|升|增|降|减|上)[^，、\d]{0,3}[至到]/u.test(
      behind,
    )
  )
}

const FLOW = pattern(/(?:新)?(?:签约|签订|引进|招引|落户|开工|竣工|投产|改造|整治|新建|实施|落地)[^，、]*$/u)

/** 新签约项目103个，总投资512亿元: the sum of what was counted is of the time of the count. */
function isFlow({ frame: { amounts, clause, words }, amount, before }: Placed): boolean {
  const own = amounts[amounts.indexOf(amount) - 1]
  if (own) return ofCount(own, words.slice(0, own.start - clause.start)) && amount.start - own.end <= 10
  const last = before?.amounts.at(-1)
  return (
    before !== null &&
    last !== undefined &&
    amount.start - clause.start <= 8 &&
    before.clause.end - last.end <= 2 &&
    ofCount(last, before.words.slice(0, last.start - before.clause.start))
  )
}

function ofCount({ unit }: Amount, leading: string): boolean {
  return unit.kind === 'count' && FLOW.test(leading)
}

/** 年产500架无人机项目: the output that is part of the name. */
export function isOutput(leading: string, behind: string): boolean {
  return (
    /年产[约超]?$/u.test(leading) &&
    /^(?:的)?[^，、]{2,20}(?:项目|基地|生产线|工厂|产业园|[一二三]期)/u.test(behind)
  )
}

/** 总投资120亿元的A、45亿元的B: the sum of the next name as well. */
function isOfName(leading: string, behind: string): boolean {
  if (isOutput(leading, behind)) return true
  // 公司投资5亿元建设的…项目
  if (
    /投资[约超近]?$/u.test(leading) &&
    /^(?:建设|新建|打造|兴建|实施|的)/u.test(behind) &&
    !/完成投资/u.test(leading)
  )
    return true
  return /(?:总|计划)投资[^，]*的[^，]*、(?:总投资)?约?$/u.test(leading) && /^的[^，、]{4,}/u.test(behind)
}

function isDescription(leading: string): boolean {
  return /(?:总投资|(?<!年度|当年|今年|本年)计划投资|协议投资|注册资本|占地|建筑面积|规划面积)[^，、]{0,6}$/u.test(
    leading,
  )
}

/** 全长4.7公里, 装机容量60兆瓦, 年可加工12万吨, 建设工期24个月: how a thing is built, at any time. */
const DESIGN = pattern(
  /(?:全长|(?:总|线路|治理|建设|改造)长度?|里程|跨径|库容|容积|装机(?:容量|规模)?|(?:设计|处理)(?:能力|规模|产能)|产能|床位|(?:建设|施工)?(?:工期|周期)|(?:总建筑|用地|总用地|占地)面积|(?:年可|可年|日可|可日)[^，、\d]{1,8}|可容纳[^，、\d]{0,6})[^，、\d]{0,4}$/u,
)
/** 总投资25亿元，建设厂房18万平方米、研发中心1万平方米: what is built for the sum. */
const BUILT = pattern(
  /(?:^|、)(?:主要|计划|拟|将|规划)?(?:建设|新建|布局|购置|配套建设|设置|配置)?[^，、\d]{0,12}$/u,
)
const FOR_A_SUM = pattern(/(?:总|计划|概算)投资[约超近]?\d|投资[约超近]?[\d.]+[万亿]/u)

/** What is told of a thing's design, without a time in its own clause; asked or promised it is due like the rest. */
function isDesign({ frame, before, amount, leading, role }: Placed): boolean {
  if (role === 'target' || frame.dates.some((it) => it.end <= amount.start)) return false
  if (DESIGN.test(leading))
    return !/(?:新增|新建|净增|增加|完成|累计|实现|改造|建成|达到?)[^，、]*$/u.test(leading)
  const ofSum = before !== null && before.mode === 'narrative' && FOR_A_SUM.test(before.words)
  return (
    ofSum &&
    amount.unit.kind !== 'ratio' &&
    BUILT.test(leading) &&
    /建设|新建|布局|购置|设置|配置/u.test(leading)
  )
}

/** 加快建成4个集聚区, 布局9个飞地: works may take longer than the year of the pledge. */
const BUILDS = pattern(/(?:建成|建设|布局|推进|打造|规划|构建|形成|聚焦|围绕)[^，、]*$/u)

/**
 * Without a date a rate to be kept (保持100%) is measured yearly, and what one of several bodies pledges under its own
 * heading is pledged for the year they all speak of.
 */
function kept({ frame, leading, amount, year, role }: Placed): Period {
  if (year === null || frame.mode !== 'commitment' || frame.dates.some(({ kind }) => kind !== 'vague'))
    return null
  const rate = amount.unit.kind === 'ratio' && /保持|稳定/u.test(leading)
  if (rate) return yearly(year)
  const pledged = frame.section !== null && role === 'target'
  return pledged && !isDescription(leading) && !BUILDS.test(leading) ? yearly(year) : null
}
