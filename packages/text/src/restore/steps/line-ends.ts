import type { Change } from '../trace.js'

/** One line feed a line; marks that nobody sees go. */
export function findLineEnds(text: string): readonly Change[] {
  const changes: Change[] = []
  for (const hit of text.matchAll(
    /\r\n?|[\u0085\u2028\u2029\v\f]|[\ufeff\u200b-\u200f\u2060\u00ad\ufffe]+/g,
  )) {
    const unseen = /^[\ufeff\u200b-\u200f\u2060\u00ad\ufffe]/.test(hit[0])
    changes.push({
      start: hit.index,
      end: hit.index + hit[0].length,
      text: unseen ? '' : '\n',
      ...(unseen ? { kind: 'spacing' as const } : {}),
    })
  }
  return changes
}
