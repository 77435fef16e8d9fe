import type { About } from '../about.js'
import type { Change } from '../trace.js'

const blank = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/
const blanks = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const han = /[\u3400-\u9fff]/
const mark = /[，。、；：！？（）《》〈〉【】…]/
const border = /[\dA-Za-z%+‰℃“”‘’.Ⅰ-Ⅻ/~-]/
/** A dateline keeps the space behind it. */
const dateline = /^(?:本报|本网|本台|新华社|[\u4e00-\u9fff]{2,6})?讯 /
const letterSpaced = /^[\u3400-\u9fff](?:[ \t\u00a0\u3000]+[\u3400-\u9fff])+$/

/** Spaces at line ends, beside full-width marks, between the characters of a heading, and round figures. */
export function findSpacing(text: string, about: About): readonly Change[] {
  const changes: Change[] = []
  let start = 0
  while (start <= text.length) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    if (blank.test(line)) closeUp(line, start, about, changes)
    if (stop < 0) break
    start = stop + 1
  }
  return changes
}

function closeUp(line: string, offset: number, about: About, changes: Change[]): void {
  const core = trimmed(line)
  if (letterSpaced.test(core)) {
    const at = line.indexOf(core.charAt(0))
    const mended = core.replace(blanks, '')
    if (at > 0) changes.push({ start: offset, end: offset + at, text: '' })
    changes.push({
      start: offset + at,
      end: offset + at + core.length,
      text: mended,
      note: { derivation: `小标题排版时字间加空格，去空格还原为“${mended}”，单独成段。`, certainty: 'high' },
    })
    const rest = at + core.length
    if (rest < line.length) changes.push({ start: offset + rest, end: offset + line.length, text: '' })
    return
  }
  for (const hit of line.matchAll(blanks)) {
    const [before, after] = [line.charAt(hit.index - 1), line.charAt(hit.index + hit[0].length)]
    const kept = dateline.exec(line)?.[0].length === hit.index + 1
    const shut = before === '' || after === '' || (!kept && closes(before, after, about))
    if (shut || hit[0] !== ' ')
      changes.push({
        start: offset + hit.index,
        end: offset + hit.index + hit[0].length,
        text: shut ? '' : ' ',
      })
  }
}

function closes(before: string, after: string, about: About): boolean {
  if (mark.test(before) || mark.test(after)) return true
  if (before === '“' || before === '‘' || after === '”' || after === '’') return true
  if (!about.spaced) return false
  if (before === '+' || after === '+') return true
  return (
    (han.test(before) && border.test(after)) ||
    (border.test(before) && han.test(after)) ||
    bothEdges(before, after)
  )
}

function bothEdges(before: string, after: string): boolean {
  return (/[“”‘’]/.test(before) && border.test(after)) || (border.test(before) && /[“”‘’]/.test(after))
}

function trimmed(line: string): string {
  let from = 0
  let to = line.length
  while (from < to && blank.test(line.charAt(from))) from++
  while (to > from && blank.test(line.charAt(to - 1))) to--
  return line.slice(from, to)
}
