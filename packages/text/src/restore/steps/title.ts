import { overlap, pairsOf } from '../page/overlap.js'

const LONGEST = 70

/** The line behind the body that is its title, or null: no full stop, and it speaks in the body's own words. */
export function findLateTitle(text: string): readonly [start: number, end: number] | null {
  const lines = text.split('\n')
  let last = lines.length - 1
  while (last > 0 && lines[last] === '') last--
  const title = lines[last] ?? ''
  if (last < 2 || title.length < 10 || title.length > LONGEST || /[。；：，]$|。/.test(title)) return null
  if (/\d{4}年\d{1,2}月\d{1,2}日$/.test(title)) return null
  const [first, before] = [lines[0] ?? '', lines[last - 1] ?? '']
  const prose = (line: string): boolean => line.length >= 40 && /[。！？”]$/.test(line)
  if (!prose(first) || !/[。！？”]$/.test(before)) return null
  const start = lines.slice(0, last).join('\n').length + 1
  return overlap(title, pairsOf(text.slice(0, start))) >= 0.75 ? [start, start + title.length] : null
}
