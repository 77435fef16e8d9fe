import type { Block } from '../outline/types.js'
import { lookingAhead, lookingBack } from '../words/speech.js'
import { type DateExpression, datesIn } from './dates.js'
import { handsOver } from './speech.js'
import { opensWithVerb } from './verb-phrase.js'
import { isTheme, parallelHeads, siblingHeads } from './themes.js'
import { abbreviates, namedBody, subjectOf } from './actor.js'
import type { Frame, Ground } from './ground.js'
import { isReport, type Mode, modeOf } from './mode.js'

interface State {
  section: Mode
  sectionActor: string | null
  sectionHeading: string
  speech: Mode | null
  theme: string
  actor: string | null
  /** The year a heading puts in force (2024年工作回顾), as a stretch of time. */
  headed: DateExpression | null
}

/** 力争到2026年, 确保今年, 预计明年: what may stand before a date that opens its clause. */
const OPENING =
  /^(?:力争|确保|预计|计划|争取|预期|在|从|截至|截止|其中|同时|即|我市|全市|全区|我区|[一二三四五六]是|[（(][^）)]{1,3}[）)])*$/u

/** Walks the outline once and says of every clause who speaks, to whom, under which heading and of what time. */
export function framesOf(base: Ground): Frame[] {
  const ground = { ...base, siblings: siblingHeads(base.text, base.parts.blocks) }
  const state: State = {
    section: opening(ground),
    sectionActor: null,
    sectionHeading: '',
    speech: null,
    theme: '',
    actor: null,
    headed: titled(ground),
  }
  const frames: Frame[] = []
  for (const block of ground.parts.blocks) {
    if (block.kind === 'heading') enterHeading(ground, state, block)
    else if (block.kind === 'lead') frames.push(...leadFrames(ground, block))
    else frames.push(...paragraphFrames(ground, state, block))
  }
  return frames
}

/** 做好今年工作，要把握以下几个方面。: a paragraph that announces the plan of a year. */
const ANNOUNCES =
  /^[^。；]{0,50}(?:以下|如下|几个|[三四五六七八九十]个)(?:几个)?(?:方面|几点|工作|任务|重点)/u

/** A title that names a quarter, a half or the year of its statistics puts it in force for the whole text. */
function titled({ text, parts, year, day }: Ground): DateExpression | null {
  if (!parts.title) return null
  const { start, end } = parts.title
  if (!/公报|经济运行|运行情况|统计|数据/u.test(text.slice(start, end))) return null
  return (
    datesIn(text, start, end, { year, day }).find((it) => it.kind === 'within' && it.period !== null) ?? null
  )
}

/** 东湖区委书记 某某: a heading that gives the word to somebody. */
const SPEAKER =
  /^(?<who>[\p{Script=Han}]{2,8}?[市区县]?)(?:委|政府|党工委|管委会|党委)(?:副)?(?:书记|主任)|^(?<who2>[\p{Script=Han}]{2,8}[市区县])(?:市长|区长|县长)/u

/** The title of a plan says that what follows is promised; a report of work is told section by section. */
function opening({ text, parts }: Ground): Mode {
  const title = parts.title ? text.slice(parts.title.start, parts.title.end) : ''
  return /方案|行动计划|实施意见|若干措施|工作要点|规划|这样干|怎么干/u.test(title)
    ? 'commitment'
    : 'narrative'
}

function enterHeading(ground: Ground, state: State, block: Block): void {
  const { text, year } = ground
  const words = text.slice(block.start, block.end)
  const body = namedBody(words, ground) ?? (words.length <= 4 && !/[，、]/u.test(words) ? words : null)
  state.speech = null
  const given = SPEAKER.exec(words)?.groups
  const spoken = given?.['who'] ?? given?.['who2']
  const speaks = spoken === undefined ? null : (namedBody(spoken, ground) ?? spoken)
  if (speaks !== null && words.length <= 16) {
    state.sectionActor = speaks
    state.section = 'commitment'
    state.sectionHeading = ''
    state.theme = ''
    return
  }
  if (body !== null && words.length <= 12) {
    state.sectionActor = body
    state.section = 'commitment'
    state.sectionHeading = words
    state.theme = ''
    return
  }
  const dated = datesIn(text, block.start, block.end, ground).find((it) => it.kind === 'within')
  if (dated?.period) state.headed = dated
  if (/主持|报道|^记者|^通讯员/u.test(words)) return
  const headed = Number(/(20\d{2})年/u.exec(words)?.[1] ?? 0)
  if (lookingAhead.test(words)) state.section = 'commitment'
  else if (lookingBack.test(words) || (headed > 0 && year !== null && headed < year))
    state.section = 'narrative'
  if (
    /^[（(—-]*20\d{2}年/u.test(words) &&
    words.length < 40 &&
    !lookingAhead.test(words) &&
    !lookingBack.test(words)
  )
    return
  state.theme = words.replace(/^(?:[一二三四五六七八九十]+、|[（(][^）)]{1,3}[）)]|\d{1,2}[.．、])/u, '')
}

function leadFrames(ground: Ground, block: Block): Frame[] {
  return block.sentences.flatMap((sentence) =>
    sentence.clauses.map((clause, index) => ({
      block,
      sentence,
      clause,
      index,
      words: ground.text.slice(clause.start, clause.end),
      mode: 'narrative' as const,
      actor: ground.places.region ?? '',
      theme: '',
      section: null,
      silent: true,
      dates: datesIn(ground.text, clause.start, clause.end, ground),
      carried: null,
      outcome: false,
    })),
  )
}

function paragraphFrames(
  ground: Ground & { readonly siblings: ReadonlySet<Block> },
  state: State,
  block: Block,
): Frame[] {
  const { text, year } = ground
  const frames: Frame[] = []
  const first = text.slice(block.start, Math.min(block.end, block.start + 40))
  if (
    state.speech !== null &&
    !/^(?:[一二三四五六七八九十]+(?:要|是)|要|首先|其次|第[一二三四五]|[“"]?同时|[“"]?还要)/u.test(first)
  )
    state.speech = null
  if (
    state.section === 'narrative' &&
    /^(?:[^，。]{0,16}(?:今年|20\d{2}年)[^，。]{0,20}(?:目标|重点|任务|(?<!主)要(?!求|素)|将)|做好今年|下一步|今后|当前和今后)/u.test(
      first,
    )
  )
    state.section = 'commitment'
  else if (state.sectionActor === null && lookingBack.test(first) && !/要|将/u.test(first))
    state.section = 'narrative'
  if (ANNOUNCES.test(text.slice(block.start, Math.min(block.end, block.start + 60)))) {
    const announced = datesIn(text, block.start, Math.min(block.end, block.start + 60), ground).find(
      (it) => it.kind === 'within',
    )
    state.section = 'commitment'
    if (announced?.period) state.headed = announced
  }
  const inherited = state.theme
  const heads = new Set([
    ...parallelHeads(text, block),
    ...(ground.siblings.has(block) ? [block.sentences[0]?.clauses[0]?.start ?? -1] : []),
  ])
  let opened: DateExpression | null = state.headed
  let pledged: Mode | null = null
  state.actor = null
  let theme = inherited
  for (const [position, sentence] of block.sentences.entries()) {
    const words = text.slice(sentence.start, sentence.end)
    const asTheme = isTheme(text, block, position)
    if (asTheme) theme = asTheme
    let speech = state.speech
    // 东湖将…。新增…，抓好…: a sentence that opens with a verb goes on promising.
    const first = sentence.clauses[0]
    let said: Mode | null = first && opensWithVerb(text.slice(first.start, first.end)) ? pledged : null
    let outcome = false
    const past = isReport(words)
    let carried: DateExpression | null = opened
    for (const [index, clause] of sentence.clauses.entries()) {
      const own = text.slice(clause.start, clause.end)
      outcome ||= /(?:达产|投产|建成|竣工|完工|投用|达效|运营)后/u.test(own)
      const handed = handsOver(own)
      // …，”某某介绍。 closes a quotation: what comes after is told by the writer.
      const closes = handed?.whole === true && handed.mode === 'commitment' && /[。！]/u.test(clause.mark)
      if (handed && !closes) speech = handed.mode === 'commitment' && speech !== null ? speech : handed.mode
      const subject = subjectOf(own, ground)
      if (subject) state.actor = subject
      if (
        subject &&
        state.sectionActor === state.sectionHeading &&
        abbreviates(state.sectionHeading, subject)
      )
        state.sectionActor = subject
      const mode = modeOf(own, past, { speech, section: state.section, said })
      if (mode !== 'narrative') said = mode
      if (mode === 'commitment') pledged = mode
      const dates = datesIn(text, clause.start, clause.end, { year: yearOf(carried, year), day: ground.day })
      frames.push({
        block,
        sentence,
        clause,
        index,
        words: own,
        mode,
        actor:
          state.actor ?? state.sectionActor ?? ground.places.county?.canonical ?? ground.places.region ?? '',
        theme,
        section: state.sectionActor,
        silent:
          asTheme !== null ||
          heads.has(clause.start) ||
          opensList(own, clause.mark) ||
          /制定(?:本|如下|以下)/u.test(words) ||
          (handed !== null && handed.whole),
        dates,
        carried,
        outcome,
      })
      const last = dates.at(-1)
      if (last && carries(text, last, clause.start, carried)) carried = last
      if (last?.kind === 'within' && mode === 'narrative' && carried === last) opened = last
      if (last?.raw.endsWith('上') && last.kind === 'point') opened = last
      if (position === 0 && index === 0 && last && dates.length === 1 && last.period && clause.mark !== '。')
        opened = last
      if (/[；;]/u.test(clause.mark) && mode === 'instruction') state.actor = null
    }
    state.speech = speech
    if (state.section !== 'commitment' && state.speech !== 'commitment') state.actor = null
  }
  state.theme = inherited
  return frames
}

function yearOf(date: DateExpression | null, fallback: number | null): number | null {
  return date?.period?.end ? Number(date.period.end.slice(0, 4)) : fallback
}

/** A date goes on to the next clauses where it opens its own (到2026年…), not where it stands beside an event. */
function carries(text: string, date: DateExpression, start: number, carried: DateExpression | null): boolean {
  if (date.kind === 'since' || date.kind === 'each') return false
  if (date.raw.endsWith('上')) return true
  return OPENING.test(text.slice(start, date.start)) && (date.kind !== 'vague' || carried === null)
}

/** 重点抓好五个方面工作：, 做到以下几点：: what a colon opens says it. */
function opensList(words: string, mark: string): boolean {
  return /[：:]/u.test(mark) && /方面|以下|工作|任务|几点|如下|目标|要求|[为是]$/u.test(words)
}
