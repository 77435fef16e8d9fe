import type { About } from '../about.js'
import { simplified } from '../script.js'
import type { Change } from '../trace.js'

/** Traditional to simplified, where the text is traditional. */
export function findScript(text: string, about: About): readonly Change[] {
  if (!about.traditional) return []
  const plain = simplified(text)
  const changes: Change[] = []
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === plain.charCodeAt(i)) continue
    const start = i
    while (i < text.length && text.charCodeAt(i) !== plain.charCodeAt(i)) i++
    changes.push({ start, end: i, text: plain.slice(start, i) })
  }
  return changes
}
