// “总投资50亿元的…基地”“…产业园项目开工”“加快A、B、C等重大项目建设”: named constructions and investments.
import { building, projectClasses, projectEnds } from '../../words/projects.js'
import { amountsIn } from '../amount.js'
import type { Frame } from '../ground.js'
import { listed } from '../listed.js'
import type { Draft, Rule, Source } from '../rule.js'
import { subjectBefore } from '../subject.js'

const ENDS = projectEnds.toSorted((a, b) => b.length - a.length).join('|')
const NAME_END = new RegExp(`(?:${ENDS})$`, 'u')
const INVESTED = /(?:总投资|计划投资|投资额|协议投资|投资|总投资额)(?:达|为|约|超|超过|近|逾|额)*$/u
/** A list before 等…项目, or a single name, after a verb of building. */
const LISTED = new RegExp(
  `(?:${building})(?<names>[^，；]{3,80}?)(?:等(?:一批)?(?<kind>[^，；]{0,12}?(?:项目|工程|载体|平台|园区)?))?(?:建设|进度|进程|步伐|落地|开工|投产|竣工|实施|规划|运营|开园|投用|研究)*$`,
  'u',
)
const BOUGHT = /^(?:人民币|左右|以上)?的(?<name>[^，；]{3,40})$/u
const HAPPENED =
  /(?<name>[^，；、]{3,40}?)(?:于|在|已|正式|顺利|预计|将|计划|成功|即将|确保|力争|主体|全面|部分|基本|明年|今年|年内|年底|\d{4}年|\d{1,2}月|\d{1,2}日|[前底内])*(?:开工|动工|奠基|开建|竣工|完工|封顶|投产|投用|通车|开园|签约|落户|揭牌|投入使用|投入运营|建成)/u

export const project: Rule = { name: 'project', find: projects }

function projects(source: Source): Draft[] {
  const found = new Map<string, Draft>()
  for (const [at, frame] of source.frames.entries()) {
    if (frame.block.kind === 'lead') continue
    for (const draft of inClause(source, frame, source.frames[at + 1])) {
      if (draft.body.kind !== 'project') continue
      const before = found.get(draft.body.name)
      if (
        !before ||
        (before.body.kind === 'project' &&
          before.body.investmentCny === null &&
          draft.body.investmentCny !== null)
      )
        found.set(draft.body.name, draft)
    }
  }
  return [...found.values()]
}

function inClause({ text, places }: Source, frame: Frame, next: Frame | undefined): Draft[] {
  const { start, end } = frame.clause
  const money = amountsIn(text, start, end).find(
    (it) => it.unit.unit === 'CNY' && INVESTED.test(text.slice(start, it.start)),
  )
  const names: string[] = []
  const bought = money ? BOUGHT.exec(text.slice(money.end, end))?.groups?.['name'] : undefined
  if (bought !== undefined) names.push(trimmed(beforeEvent(bought)))
  const list = LISTED.exec(frame.words)
  if (list && bought === undefined) {
    const members = listed(list.groups?.['names'] ?? '').map(trimmed)
    const project = /项目|工程/u.test(list.groups?.['kind'] ?? '')
    names.push(...members.filter((it) => project || NAME_END.test(it)))
  }
  const happened = HAPPENED.exec(frame.words)?.groups?.['name']
  if (happened !== undefined && bought === undefined)
    names.push(...listed(trimmed(subjectBefore(happened))).filter((it) => NAME_END.test(it)))
  const opening = trimmed(frame.words.replace(/(?:是|位于|作为|由|总投资|占地|承担|承担着|将|计划).*$/u, ''))
  const invested = money ?? investedNext(text, frame, next)
  if (invested && names.length === 0 && NAME_END.test(opening)) names.push(opening)
  return [...new Set(names)].filter(isProper).map((name) => {
    const quoteEnd = invested && invested.end > end ? invested.end : end
    return {
      start,
      end: quoteEnd,
      body: {
        kind: 'project' as const,
        name,
        investmentCny: invested && names.length === 1 ? invested.value : null,
        location: places.county?.canonical ?? frame.actor ?? null,
        parties: [],
      },
    }
  })
}

/** …产业园是标志性项目之一，总投资约120亿元: the sum in the next clauses belongs to the subject before it. */
function investedNext(text: string, frame: Frame, next: Frame | undefined) {
  if (!next || next.sentence !== frame.sentence) return undefined
  return amountsIn(text, next.clause.start, next.clause.end).find(
    (it) =>
      it.unit.unit === 'CNY' &&
      INVESTED.test(text.slice(next.clause.start, it.start)) &&
      it.start - next.clause.start <= 10,
  )
}

/** …基地项目正式开工: the name ends where what happened to it begins. */
function beforeEvent(words: string): string {
  return words.replace(
    /(?:于|在|已|正式|顺利|预计|将|计划|成功|即将|今天|昨天|集中|\d{1,2}月\d{1,2}日|\d{4}年)*(?:开工|动工|奠基|开建|竣工|完工|封顶|投产|投用|通车|开园|签约|落户|揭牌|投入|建成|落地|启动|进展|进入|加快)[^项目]*$/u,
    '',
  )
}

const VERB_FIRST = new RegExp(`^(?:全力|重点|加快|扎实|统筹|持续|大力)*(?:${building})+`, 'u')

function trimmed(words: string): string {
  return words
    .replace(VERB_FIRST, '')
    .replace(
      /^(?:由|以|的|在建|总投资|其中|包括|特别是|我市|我区|全市|全区|当前|目前|\d{1,2}月\d{1,2}日|、|和|与|及)+/u,
      '',
    )
    .replace(/(?:的)?(?:建设|规划|进度|进程|实施|工作|之一|等)+$/u, '')
    .trim()
}

function isProper(name: string): boolean {
  return (
    name.length >= 3 &&
    name.length <= 40 &&
    !projectClasses.test(name) &&
    !/[，。；了把被]|一批|若干|各类|多个|^[的是]|产业链|要素|力度/u.test(name)
  )
}
