import { classNames, nameBreaks, nameEndings } from '../words/name-endings.js'

export interface Name {
  readonly start: number
  readonly end: number
  readonly type: string
}

const LONGEST = 26
const TYPE = new Map(nameEndings.flatMap(([type, endings]) => endings.map((it) => [it, type] as const)))
const ENDING = new RegExp([...TYPE.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu')
const BREAK = new RegExp(`(?:${nameBreaks.toSorted((a, b) => b.length - a.length).join('|')})`, 'gu')
const EDGE = /[\s，。；：、！？“”‘’《》（）()+,;:]/u

/** Proper names by their endings (…产业园, …研究院, …工程), each reaching back to the last word no name holds. */
export function namesIn(text: string, from: number, to: number): Name[] {
  const found: Name[] = []
  let floor = from
  for (const match of text.slice(from, to).matchAll(ENDING)) {
    const at = from + match.index
    const end = at + match[0].length
    const type = TYPE.get(match[0]) ?? 'organization'
    const start = startOf(text, floor, at, type === 'organization')
    const stem = text.slice(start, at)
    if (start >= at ? !standsAlone(match[0]) : classNames.test(stem) || /^[“”]/u.test(stem)) continue
    const last = found.at(-1)
    // A name that goes on where the last one ended swallows it: 产业园 + 产业集聚区.
    if (last && start === last.end && stem !== '') found[found.length - 1] = { start: last.start, end, type }
    else if (last && last.start === start) found[found.length - 1] = { start, end, type }
    else found.push({ start, end, type })
    floor = last && last.end > floor ? Math.max(floor, last.start) : floor
  }
  return found
}

/** Organs that are named without anything before them. */
function standsAlone(ending: string): boolean {
  return /^(?:[市区县省]委|[市区县省]政府|管委会|党工委|综保区|科教城|市政协|区政协)$/u.test(ending)
}

function startOf(text: string, floor: number, at: number, organ: boolean): number {
  let start = at
  while (start > floor && at - start < LONGEST && !EDGE.test(text.charAt(start - 1))) start -= 1
  const reach = text.slice(start, at)
  let cut = 0
  for (const match of reach.matchAll(BREAK)) {
    // 发展改革委, 自然资源和规划局: an organ keeps the words its name is made of.
    if (organ && /^(?:和|发展)$/u.test(match[0]) && reach.slice(0, match.index).length >= 2) continue
    cut = match.index + match[0].length
  }
  return start + cut
}
