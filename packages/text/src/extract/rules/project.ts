// “总投资50亿元的…基地”“…产业园项目开工”“加快A、B、C等重大项目建设”: named constructions and investments.
import { building, namedWorks } from '../../words/projects.js'
import type { Amount } from '../amount.js'
import type { Frame } from '../ground.js'
import { listed } from '../listed.js'
import { isProper, NAME_END, trimmed } from '../project-name.js'
import type { Draft, Rule, Source } from '../rule.js'
import { subjectBefore } from '../subject.js'
import { pattern } from '../../pattern/pattern.js'

const INVESTED = pattern(
  /(?:总投资|计划投资|投资额|协议投资|概算投资|估算投资|(?<!完成|年度|固定资产|工业|技改|产业|民间|制造业|设备)投资)[^，；。]{0,8}$/u,
)
/** 签下3.2亿元的…项目: a sum that is settled or built buys the name behind it. */
const SETTLED = pattern(
  /(?:签下|签约|签订|引进|引入|招引|招来|落户|落地|拿下|开工|竣工|投产|启动|新建|建设|实施)(?:了)?$/u,
)
const BOUGHT = pattern(
  /^(?:人民币|左右|以上)*(?:的|，?(?:新建|建设|打造|扩建|实施))(?<name>[^，；、]{2,40})/u,
)
const BRACKETED = pattern(
  /(?:^|[、：])?(?<name>[^，；、（）：]{4,40})（(?:计划|预计)?(?:总投资|投资额?)约?$/u,
)
const EVENTS =
  '开工|动工|奠基|开建|竣工|完工|交付|封顶|结顶|合龙|贯通|(?:完成|通过)(?:主体|铺轨|桩基|土建|设备|竣工|交工|验收)|铺轨|获批|试生产|试运行|试运营|投产|达产|满产|投用|投运|启用|通水|通气|(?<!交)通车|通航|对外开放|(?:对|向)(?:市民|公众|社会|游客)开放|开园|开馆|开诊|开业|开街|签约|落户|揭牌|挂牌(?:运营|成立|运行|$)|投入|建成|落地|启动|成功|取得|进展|进入'
/** What stands between a name and what happened to it. */
const BETWEEN =
  '全线|相继|先后|陆续|接连|同步|双双|均|如期|提前|[一二两三四五六半\\d]{1,2}(?:个月|年|天)|国庆|元旦|春节|[上中下]旬|可|实现|去年|于|在|已|争取|年内|即可|有望|现|正式|顺利|预计|将|计划|即将|今天|昨天|集中|现场|主体|全面|部分|基本|全部|确保|力争|明年|今年|年内|年底|早日|近期|上半年|下半年|[一二三四]季度|\\d{4}年|\\d{1,2}月|\\d{1,2}日|[前底内]'
const HAPPENED = pattern(
  new RegExp(`(?<name>[^，；]{3,60}?)(?:${BETWEEN}){0,6}(?:${EVENTS})(?!仪式|活动|大会|会|率|额|的)`, 'u'),
)
const EVENT_WORD = pattern(new RegExp(EVENTS, 'u'))
const EVENT_TAIL = pattern(
  new RegExp(`(?:${BETWEEN}){0,6}(?:${EVENTS})(?![^，；]*(?:项目|基地|中心|园)$).*$`, 'u'),
)
/** A list before 等…项目, or a single name, after a verb of building. */
const LISTED = pattern(
  new RegExp(
    `(?:${building})(?<names>[^，；]{3,80}?)(?:等(?:一批)?(?<kind>[^，；]{0,12}?(?:项目|工程|载体|平台|园区)?))?(?:建设|进度|进程|步伐|落地|开工|投产|竣工|实施|规划|运营|开园|投用|研究|早日)*$`,
    'u',
  ),
)
/** 来到…产业园, 察看…项目: what is visited and was built. */
/** …基地由甲、乙共同开发; 由甲、乙共同设立的…园. */
const MADE = pattern(
  /^(?<name>[^，；由]{4,40})由[^，；]{2,40}(?:开发|投资|建设|实施|打造|设立|运营|兴建|承建|共建)/u,
)
/** …基地依托闲置小学改建, …园利用老厂房改造而成 */
const TURNED = pattern(
  /^(?<name>[^，；]{4,40}?)(?:由|依托|利用)[^，；]{2,30}(?:改建|改造|改扩建|建设|打造)(?:而成)?$/u,
)
/** …母线项目是今年省重大项目: what a thing is called, before what it counts as. */
const COUNTS_AS = pattern(
  /^(?<name>[^，；是]{4,30}(?:项目|基地|园|工程|中心))是[^，]*(?:项目|工程|基地|平台|载体|产业园|之一)$/u,
)
const MADE_BY = pattern(
  /由[^，；]{2,40}(?:开发|投资|建设|实施|打造|设立|出资)的(?<name>[^，；]{4,40}?)(?:承担|是|，|$|总投资|位于|计划|预计|将|力争|已|正)/u,
)
/** 甲项目、乙产业园二期等一批重大项目加快推进. */
const TRAILED = pattern(
  /^(?<names>[^，；]{4,80}?)等(?:一批)?[^，；]{0,12}?(?:项目|工程)(?:加快|有序|顺利|全面|扎实|稳步|提速|进展|推进|建设|相继|先后|陆续)/u,
)
const VISITED = pattern(
  /(?:来到|走进|前往|察看|查看|考察|调研|参观|视察|走访|^在|设在)(?:了)?(?<name>[^，；]{4,50})$/u,
)
/** …工程全长8.6公里, …学校设48个班: the name is the subject of what describes it. */
const DESCRIBED = pattern(
  /^(?<name>[^，；]{4,50}?)(?:(?:计划|预计|拟|协议|概算|估算|追加)?(?:总投资|新增投资|投资额)|(?:概算|估算|追加|计划)投资|注册资本|投资(?=[约超近]?\d)|设置床位|改造面积|租用|购置|规划?用地|占地|全长|总长|设(?=\d)|新增(?=[^，]{0,6}\d)|涉及|规划建设|总?建筑面积|建设规模)/u,
)
const MADE_WITH = pattern(/(?:共建|建设|投建|新建)(?<name>年产[^，；]{4,50})$/u)
const ENTRY = pattern(
  /^(?:该|此)?(?:项目|工程)?(?:计划|预计|概算|估算|协议)?(?:总投资|投资额|投资(?=[约超近]?\d)|路线?全长|全长|总长|占地|用地|总?建筑面积|建设规模|建设内容|改造面积|设置?床位|位于|坐落于|选址|由[^，。]{2,40}(?:投资|建设|开发|实施|打造|兴建|共建|承建|运营)|[一二]期(?:工程)?(?:总投资|投资|去年|今年|已|计划|占地|用地))/u,
)
/** Dates and intents behind a name end it. */
const NAME_CUT = pattern(
  /(?:确保|力争|争取|计划|预计|将于|拟于|20\d{2}年|今年|明年|年内|年底|\d{1,2}月|[上下]半年|[一二三四]季度|近日|日前).*$/u,
)
const VISITED_END = pattern(
  /(?:项目|智能工厂|产业园|基地|工程|枢纽|隧道|大桥|一期|二期|三期|科技园|科创园|快速路|产业城)$/u,
)
/** Names are sought with the projects, and the projects found among the names: by the same clauses, once. */
const known = new WeakMap<readonly Frame[], Draft[]>()

export const project: Rule = {
  name: 'project',
  find: (source) => {
    const found = known.get(source.frames) ?? projects(source)
    known.set(source.frames, found)
    return found
  },
}

interface Named {
  readonly name: string
  readonly sum: Amount | null
}

/** One row a project: where it is named again with a sum, the sum's place is its quote. */
function projects({ text, places, frames }: Source): Draft[] {
  const found = new Map<string, { named: Named; frame: Frame }>()
  let latest: string | null = null
  for (const [at, frame] of frames.entries()) {
    if (frame.block.kind === 'lead') continue
    const resumed = latest === null ? undefined : found.get(latest)
    const sum = resumed && resumed.named.sum === null ? resumedSum(text, frame, resumed.frame) : undefined
    if (resumed && sum) found.set(latest ?? '', { named: { ...resumed.named, sum }, frame: resumed.frame })
    for (const named of namedIn(text, frame, frames[at + 1])) {
      const key = named.name.replace(/(?:建设)?(?:项目|工程)$/u, '')
      if (!isProper(named.name)) continue
      latest = key
      const before = found.get(key)
      if (!before || (before.named.sum === null && named.sum !== null)) found.set(key, { named, frame })
    }
  }
  return [...found.values()].map(({ named: { name, sum }, frame }) => ({
    start: frame.clause.start,
    end: sum && sum.start < frame.sentence.end ? Math.max(frame.clause.end, sum.end) : frame.clause.end,
    body: {
      kind: 'project',
      name,
      investmentCny: sum?.value ?? null,
      location: places.county?.canonical ?? (frame.actor || null),
      parties: [],
    },
  }))
}

/** 该项目由…建设，总投资30亿元: a sum said of the project named last. */
function resumedSum(text: string, frame: Frame, from: Frame): Amount | undefined {
  const { sentence, clause, amounts, words, block } = frame
  // A、B等4个项目，总投资23亿元: of all of them.
  if (/等[^，]{0,4}\d+个/u.test(from.words)) return undefined
  // A全长8公里，…，总投资21亿元
  const entry = from.block === block && from.block.number !== null && from.index === 0
  const here =
    (from.sentence === sentence || entry) &&
    /^(?:项目|[一二]期)?(?:计划|预计|协议|概算|估算|追加)?(?:总投资|投资额|投资(?=[约超近]?\d))/u.test(words)
  if (
    !here &&
    !/^(?:(?:该|此|本|这一)?项目(?!个)|(?:该|此)(?:产业园|园区|基地|工程|中心|载体|综合体))/u.test(
      text.slice(sentence.start, sentence.start + 6),
    )
  )
    return undefined
  return amounts.find(
    (it) =>
      it.unit.unit === 'CNY' &&
      /(?:总投资|投资额|投资)[^，；]{0,4}$/u.test(text.slice(clause.start, it.start)),
  )
}

function namedIn(text: string, frame: Frame, next: Frame | undefined): Named[] {
  const { start } = frame.clause
  const sums = frame.amounts.filter((it) => it.unit.unit === 'CNY')
  const bought = boughtIn(text, frame, sums)
  if (bought.length > 0) return bought
  const listing = LISTED.exec(frame.words)
  const list = /一批|各类|若干|一系列/u.test(listing?.groups?.['names'] ?? '') ? null : listing
  const grouped = /项目|工程/u.test(list?.groups?.['kind'] ?? '')
  const names = listed(list?.groups?.['names'] ?? '')
    .map(trimmed)
    .filter((it) => (grouped || NAME_END.test(it)) && isProper(it))
  const made =
    MADE.exec(frame.words)?.groups?.['name'] ??
    TURNED.exec(frame.words)?.groups?.['name'] ??
    COUNTS_AS.exec(frame.words)?.groups?.['name'] ??
    MADE_BY.exec(frame.words)?.groups?.['name']
  if (made !== undefined) names.push(...[trimmed(made)].filter((it) => NAME_END.test(it)))
  const trailed = TRAILED.exec(frame.words)?.groups?.['names']
  if (trailed !== undefined)
    names.push(
      ...listed(trailed)
        .map(trimmed)
        .filter((it) => it.length >= 4 && isProper(it)),
    )
  const happened = EVENT_WORD.test(frame.words) ? HAPPENED.exec(frame.words)?.groups?.['name'] : undefined
  if (happened !== undefined) {
    const many = /等(?:一批)?[^，]{0,8}项目$/u.test(happened)
    const members = listed(trimmed(subjectBefore(happened))).map(trimmed)
    names.push(...members.filter((it) => (many && it.length >= 4 && isProper(it)) || NAME_END.test(it)))
  }
  const visited = VISITED.exec(frame.words)?.groups?.['name']
  if (visited !== undefined)
    names.push(
      ...listed(
        trimmed(visited.replace(/(?:建设|施工)?(?:现场|工地|一线|进展(?:情况)?|推进情况|建设情况)$/u, '')),
      )
        .map(trimmed)
        .filter(
          (it) =>
            VISITED_END.test(it) || (/(?:建设|施工|进度|工地|进展)/u.test(visited) && NAME_END.test(it)),
        ),
    )
  // 产业园新增企业60家: a place that stands already.
  const grows = /(?:新增(?!投资)|涉及)/u.test(frame.words)
  const measured = /全长|总长|总投资|总建筑面积|投资额|注册资本|(?:概算|估算|追加|计划)投资/u.test(
    frame.words,
  )
  const described = DESCRIBED.exec(frame.words)?.groups?.['name']
  if (described !== undefined && names.length === 0)
    names.push(
      ...[trimmed(described)].filter(
        (it) =>
          (VISITED_END.test(it) || namedWorks.test(it) || (measured && NAME_END.test(it))) &&
          (!grows || /(?:项目|工程|扩建)$/u.test(it)),
      ),
    )
  // 1.某某快速路二期：全长…; 1.某某剧院，建筑面积…: an entry of a list that opens with its name.
  if (names.length === 0 && isEntry(frame, next))
    names.push(...[trimmed(frame.words)].filter((it) => NAME_END.test(it)))
  const output = MADE_WITH.exec(frame.words)?.groups?.['name']
  if (output !== undefined) names.push(...[trimmed(output)].filter((it) => NAME_END.test(it)))
  const sum = sums.find((it) => INVESTED.test(text.slice(start, it.start))) ?? sumNext(text, frame, next)
  if (sum && names.length === 0 && sum.start > start) {
    const opening = trimmed(
      frame.words.replace(
        /(?:是|位于|作为|由|总投资|(?<=项目|基地|工程|园|线)投资|占地|承担|将|计划|，).*$/u,
        '',
      ),
    )
    if (NAME_END.test(opening)) names.push(opening)
  }
  return [...new Set(names)].map((name) => ({ name, sum: names.length === 1 ? (sum ?? null) : null }))
}

/**
 * 作为主会场的…项目，由…投资建设; 2.…产业园二期。总投资…: a clause that is a name and nothing else, before what
 * describes it. As a sentence of its own it opens an entry of a numbered list.
 */
function isEntry({ block, clause, sentence, index }: Frame, next: Frame | undefined): boolean {
  if (!next || next.block !== block || !ENTRY.test(next.words)) return false
  if (next.sentence === sentence) return clause.end < sentence.end
  return index === 0 && block.number !== null && sentence.start === block.start
}

/** 总投资110亿元的A、56亿元的B: every sum of investment with the name it buys. */
function boughtIn(text: string, { clause: { start, end } }: Frame, sums: readonly Amount[]): Named[] {
  const first = sums[0]
  if (!first) return []
  const ahead = text.slice(start, first.start)
  // A项目（总投资5亿元）、B（总投资3亿元）等项目
  const bracketed = sums.flatMap((sum) => {
    const name = BRACKETED.exec(text.slice(start, sum.start))?.groups?.['name']
    const bare = name === undefined ? '' : trimmed(name)
    return isProper(bare) && (NAME_END.test(bare) || /等[^，]{0,8}项目/u.test(text.slice(sum.end, end)))
      ? [{ name: bare, sum }]
      : []
  })
  if (bracketed.length > 0) return bracketed
  if (!/投资/u.test(ahead) && !SETTLED.test(ahead)) return []
  return sums.flatMap((sum) => {
    const name = BOUGHT.exec(text.slice(sum.end, end))?.groups?.['name']
    return name === undefined
      ? []
      : [{ name: trimmed(name.replace(EVENT_TAIL, '').replace(NAME_CUT, '')), sum }]
  })
}

/** …产业园是全县头号项目，计划投资8.6亿元: the sum in the next clause belongs to the subject before it. */
function sumNext(text: string, frame: Frame, next: Frame | undefined): Amount | undefined {
  if (!next || next.sentence !== frame.sentence) return undefined
  return next.amounts.find(
    (it) =>
      it.unit.unit === 'CNY' &&
      INVESTED.test(text.slice(next.clause.start, it.start)) &&
      it.start - next.clause.start <= 10,
  )
}
