import { actionVerbs, manner } from '../words/action-verbs.js'
import { pattern, removing } from '../pattern/pattern.js'

const VERBS = new Set(actionVerbs)
const LONGEST_VERB = 4
const REACH = 26

/** The clause without what hands it over (会议强调, 希望企业) and without its subject before 要 or 将. */
export const predicateOf = removing(
  /^[“”]/u,
  /^[一二三四五六七八九十]{1,2}是/u,
  /^(?:[^，]{0,30}?(?:会议|书记|市长|区长|县长|主任|常委会|同志|要求|[\p{Script=Han}]{2,4}))?(?:说|强调|指出|希望|(?<=^|他|她)要求|勉励[^，]{0,4}?|叮嘱[^，]{0,4}?|表示)(?=[^，的]{4})/u,
  /^由?[^，]{1,12}[市区县镇乡道局委办](?:负责|牵头|承诺)(?=[^，的制书件]{2})/u,
  /^[^，将]{2,24}?(?:(?<![主重需只必])要(?!求|素)|将|应当|应该|须)/u,
)

/** Whether words begin with a verb of doing, manner words aside. */
export function opensWithVerb(words: string): boolean {
  return verbAt(words) > 0 || verbAt(words.replace(manner, '')) > 0
}

/** Whether a manner phrase, a topic or a preposition stands before the verb: 专班化推动…, 与高校加强…. */
export function verbFollows(words: string): boolean {
  const limit = Math.min(words.length - 2, REACH)
  for (let at = 1; at <= limit; at += 1) if (VERBS.has(words.slice(at, at + 2))) return true
  return /把|对[^，]+(?:进行|加以|再)/u.test(words)
}

function verbAt(words: string): number {
  for (let size = LONGEST_VERB; size >= 1; size -= 1) if (VERBS.has(words.slice(0, size))) return size
  return 0
}

const SHORTEST = 6
/** …、6月底前所有项目全部开工 */
const DATED_PART = pattern(
  /^(?:20\d{2}年|\d{1,2}月|年底|[上下]半年|[一二三四]季度)[^、]{4,}(?:开工|竣工|投产|投用|建成|通车|开园|完工)$/u,
)
/** 到2027年新建…、建成…: the date before the first verb. */
const OPENING_DATE = pattern(
  /^(?:力争|确保|争取)?(?:到|至)?(?:20\d{2}年|今年|年内|全年|[上下]半年|\d{1,2}月|[一二三四]季度|年底)(?:[底末]|\d{1,2}日)?[之以]?前?/u,
)
const OPEN = new Set('“《（(‘'.split(''))
const CLOSE = new Set('”》）)’'.split(''))

/**
 * Where a clause falls apart at 、 into phrases with a verb and an object each: 筑牢平台支撑、加强技术攻关. Offsets of
 * the parts; a clause that lists nouns, or short verbs of one object, stays one.
 */
export function phrasesOf(words: string): readonly (readonly [start: number, end: number])[] {
  if (!words.includes('、')) return [[0, words.length]]
  const cuts = [0]
  let depth = 0
  for (let at = 0; at < words.length; at += 1) {
    const char = words.charAt(at)
    if (OPEN.has(char)) depth += 1
    else if (CLOSE.has(char)) depth = Math.max(0, depth - 1)
    else if (char === '、' && depth === 0) cuts.push(at + 1)
  }
  if (cuts.length === 1) return [[0, words.length]]
  const parts = cuts.map(
    (cut, index) => [cut, index + 1 < cuts.length ? (cuts[index + 1] ?? 0) - 1 : words.length] as const,
  )
  const whole = parts.every(([start, end], index) => {
    const part = words.slice(start, end)
    if (part.length < SHORTEST || part.startsWith('其中')) return false
    return (
      twoCharacterVerb(index === 0 ? predicateOf(part).replace(OPENING_DATE, '') : part) ||
      measuredPhrase(part) ||
      (index > 0 && DATED_PART.test(part))
    )
  })
  return whole ? parts : [[0, words.length]]
}

function twoCharacterVerb(part: string): boolean {
  const bare = part.replace(manner, '')
  return [part, bare].some((it) => it.length >= 4 && VERBS.has(it.slice(0, 2)))
}

/** 有效高企突破1200家: a measure, what happens to it and by how much. */
function measuredPhrase(part: string): boolean {
  return /^[^\d]{2,}(?:突破|超过|超|达到|(?<![雷到抵发通传表直])达|保持|增长|提高|提升|下降|降低)[^\d]{0,4}\d/u.test(
    part,
  )
}
