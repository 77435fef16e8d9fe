import { pattern } from '../pattern/pattern.js'

const OPEN = new Set('“《（('.split(''))
const CLOSE = new Set('”》）)'.split(''))
const AND = pattern(/^以?及/u)
const JOINS = new Set('、和及与'.split(''))

/** The members of a list joined by 、和及与: “A、B和C” → A, B, C. Names in quotes or brackets stay whole. */
export function listed(words: string): string[] {
  const members: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= words.length; at += 1) {
    const char = words.charAt(at)
    if (OPEN.has(char)) depth += 1
    if (CLOSE.has(char)) depth = Math.max(0, depth - 1)
    if (at < words.length && (depth > 0 || !JOINS.has(char))) continue
    // 泰和…产业园, 和平镇…: half a word joins nothing.
    if (
      at < words.length &&
      char !== '、' &&
      (at - from < 2 || /^和[平谐睦美顺县]/u.test(words.slice(at, at + 2)))
    )
      continue
    const member = words.slice(from, at).replace(AND, '').trim()
    if (member !== '') members.push(member)
    from = at + 1
  }
  return members
}
