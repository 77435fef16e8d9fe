import { classNames, joinedOrgans, nameBreaks, nameEndings } from '../words/name-endings.js'
import { pattern } from '../pattern/pattern.js'

export interface Name {
  readonly start: number
  readonly end: number
  readonly type: string
}

const LONGEST = 26
const TYPE = new Map(nameEndings.flatMap(([type, endings]) => endings.map((it) => [it, type] as const)))
const ENDING = pattern(new RegExp([...TYPE.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu'))
const BREAK = pattern(new RegExp(`(?:${nameBreaks.toSorted((a, b) => b.length - a.length).join('|')})`, 'gu'))
/** 打造…集聚区 tells what a place should become; it names none. */
const POSITIONING = pattern(/(?:打造|争创|争当|成为|致力于|建成|建设成)[^，。；]{0,60}$/u)
const EDGE = pattern(/[\s，。；：、！？“”‘’《》（）()+,;:]/u)

/** Proper names by their endings (…产业园, …研究院, …工程), each reaching back to the last word no name holds. */
export function namesIn(text: string, from: number, to: number): Name[] {
  const found: Name[] = []
  let floor = from
  for (const match of text.slice(from, to).matchAll(ENDING)) {
    const at = from + match.index
    const end = at + match[0].length
    const type = TYPE.get(match[0]) ?? 'organization'
    const start = afterOrgan(text, startOf(text, floor, at, type), at)
    const stem = text.slice(start, at)
    if (/集聚区|发展区|示范区|先行区|新城|新区/u.test(match[0]) && POSITIONING.test(text.slice(from, start)))
      continue
    if (start >= at ? !standsAlone(match[0]) : isClass(stem, match[0], type)) continue
    const last = found.at(-1)
    // A name that goes on where the last one ended swallows it: 产业园 + 产业集聚区.
    if (last && start === last.end && stem !== '') found[found.length - 1] = { start: last.start, end, type }
    else if (last && last.start === start) found[found.length - 1] = { start, end, type }
    else found.push({ start, end, type })
    floor = last && last.end > floor ? Math.max(floor, last.start) : floor
  }
  return found
}

/** 市委市政府: an organ does not begin with another. */
function afterOrgan(text: string, start: number, at: number): number {
  return /^[市区县省]委$/u.test(text.slice(start, at)) ? at : start
}

/** 各功能区, 国家级开发区 are classes; 传统产业焕新工程 and 市国资委 are names though their first words are general. */
function isClass(stem: string, ending: string, type: string): boolean {
  if (type === 'organization' && /^[市区县省]$/u.test(stem)) return false
  // 省级制造业创新中心, 国家级高新区
  if (/^(?:国家|省|市|区|县)级/u.test(stem) && /^(?:zone|park|carrier|institute)$/u.test(type)) return true
  if ((type === 'programme' || type === 'policy') && ending.length >= 4 && stem.length >= 4) return false
  return classNames.test(stem)
}

/** Organs that are named without anything before them. */
function standsAlone(ending: string): boolean {
  return /^(?:[市区县省]委|[市区县省]政府|管委会|党工委|综保区|科教城|专项规划|市政协|区政协)$/u.test(ending)
}

const QUOTE = 10

function startOf(text: string, floor: number, at: number, type: string): number {
  const organ = type === 'organization'
  let start = at
  while (start > floor && at - start < LONGEST) {
    const char = text.charAt(start - 1)
    // “两湖”创新区: a short quotation right before is part of the name.
    const open =
      char === '”' && start === at
        ? text.lastIndexOf('“', start - 1)
        : char === '”'
          ? text.lastIndexOf('“', start - 2)
          : -1
    if (open >= floor && start - open <= QUOTE) {
      start = open
      if (!organ && type !== 'policy') break
    } else if (EDGE.test(char)) break
    else start -= 1
  }
  const reach = text.slice(start, at)
  let cut = 0
  for (const match of reach.matchAll(BREAK)) {
    const end = match.index + match[0].length
    if (insideQuotes(reach, match.index)) continue
    // 空间优化焕新行动: a programme's name may hold the verb right before its ending.
    if (type === 'programme' && end === reach.length && /^(?:优化|提升|促进|强化)$/u.test(match[0])) continue
    // 发展改革委, 自然资源和规划局: an organ keeps the words its name is made of.
    if (
      organ &&
      (match[0] === '发展' ||
        joinedOrgans.some(
          (it) =>
            reach.slice(0, end + 6).endsWith(it) ||
            reach.slice(0, end).endsWith(it.slice(0, it.indexOf('和') + 1)),
        ))
    )
      continue
    cut = end
  }
  return start + cut + (/^\d{1,2}[.．、](?!\d)/u.exec(reach.slice(cut))?.[0].length ?? 0)
}

function insideQuotes(words: string, at: number): boolean {
  return words.lastIndexOf('“', at) > words.lastIndexOf('”', at)
}
