import type { Amount } from './amount.js'
import type { Frame } from './ground.js'
import { opensWithVerb } from './verb-phrase.js'
import { manner } from '../words/action-verbs.js'
import { pattern, removing } from '../pattern/pattern.js'

const VERB_BEFORE = pattern(
  /(?:达到|达|突破|超过|超|跨越|增长|增至|增加到|提高到|提升到|提高至|提升至|降至|降低到|下降到|保持在|保持|控制在|稳定在|由|从|为|至|到|约|近|逾|不低于|不少于|共|共有|有|完成|实现|占|高达|仅|总计|合计|累计|分别|左右|力争|确保)+$/u,
)
const NOUN_AFTER = pattern(/^的?(?<noun>[^，。；：、的]{1,24})/u)

/** The name of what is measured: the words before the figure where there are any, else those after it. */
export function indicatorOf(text: string, frame: Frame, amount: Amount, from: number): string {
  const left = cleaned(text.slice(Math.max(from, frame.clause.start), amount.start))
  const change =
    amount.unit.kind === 'ratio'
      ? changeWord(text.slice(Math.max(frame.clause.start, amount.start - 8), amount.start))
      : ''
  const stem = bareName(left)
  if (amount.unit.kind === 'count' || stem.length < 2 || (stem.length <= 3 && opensWithVerb(stem))) {
    const noun =
      NOUN_AFTER.exec(text.slice(amount.end, frame.clause.end).replace(/^(?:以上|左右|以内|以下|余|多)/u, ''))
        ?.groups?.['noun'] ?? ''
    if (noun.length >= 2) return noun
  }
  return stem === '' ? change : stem + change
}

/** The words of a measure without its verbs: 实现地区生产总值达 → 地区生产总值. */
export function bareName(words: string): string {
  return bared(cleaned(words))
}

const bared = removing(
  VERB_BEFORE,
  /(?:增长|下降|提高|提升|降低|同比|分别)+$/u,
  /^(?:实现|完成|达到|推动|确保|推进|保持|力争|的)+(?=.{2})/u,
)

function changeWord(words: string): string {
  if (/增长|提高|上升|提升/u.test(words)) return '增长率'
  return /下降|降低|减少|压降/u.test(words) ? '下降率' : ''
}

const cleaned = removing(
  /^(?:以上|左右|以内|以下|余)+(?=[、，和])/u,
  /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,2}是)/u,
  /^由?[^，、]{1,12}[市区县镇乡道局委办](?:负责|牵头|承诺)/u,
  /^(?:其中|以及|和|与|并|、|，|[一二三四五六]是)+/u,
  /^(?:力争|确保)?(?:到|至)?(?:20\d{2}年|今年|全年|明年|年内|去年)(?:底|末)?前?/u,
  /^\d{1,2}月(?:\d{1,2}日|[底末])?[之以]?前/u,
  manner,
  /^[、，\s]+/u,
)
