import { bodyEnd, classBody } from '../words/bodies.js'
import type { Ground } from './ground.js'
import { opensWithVerb } from './verb-phrase.js'
import { pattern } from '../pattern/pattern.js'

const BEFORE_MODAL = pattern(
  /^(?<who>[^，。；：]{2,24}?)(?:(?<![主重需只必])要(?!求|素|闻|点|件|害|地)|将(?!军|来|近)|应当|应该|须|必须|作为)/u,
)
const SPEAKER = pattern(/^[^，。]{0,20}(?:说|叮嘱|希望|勉励|要求|强调|指出)[，：]?/u)

const BEING = pattern(/^(?:特别|尤其)?是/u)
const QUOTE = pattern(/^[“”]/u)
const THEN = pattern(/^(?:会后|会议结束后|接下来|下一步|同时|此外|另外)(?=.{4})/u)

const CHARGED = pattern(/^由?(?<who>[^，。；：]{2,16}?)(?:郑重)?(?<does>承诺|负责|牵头)(?<what>.*)$/u)

/** Who promises (泽北区承诺…) or is charged with something (泽西镇负责完成…), and which of both. */
export function chargeOf(
  words: string,
  ground: Ground,
): { readonly who: string; readonly mode: 'instruction' | 'commitment' } | null {
  const { who, does, what = '' } = CHARGED.exec(words)?.groups ?? {}
  if (who === undefined || /[的了把对在]/u.test(who)) return null
  const promises = does === '承诺'
  if (promises ? /^(?:[制书件函人金的了办]|事项)/u.test(what) : !opensWithVerb(what)) return null
  const named = namedBody(who, ground) ?? (bodyEnd.test(who) || classBody.test(who) ? who : null)
  return named === null ? null : { who: named, mode: promises ? 'commitment' : 'instruction' }
}

/** Who is asked or promises in a clause with an explicit subject (各板块要…, 江阴将…), under its usual name. */
export function subjectOf(words: string, ground: Ground): string | null {
  const inner = words.replace(SPEAKER, '').replace(BEING, '').replace(QUOTE, '').replace(THEN, '')
  const who = BEFORE_MODAL.exec(inner)?.groups?.['who']?.replace(/(?:同时|还|也|都|又)$/u, '')
  if (
    who === undefined ||
    who.startsWith('我们') ||
    /[的了把对在]/u.test(who.slice(0, -1)) ||
    /^(?:要|一是|二是|三是|四是|当前|下一步|今年)/u.test(who)
  )
    return null
  const named = namedBody(who, ground)
  if (named !== null) return named
  return bodyEnd.test(who) || classBody.test(who) ? who : null
}

/** The usual name of a body named by exactly these words: 江阴 → 江阴市. Null where they name none we know. */
export function namedBody(words: string, { places, names }: Ground): string | null {
  if (/^我[区县]$/u.test(words)) return places.county?.canonical ?? null
  if (/^(?:我市|全市)$/u.test(words))
    return (places.county?.canonical.endsWith('市') === true ? places.county : places.city)?.canonical ?? null
  const place = places.byName.get(words)
  if (place) return place.canonical
  const known = names.get(words)
  return known ? (known.canonical ?? known.name) : null
}

/** Whether a short name is made of characters of the long one, in order: 经开, 无锡经济开发区. */
export function abbreviates(short: string, long: string): boolean {
  let at = -1
  for (const char of short) {
    at = long.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return short.length >= 2 && short.length < long.length
}
