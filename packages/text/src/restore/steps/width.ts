import type { Change } from '../trace.js'

const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
}
const chinese = /[\u3400-\u9fff\u3000-\u303f\uff00-\uff65“”‘’—…·]/
const chineseOrBracket = /[()]|[\u3400-\u9fff\u3000-\u303f\uff00-\uff65“”‘’—…·]+/g
const closing = /[，。、；：！？（）《》〈〉【】…”’]/
const numbered = /^\s*[一二三四五六七八九十]{1,2}\)/
const number = /(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g
const machine =
  /(?:https?:|www\.)[\x21-\x27\x2a-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+|(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)|(?<!\d)\d:\d(?!\d)/g

/** Half-width punctuation to full width in Chinese lines; figures, times and addresses keep theirs. */
export function findWidth(text: string): readonly Change[] {
  const changes: Change[] = []
  let start = 0
  while (start < text.length) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    if (/[,;:!?()]/.test(line) && /[\u3400-\u9fff]/.test(line)) widen(line, start, changes)
    start = end + 1
  }
  return changes
}

const marks = /[,;:!?()]/g
const sideBySide = /[,;:!?()]+/g

const PASSES = 6

/** A widened mark makes its neighbours stand in Chinese, so the line is gone through until nothing changes. */
function widen(line: string, offset: number, changes: Change[]): void {
  let text = line
  for (let pass = 0; pass < PASSES; pass++) {
    const places = widenOnce(text)
    if (places.length === 0) break
    let next = 0
    text = text.replace(marks, (mark, at: number) => {
      if (places[next] !== at) return mark
      next++
      return full[mark] ?? mark
    })
  }
  if (text === line) return
  // Marks side by side are one change.
  for (const hit of line.matchAll(sideBySide)) {
    const end = hit.index + hit[0].length
    for (let at = hit.index; at < end; at++) {
      if (text.charCodeAt(at) === line.charCodeAt(at)) continue
      const start = at
      while (at < end && text.charCodeAt(at) !== line.charCodeAt(at)) at++
      changes.push({ start: offset + start, end: offset + at, text: text.slice(start, at) })
    }
  }
}

/** Where a mark is to be widened, in order. */
function widenOnce(line: string): readonly number[] {
  const kept = new Set<number>()
  if (/\d,\d|\d:\d|[\w.+-]@|\/\/|www\./.test(line))
    for (const pattern of [number, machine])
      for (const hit of line.matchAll(pattern))
        for (let i = 0; i < hit[0].length; i++) if (full[line.charAt(hit.index + i)]) kept.add(hit.index + i)
  const brackets = /[()]/.test(line) ? chineseBrackets(line) : kept
  const found: number[] = []
  marks.lastIndex = 0
  for (let hit = marks.exec(line); hit; hit = marks.exec(line)) {
    const at = hit.index
    const bracket = hit[0] === '(' || hit[0] === ')'
    if (!kept.has(at) && (bracket ? brackets.has(at) : fits(line, at))) found.push(at)
  }
  marks.lastIndex = 0
  return found
}

const FARTHEST = 8

/** A mark between two foreign words, `Hello, world`, stays; any other mark of a Chinese line is Chinese. */
function fits(line: string, at: number): boolean {
  let last = at - 1
  while (line.charAt(last) === ' ' && at - last < FARTHEST) last--
  const before = line.charAt(last)
  let next = at + 1
  while (line.charAt(next) === ' ' && next - at < FARTHEST) next++
  const after = line.charAt(next)
  if (chinese.test(before) || after === '' || chinese.test(after)) return true
  if (/[,;:!?()]/.test(before) || /[,;:!?()"]/.test(after)) return true
  return (
    next === at + 1 && !(/[A-Za-z]/.test(before) && /[A-Za-z/\\=]/.test(after) && line.charAt(at) === ':')
  )
}

/** Brackets of a pair that holds or touches Chinese; a lone one where it stands between Chinese. */
function chineseBrackets(line: string): ReadonlySet<number> {
  const found = new Set<number>()
  const open: number[] = []
  const touches = (at: number): boolean => chinese.test(line.charAt(at))
  // The space before a full-width mark goes in a later step.
  const meets = (at: number): boolean => {
    let next = at
    while (line.charAt(next) === ' ' && next - at < FARTHEST) next++
    return touches(at) || closing.test(line.charAt(next))
  }
  // The last Chinese character before each bracket, so that a pair need not be looked through.
  let last = -1
  for (const hit of line.matchAll(chineseOrBracket)) {
    const at = hit.index
    if (hit[0] !== '(' && hit[0] !== ')') last = at + hit[0].length - 1
    else if (hit[0] === '(') open.push(at)
    else {
      const start = open.pop()
      const lone = start === undefined
      if (
        lone ? touches(at - 1) && !numbered.test(line) : touches(start - 1) || meets(at + 1) || last > start
      ) {
        found.add(at)
        if (!lone) found.add(start)
      }
    }
  }
  for (const start of open) if (touches(start - 1) && touches(start + 1)) found.add(start)
  return found
}
