import { lookingBack, reported } from '../words/speech.js'
import { pattern } from '../pattern/pattern.js'

/** Whether the text asks for something, promises it, or tells what is or was. */
export type Mode = 'instruction' | 'commitment' | 'narrative'

const ASKS = pattern(
  /^(?:[一二三四五六七八九十]+)?(?:[^，将]{0,24}[^主重需只必首纪摘不])?要(?!求|素|闻|点|件|害|塞|地|是|么|职|务|领|道|看到|清醒|认识到|知道)/u,
)
const PROMISES = pattern(
  /(?:^|[^即现])将(?!军|来|近|领|于)|力争|确保|着力|致力于|(?:今年|明年|全年|20\d{2}年)[^，]{0,6}(?:安排|计划|目标(?!任务)|拟|力争)|^计划(?:新建|新增|实施|完成|改造|安排|建设|招引)|预期目标|^下一步|(?:我们|今年)要/u,
)
const OWN_PAST = pattern(
  /了(?=[^解])|已(?!知|有之)|取得(?:了|的|明显|显著|积极|阶段性|良好|优异|重大|丰硕)|荣获|(?<![新首])获评(?!的)|同比|现有|共有(?=\d|[^，]{1,10}\d)|截至|去年|上年/u,
)

export interface Setting {
  /** What somebody's speech makes of the clauses after it. */
  readonly speech: Mode | null
  /** What the heading or the opening of the part makes of it. */
  readonly section: Mode
  /** What 承诺 or 负责 after a subject makes of the clause. */
  readonly charge: Mode | null
  /** What an earlier clause of the sentence made of it. */
  readonly said: Mode | null
}

/** Whether a clause says by its own words that it is done. */
export function isDone(own: string): boolean {
  return OWN_PAST.test(own)
}

/** Whether a sentence tells of what is done and asks for nothing. */
export function isReport(sentence: string): boolean {
  return (
    reported.test(sentence) &&
    !/(?:^|[，；。])[^，；。]{0,16}(?:[^主重需只必]要(?!求|素)|将|力争|确保)/u.test(sentence)
  )
}

/** The mode of one clause; an own cue goes before what the sentence, the speech and the section say. */
export function modeOf(own: string, past: boolean, { speech, section, said, charge }: Setting): Mode {
  const forward = charge === 'commitment' || ASKS.test(own) || PROMISES.test(own)
  if (!forward && (OWN_PAST.test(own) || (past && said === null) || (lookingBack.test(own) && said === null)))
    return 'narrative'
  if (charge === 'commitment' || (charge !== null && !past))
    return section === 'commitment' || speech === 'commitment' ? 'commitment' : charge
  if (speech === 'instruction') return past ? 'narrative' : 'instruction'
  if (ASKS.test(own))
    return section === 'commitment' || speech === 'commitment' ? 'commitment' : 'instruction'
  if (said !== null) return said
  if (speech === 'commitment' || section === 'commitment' || PROMISES.test(own)) return 'commitment'
  return 'narrative'
}
