import { insertedReading, reads } from '../readings.js'
import type { About } from '../about.js'
import type { Change } from '../trace.js'

const pattern = new RegExp(`(?<=([\\u3400-\\u9fff]))${insertedReading}`, 'g')

/** Readings inserted after characters, `會(huì)` or `會(huì )`, verified as a reading of that character. */
export function findPinyin(text: string, about: About): readonly Change[] {
  if (!about.traditional && !about.annotated) return []
  const changes: Change[] = []
  for (const hit of text.matchAll(pattern)) {
    if (reads(hit[1] ?? '', hit[2] ?? ''))
      changes.push({ start: hit.index, end: hit.index + hit[0].length, text: '' })
  }
  return changes
}
