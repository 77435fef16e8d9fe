import type { Block, Sentence } from '../outline/types.js'
import { amountsIn } from './amount.js'
import {
  carries,
  endsAtSemicolon,
  forwardYear,
  isOver,
  isWholeYear,
  isYear,
  namedYear,
  staysOpen,
  yearOf,
} from './carrying.js'
import { abbreviates, chargeOf, namedBody, subjectOf } from './actor.js'
import { type DateExpression, datesIn, liesAhead } from './dates.js'
import { deadlineOf, isOwnLine, withDeadline } from './deadline.js'
import type { Frame, Ground } from './ground.js'
import { isDone, isReport, type Mode, modeOf } from './mode.js'
import { type Section, sectionOpenedBy, sectionUnder, titleSection } from './section.js'
import { handsOver } from './speech.js'
import { isTheme, parallelHeads, siblingHeads } from './themes.js'
import { opensWithVerb } from './verb-phrase.js'
import { pattern } from '../pattern/pattern.js'

/** Paragraphs that go on with what a speaker requires. */
const GOES_ON = pattern(
  /^(?:[一二三四五六七八九十]+(?:要|是)|要|首先|其次|第[一二三四五]|[“"]?同时|[“"]?还要)/u,
)
const FINISHED = pattern(
  /届时|(?:达产|投产|建成|竣工|完工|投用|达效|满产|运营|通车|通航|开通|启用|落成|交付)后/u,
)

/** What a paragraph leaves in force for the next one. */
interface After {
  readonly section: Section
  readonly speech: Mode | null
}

/** Walks the outline once and says of every clause who speaks, to whom, under which heading and of what time. */
export function framesOf(ground: Ground): Frame[] {
  const siblings = siblingHeads(ground.text, ground.parts.blocks)
  const frames: Frame[] = []
  let after: After = { section: titleSection(ground), speech: null }
  for (const block of ground.parts.blocks) {
    if (block.kind === 'heading' && !isOwnLine(ground.text.slice(block.start, block.end)))
      after = { section: sectionUnder(ground, after.section, block), speech: null }
    else if (block.kind === 'lead') for (const frame of leadFrames(ground, block)) frames.push(frame)
    else after = paragraph(ground, after, block, siblings.has(block), frames)
  }
  return frames
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
      dates: datesIn(ground.text, clause.start, clause.end, ground).filter(({ kind }) => kind !== 'base'),
      bases: [],
      amounts: amountsIn(ground.text, clause.start, clause.end),
      carried: null,
      span: null,
      bound: false,
      ahead: false,
      outcome: false,
    })),
  )
}

/** Adds the frames of a paragraph to `frames` and returns what it leaves in force. */
function paragraph(ground: Ground, before: After, block: Block, headed: boolean, frames: Frame[]): After {
  const { text, year } = ground
  const region = ground.places.county?.canonical ?? ground.places.region ?? ''
  let section = sectionOpenedBy(ground, before.section, block)
  const opening = text.slice(block.start, block.start + 12)
  let speech: Mode | null = GOES_ON.test(opening) ? before.speech : null
  // 一要…。: a numbered requirement requires, whoever speaks.
  if (/^[一二三四五六七八九十]+要/u.test(opening) && section.mode === 'narrative') speech = 'instruction'
  const heads = headsOf(text, block, headed)
  const answering = answeringIn(ground, text.slice(block.start, block.end))
  // 责任单位：… on a line of its own answers for the line above.
  if (answering !== null && /^[（(]?(?:责任|牵头)/u.test(opening)) {
    const above = frames.at(-1)?.block
    for (let at = frames.length - 1; at >= 0 && frames[at]?.block === above; at -= 1) {
      const frame = frames[at]
      if (frame) frames.splice(at, 1, { ...frame, actor: answering })
    }
  }
  const deadline = deadlineOf(ground, block, section.headed)
  const from = frames.length
  let { theme } = section
  let opened: DateExpression | null = section.headed
  let span: DateExpression | null = section.headed
  let pledged: Mode | null = null
  let actor: string | null = null
  for (const [position, sentence] of block.sentences.entries()) {
    const words = text.slice(sentence.start, sentence.end)
    const asTheme = isTheme(text, block, position)
    theme = asTheme ?? theme
    const past = isReport(words)
    let said: Mode | null = goesOn(ground, sentence) ? pledged : null
    let saidYear: number | null = null
    let outcome = false
    let ahead = false
    let carried: DateExpression | null = opened
    let toldOf = false
    let measured: DateExpression | null = null
    let now = false
    let turned = false
    for (const [index, clause] of sentence.clauses.entries()) {
      const own = text.slice(clause.start, clause.end)
      outcome ||= FINISHED.test(own)
      const handed = handsOver(own)
      // …，”某某介绍。 closes a quotation: what comes after is told by the writer.
      const closes = handed?.whole === true && handed.mode === 'commitment' && /[。！]/u.test(clause.mark)
      if (handed && !closes) speech = handed.mode === 'commitment' && speech !== null ? speech : handed.mode
      if (PROVIDES.test(own)) speech = 'commitment'
      // …；丙与丁签约，…: the next agreement is told again.
      else if (SIGNED.test(own) && PROVIDES_AT.test(words)) {
        speech = null
        said = null
      }
      const charge = chargeOf(own, ground)
      const subject = charge?.who ?? subjectOf(own, ground)
      actor = subject ?? actor
      section = subject === null ? section : namedBoard(section, subject)
      toldOf = tellsOf(own, toldOf)
      // 甲将…；乙新增…: a new subject promises nothing because another did.
      if (turned && !opensWithVerb(own)) said = null
      turned = false
      const mode: Mode = toldOf
        ? 'narrative'
        : modeOf(own, past, { speech, section: section.mode, said, charge: charge?.mode ?? null })
      if (mode !== 'narrative') said = mode
      if (mode !== 'narrative') pledged = mode
      const stated = datesIn(text, clause.start, clause.end, {
        year,
        day: ground.day,
        inForce: forwardYear(
          own,
          mode,
          carried !== null && carried.start >= sentence.start
            ? yearOf(carried, year)
            : (saidYear ??
                (section.headed === null && liesAhead(own, [], null) && !isDone(own) && !past
                  ? year
                  : yearOf(carried ?? span, year))),
          year,
        ),
      })
      const dates = stated.filter(({ kind }) => kind !== 'base')
      if (mode !== 'narrative' && isOver(carried, sentence.start, year)) carried = section.headed
      if (mode !== 'narrative' && isOver(span, sentence.start, year)) span = section.headed
      // 年底前新引进…，总投资…: what follows a deadline goes with it until another time is named.
      if (isDone(own) || NOW.test(own)) ahead = false
      else if (liesAhead(own, dates, ground.date)) ahead = true
      else if (dates.some((it) => it.period !== null)) ahead = false
      const silent =
        asTheme !== null ||
        heads.has(clause.start) ||
        (charge !== null && own.endsWith('承诺')) ||
        opensList(own, clause.mark) ||
        handed?.whole === true
      if (NOW.test(own)) {
        carried = null
        now = true
      }
      const changes = measured !== null && dates.length === 0 && CHANGED.test(own)
      if (!changes) measured = dates.findLast((it) => it.kind === 'within' || it.kind === 'until') ?? null
      const inTerm = section.term !== null && TERM.test(own)
      // 计划三年内投资…: a term of its own, whatever date the clause before had.
      const lasting = dates.some(({ due }) => due?.startsWith('P') === true)
      frames.push({
        block,
        sentence,
        clause,
        index,
        words: own,
        mode,
        actor: answering ?? actor ?? section.board ?? region,
        theme,
        section: section.board,
        silent: silent || INTRODUCES.test(words),
        dates,
        bases: stated.filter(({ kind }) => kind === 'base'),
        amounts: amountsIn(text, clause.start, clause.end),
        carried: changes ? measured : inTerm ? section.term : lasting ? null : carried,
        span: now || lasting ? null : span,
        bound: section.mode !== 'narrative' || speech !== null,
        ahead: ahead && !past && !toldOf,
        outcome,
      })
      // 三年招引…90个，其中…: the parts of it as well.
      if (inTerm && /^(?:\d{1,2}[.．、])?[二两三四五]年/u.test(own) && section.term !== null)
        carried = { ...section.term, start: clause.start, end: clause.start }
      const last = dates.at(-1)
      saidYear = namedYear(dates) ?? saidYear
      if (last && carries(text, last, clause.start, carried)) {
        carried = last
        if (
          last.kind === 'within' &&
          isYear(last) &&
          !/(?:预计|计划|有望)$/u.test(text.slice(clause.start, last.start))
        )
          span = last
      }
      const told = last !== undefined && !EXPECTED.test(text.slice(clause.start, last.start))
      if (last && told && staysOpen(last, carried, mode, index, position + index === 0 && dates.length === 1))
        opened = last
      if (/[；;]/u.test(clause.mark)) {
        outcome = false
        ahead = false
        saidYear = null
        const next = sentence.clauses[index + 1]
        // 今年以来…；工业投资增长8%: what is measured goes on being told of the same time.
        toldOf &&= next !== undefined && MEASURED.test(text.slice(next.start, next.end))
        turned = section.mode === 'narrative' && speech === null
        if (carried?.raw === '' && carried.start >= sentence.start) carried = section.headed
        if (carried !== null && !toldOf && endsAtSemicolon(text, carried, sentence)) carried = section.headed
        if (mode !== 'narrative' && carried !== null && !isWholeYear(carried)) carried = section.headed
        if (mode === 'instruction') actor = null
      }
    }
    if (section.mode !== 'commitment' && speech !== 'commitment') actor = null
  }
  if (deadline !== null) {
    const of = isOwnLine(opening) ? frames[from - 1]?.block : block
    for (const [at, frame] of frames.entries()) {
      if (frame.block === of) frames.splice(at, 1, withDeadline(frame, deadline, section.headed))
    }
  }
  return { section, speech }
}

/** 责任单位：市教育局、…: the first of those who answer for what stands above. */
function answeringIn(ground: Ground, words: string): string | null {
  const said = /(?:责任|牵头|主办)(?:单位|部门)[：:](?<who>[^。；，、（）()\n]{2,24})/u.exec(words)?.groups?.[
    'who'
  ]
  return said === undefined ? null : (namedBody(said, ground) ?? said)
}

function headsOf(text: string, block: Block, headed: boolean): ReadonlySet<number> {
  const first = headed ? block.sentences[0]?.clauses[0] : undefined
  return new Set([...parallelHeads(text, block), ...(first ? [first.start] : [])])
}

/** 东湖将…。新增…，抓好…; 6月底前完成…: a sentence that opens with a verb, or a date and a verb, goes on promising. */
function goesOn(ground: Ground, { clauses: [first] }: Sentence): boolean {
  if (first === undefined) return false
  const { text } = ground
  const date = datesIn(text, first.start, first.end, ground)[0]
  const from = date?.start === first.start ? date.end : first.start
  return opensWithVerb(text.slice(from, first.end))
}

/** A heading may shorten its board's name (经开): the first subject that spells it out names it. */
function namedBoard(section: Section, subject: string): Section {
  const spelt = section.board === section.boardHeading && abbreviates(section.boardHeading, subject)
  return spelt ? { ...section, board: subject } : section
}

/** 目前已…: what is now is not of the time told before. */
const NOW = pattern(/^(?:目前|截至目前|现有|现已|如今|迄今)/u)
/** 三年累计…, 三年内: the term of the plan. */
const TERM = pattern(
  /(?<!第|每|[一二两三四五六七八九十])[二两三四五]年(?:内|来|累计|共|新增|新建|招引|引进|培育|建成|实施|完成|投入|盘活|投|$)|^(?:\d{1,2}[.．、])?每年(?!\d)/u,
)
/** 根据协议，…: what an agreement provides is undertaken. */
const PROVIDES = pattern(/^(?:根据|按照|依据)(?:该|此)?协议|协议(?:约定|明确|规定|提出)$/u)
const PROVIDES_AT = pattern(/(?:根据|按照|依据)(?:该|此)?协议|协议(?:约定|明确|规定)/u)
const SIGNED = pattern(/(?:与|同)[^，]{2,30}(?:签署|签订|签约)[^，]{0,12}$/u)
/** 工业投资增长8%, 税收占比居全市第一. */
const MEASURED = pattern(
  /^[^，\d]{2,24}?(?:增长|下降|提高|上升|增速|增幅|占比|比重|达到?|突破|超过?|完成|实现|累计|[居列]|排名)[^，]{0,12}(?:\d|第[一二三四五])/u,
)
const EXPECTED = pattern(/(?:预计|计划|力争|争取|确保|有望|拟|将)[^，]*$/u)
/** 但也要看到，部分项目偏慢: what is seen is told, whoever asks for it to be seen. */
const SEES = pattern(
  /(?:看到|认识到|意识到|正视)$|^(?:但|同时|也|还|要|应|清醒|必须)+(?:看到|认识到|意识到)/u,
)
/** ，同比增长18%: a change of what the clause before measured, in the same time. */
const CHANGED = pattern(
  /^(?:同比|比上年|较上年|按可比价(?:格)?(?:计算)?)?(?:分别)?(?:增长|下降|增幅|增速|[居列占]|位居|位列|高于|低于|快于)/u,
)
/** 制定本方案, 责任单位：…: words about the document, or about who answers. */
const INTRODUCES = pattern(/制定(?:本|如下|以下)|^[（(]?(?:责任|牵头|主办|配合)(?:单位|部门)/u)
const LAST_YEAR = pattern(/^(?:去年|上年|上一年|过去(?:的)?一年)$/u)
const ASKS = pattern(/(?:要|将|力争|确保|必须|加快|推动|希望)/u)
const SO_FAR = pattern(/^(?:[^，]{0,16}[，：])?(?:今年|去年|一年|近年|上半年)(?:以)?来/u)
/** 今年以来…，前三季度完成…: the speaker tells before he asks. */
function tellsOf(own: string, told: boolean): boolean {
  if (SEES.test(own) || LAST_YEAR.test(own)) return true
  if (ASKS.test(own)) return false
  return told || SO_FAR.test(own)
}

/** 重点抓好五个方面工作：, 做到以下几点：: what a colon opens says it. */
function opensList(words: string, mark: string): boolean {
  return /[：:]/u.test(mark) && /方面|以下|工作|任务|几点|如下|目标|要求|[为是]$/u.test(words)
}
