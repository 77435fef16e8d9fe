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
const number = /(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g
const machine =
  /(?:https?:|www\.)[\x21-\x7e]+|[\w.+-]+@[\w.-]+|(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)|(?<!\d)\d:\d(?!\d)|[;:][-)(]+(?=\s)/g

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

function widen(line: string, offset: number, changes: Change[]): void {
  const skip = new Set<number>()
  for (const pattern of [number, machine])
    for (const hit of line.matchAll(pattern)) for (let i = 0; i < hit[0].length; i++) skip.add(hit.index + i)
  const brackets = chineseBrackets(line)
  let before = ''
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i)
    const wide = full[char]
    if (wide !== undefined && !skip.has(i)) {
      const bracket = char === '(' || char === ')'
      if (bracket ? brackets.has(i) : fits(line, i, before))
        changes.push({ start: offset + i, end: offset + i + 1, text: wide })
    }
    if (char !== ' ') before = char
  }
}

/** A mark between two foreign words, `Hello, world`, stays; any other mark of a Chinese line is Chinese. */
function fits(line: string, at: number, before: string): boolean {
  let next = at + 1
  while (line.charAt(next) === ' ') next++
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
  const touching = (at: number): boolean => chinese.test(line.charAt(at))
  let last = -1
  const lastChinese: number[] = []
  for (let i = 0; i < line.length; i++) {
    if (touching(i)) last = i
    lastChinese.push(last)
    if (line.charAt(i) === '(') open.push(i)
    if (line.charAt(i) !== ')') continue
    const start = open.pop()
    if (start === undefined) {
      if (touching(i - 1) && !/^\s*[一二三四五六七八九十]{1,2}\)/.test(line.slice(0, 6))) found.add(i)
    } else if (touching(start - 1) || touching(i + 1) || (lastChinese[i] ?? -1) > start) {
      found.add(start)
      found.add(i)
    }
  }
  for (const start of open) if (touching(start - 1) && touching(start + 1)) found.add(start)
  return found
}
