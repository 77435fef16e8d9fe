import { gbkChar } from '../../gbk/gbk.js'
import { isCommon } from '../likelihood.js'
import { simplifiedChar } from '../script.js'

// What two bytes stand for, remembered: a search asks for the same pairs again and again.

/** Stands for a pair that is no character of an article. */
export const MISFIT = '\ufffd'

/** What articles are written with; GBK also holds box drawings, kana and Greek. */
const written = /[\u3007\u3400-\u9fff，。、；：！？“”‘’（）《》〈〉【】·—…％＋～]/

const plainOf: string[] = []
const commonOf: string[] = []

/** The character of two bytes in the simplified script; a misfit where an article has none. */
export function plainChar(lead: number, trail: number): string {
  const pair = (lead << 8) | trail
  const known = plainOf[pair]
  if (known !== undefined) return known
  const char = gbkChar(lead, trail)
  return (plainOf[pair] = written.test(char) ? simplifiedChar(char) : MISFIT)
}

/** The same where it is a common one; else the empty string. */
export function commonChar(lead: number, trail: number): string {
  const pair = (lead << 8) | trail
  const known = commonOf[pair]
  if (known !== undefined) return known
  const char = gbkChar(lead, trail)
  const one = char === '' ? '' : simplifiedChar(char)
  return (commonOf[pair] = one !== '' && isCommon(one) ? one : '')
}

/** Bytes as simplified text, a unit for a pair. */
export function plainText(bytes: readonly (number | null)[], from = 0, to = bytes.length): string {
  let text = ''
  for (let i = from; i + 1 < to; i += 2) text += plainChar(bytes[i] ?? 0, bytes[i + 1] ?? 0)
  return text
}
