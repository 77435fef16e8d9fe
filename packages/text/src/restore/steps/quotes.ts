import type { About } from '../about.js'
import type { Change } from '../trace.js'

const han = /[\u4e00-\u9fff]/

/** ASCII quotes in Chinese paragraphs, opening and closing in turn; the spaces a site set beside them go too. */
export function findQuotes(text: string, about: About): readonly Change[] {
  const changes: Change[] = []
  let start = 0
  while (start <= text.length) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    if (line.includes('"') && han.test(line)) pair(line, start, about.spaced, changes)
    if (line.includes("'") && han.test(line)) pairSingle(line, start, changes)
    if (stop < 0) break
    start = stop + 1
  }
  return changes.sort((a, b) => a.start - b.start)
}

function pair(line: string, offset: number, spaced: boolean, changes: Change[]): void {
  const marks = [...line.matchAll(/"/g)].map((hit) => hit.index)
  if (marks.length % 2 !== 0) {
    changes.push({
      start: offset + (marks[0] ?? 0),
      end: offset + (marks[0] ?? 0) + 1,
      text: '“',
      note: { derivation: '本段直引号为奇数个，无法成对，保留原样。', certainty: 'low', proposal: true },
    })
    return
  }
  let reached = 0
  for (const [n, at] of marks.entries()) {
    const opening = n % 2 === 0
    let from = at
    let to = at + 1
    if (spaced || !opening) while (from > reached && line.charAt(from - 1) === ' ') from--
    if (spaced || opening) while (line.charAt(to) === ' ') to++
    changes.push({ start: offset + from, end: offset + to, text: opening ? '“' : '”' })
    reached = to
  }
}

function pairSingle(line: string, offset: number, changes: Change[]): void {
  const marks = [...line.matchAll(/(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])/g)].map((hit) => hit.index)
  if (marks.length % 2 !== 0) return
  for (let n = 0; n + 1 < marks.length; n += 2) {
    const [open, close] = [marks[n] ?? 0, marks[n + 1] ?? 0]
    if (!han.test(line.slice(open, close))) continue
    changes.push({ start: offset + open, end: offset + open + 1, text: '‘' })
    changes.push({ start: offset + close, end: offset + close + 1, text: '’' })
  }
}
