import type { Block } from '../outline/types.js'
import { lookingAhead, lookingBack } from '../words/speech.js'
import { namedBody } from './actor.js'
import { type DateExpression, datesIn } from './dates.js'
import type { Ground } from './ground.js'
import { opensWithVerb } from './verb-phrase.js'
import type { Mode } from './mode.js'
import { pattern } from '../pattern/pattern.js'

/** What headings, and paragraphs that open a part, put in force for what stands under them. */
export interface Section {
  readonly mode: Mode
  /** The board whose heading it is, by its usual name, or the heading itself until the text says the name. */
  readonly board: string | null
  readonly boardHeading: string
  readonly theme: string
  /** The year a heading puts in force (2024年工作回顾), as a stretch of time. */
  readonly headed: DateExpression | null
  /** The same of the title, which numbered headings of the first rank go back to. */
  readonly titled: DateExpression | null
  /** The term of a plan whose title gives its years (2026—2028年): what 三年 means in it. */
  readonly term: DateExpression | null
}

/** 东湖区委书记 某某: a heading that gives the word to somebody. */
const SPEAKER = pattern(
  /^(?<party>[\p{Script=Han}]{2,8}?[市区县]?)(?:委|政府|党工委|管委会|党委)(?:副)?(?:书记|主任)|^(?<place>[\p{Script=Han}]{2,8}[市区县])(?:市长|区长|县长)/u,
)
/** 泽东高新区：做强智造主引擎: a body, and the theme of what it does. */
const BODY_AND_THEME = pattern(/^(?<who>[\p{Script=Han}]{2,16})[：:｜|丨—]{1,2}(?<theme>[^：:]{4,})$/u)
/** 做好今年工作，要把握以下几个方面。: a paragraph that announces the plan of a year. */
const ANNOUNCES = pattern(
  /^[^。；]{0,50}(?:以下|如下|几个|[三四五六七八九十]个)(?:几个)?(?:方面|几点|工作|任务|重点)/u,
)
const PLANS = pattern(
  /^(?:[^，。]{0,16}(?:今年|20\d{2}年)[^，。]{0,20}(?:目标|重点|任务|(?<!主)要(?!求|素)|将)|做好今年|下一步|今后|当前和今后)/u,
)
const NUMBER = pattern(/^(?:[一二三四五六七八九十]+、|[（(][^）)]{1,3}[）)]|\d{1,2}[.．、])/u)
const OPENING = 60
/** Titles whose year is that of every figure below: plans, and what tells of a year. */
const PLAN_TITLE = pattern(
  /方案|工作计划|行动计划|实施意见|若干措施|工作要点|工作安排|目标任务|重点任务|民生实事|规划|计划(?=$|[（(])|任务清单|这样干|怎么干/u,
)
const TOLD_TITLE = pattern(
  /公报|经济运行|运行情况|统计|数据|回顾|总结|工作报告|情况|成效|亮点|成绩单|答卷|社会发展/u,
)
/** 一、…: a heading of the first rank. */
const FIRST_RANK = pattern(/^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+(?:章|部分))/u)

/** What the title puts in force: a plan is promised, a report of work is told, statistics are of their time. */
export function titleSection({ text, parts, year, day }: Ground): Section {
  const span = parts.title ?? { start: 0, end: 0 }
  const title = text.slice(span.start, span.end)
  const mode = PLAN_TITLE.test(title) && !TOLD_TITLE.test(title) ? 'commitment' : 'narrative'
  const measured = PLAN_TITLE.test(title) || TOLD_TITLE.test(title) || isPast(title, year)
  const headed = measured
    ? datesIn(text, span.start, span.end, { year, day }).find(
        (it) => it.kind === 'within' && it.period !== null && !/[—–-]$/u.test(text.slice(0, it.start)),
      )
    : undefined
  const term = termOf(title)
  // What a plan of several years says without a date is due by its end.
  const due = mode === 'commitment' && headed === undefined ? endOf(term) : null
  return {
    mode,
    board: null,
    boardHeading: '',
    theme: '',
    headed: headed ?? due,
    titled: headed ?? due,
    term,
  }
}

function endOf(term: DateExpression | null): DateExpression | null {
  return term?.period ? { ...term, period: { start: null, end: term.period.end }, kind: 'until' } : null
}

function termOf(title: string): DateExpression | null {
  const years = /(20\d{2})年?\s?[-—–~～至到]{1,2}\s?(20\d{2})年/u.exec(title)
  if (!years) return null
  const period = { start: `${years[1]}-01-01`, end: `${years[2]}-12-31` }
  return { start: 0, end: 0, raw: '', period, due: years[2] ?? null, kind: 'within' }
}

/** The section under a heading. */
export function sectionUnder(ground: Ground, before: Section, block: Block): Section {
  const words = ground.text.slice(block.start, block.end)
  const given = SPEAKER.exec(words)?.groups
  const speaker = given?.['party'] ?? given?.['place']
  if (speaker !== undefined && words.length <= 16)
    return {
      ...before,
      mode: 'commitment',
      board: namedBody(speaker, ground) ?? speaker,
      boardHeading: '',
      theme: '',
    }
  const body = namedBody(words, ground) ?? (words.length <= 4 && !/[，、]/u.test(words) ? words : null)
  if (body !== null && words.length <= 12)
    return { ...before, mode: 'commitment', board: body, boardHeading: words, theme: '' }
  const { who, theme } = BODY_AND_THEME.exec(words)?.groups ?? {}
  if (who !== undefined && theme !== undefined) {
    const named =
      namedBody(who, ground) ??
      (/(?:[市区县镇]|街道|园|城|谷|港|集团|委|局)$/u.test(who) && !opensWithVerb(who) ? who : null)
    if (named !== null) return { ...before, board: named, boardHeading: who, theme: words }
  }
  const headed =
    stretchIn(ground, block.start, block.end) ?? (FIRST_RANK.test(words) ? before.titled : before.headed)
  if (/主持|报道|^记者|^通讯员/u.test(words)) return { ...before, headed }
  const ahead = lookingAhead.test(words)
  const back = !ahead && (lookingBack.test(words) || isPast(words, ground.year))
  const mode = ahead ? 'commitment' : back ? 'narrative' : before.mode
  const dateline =
    /^[（(—-]*20\d{2}年/u.test(words) && words.length < 40 && !ahead && !lookingBack.test(words)
  return { ...before, mode, headed, theme: dateline ? before.theme : words.replace(NUMBER, '') }
}

/** The section as the first words of a paragraph leave it. */
export function sectionOpenedBy(ground: Ground, before: Section, block: Block): Section {
  const end = Math.min(block.end, block.start + OPENING)
  const words = ground.text.slice(block.start, end)
  if (ANNOUNCES.test(words))
    return { ...before, mode: 'commitment', headed: stretchIn(ground, block.start, end) ?? before.headed }
  const first = words.slice(0, 40)
  if (before.mode === 'narrative' && PLANS.test(first)) return { ...before, mode: 'commitment' }
  const back = before.board === null && lookingBack.test(first) && !/要|将/u.test(first)
  return back ? { ...before, mode: 'narrative' } : before
}

function stretchIn(ground: Ground, start: number, end: number): DateExpression | null {
  return (
    datesIn(ground.text, start, end, ground).find((it) => it.kind === 'within' && it.period !== null) ?? null
  )
}

function isPast(words: string, year: number | null): boolean {
  const named = Number(/(20\d{2})年/u.exec(words)?.[1] ?? 0)
  return named > 0 && year !== null && named < year
}
