import type { Change } from '../trace.js'

/** Empty lines go: one paragraph a line. */
export function findBlankLines(text: string): readonly Change[] {
  const changes: Change[] = []
  for (const hit of text.matchAll(/\n{2,}|^\n+/g)) {
    const first = hit.index === 0
    const kept = first ? 0 : 1
    changes.push({ start: hit.index + kept, end: hit.index + hit[0].length, text: '' })
  }
  return changes
}

const NARROW = 16
const WIDEST = 90

const sentenceEnd = /[。！？；：…”’）》!?.:;]$/

/** Lines broken at a fixed width are joined: most lines are equally long and do not end a sentence. */
export function findWrappedLines(text: string): readonly Change[] {
  const lines = text.split('\n')
  const widths = lines.map((line) => width(line.trimEnd()))
  const full = wrapWidth(lines, widths)
  if (full === 0) return []
  // Where paragraphs are told by a blank line or an indent, a full line goes on even after a full stop.
  const marked = lines.some(
    (line, i) => i > 0 && (line.trim() === '' ? i < lines.length - 1 : /^(?:\u3000| {2})/.test(line)),
  )
  const changes: Change[] = []
  let at = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const here = widths[i] ?? 0
    const ended = /[。！？]$/.test(line.trimEnd()) && !marked
    const begins = next === undefined || next.trim() === '' || /^(?:\u3000| {2})/.test(next)
    if (!begins && !ended && here >= full - 2 && here <= full) {
      const body = line.trimEnd()
      const gap = /[A-Za-z]$/.test(body) && /^ ?[A-Za-z]/.test(next) ? ' ' : ''
      const indent = next.length - next.trimStart().length
      changes.push({ start: at + body.length, end: at + line.length + 1 + indent, text: gap })
    }
    at += line.length + 1
  }
  return changes
}

/** The width at which the text was broken, or 0. */
function wrapWidth(lines: readonly string[], widths: readonly number[]): number {
  const broken = new Map<number, number>()
  let counted = 0
  for (const [i, line] of lines.entries()) {
    const here = widths[i] ?? 0
    if (here < NARROW || here > WIDEST) continue
    counted++
    if (!sentenceEnd.test(line.trimEnd())) broken.set(here, (broken.get(here) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (const full of broken.keys()) {
    const count = (broken.get(full) ?? 0) + (broken.get(full - 1) ?? 0) + (broken.get(full - 2) ?? 0)
    if (count > most || (count === most && full < best)) {
      most = count
      best = full
    }
  }
  // A text broken at a width has no longer lines.
  const longer = widths.filter((here) => here > best).length
  return most >= 3 && most >= counted * 0.5 && longer * 10 <= lines.length ? best : 0
}

/** Columns, counted in full-width characters, rounded down. */
function width(line: string): number {
  let half = 0
  for (let i = 0; i < line.length; i++) half += line.charCodeAt(i) < 0x100 ? 1 : 2
  return Math.floor(half / 2)
}
