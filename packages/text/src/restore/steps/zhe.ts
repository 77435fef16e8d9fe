import type { About } from '../about.js'
import type { Change } from '../trace.js'
import { keepsZhu, meansZhe } from '../zhe-words.js'

const kept = new Set(keepsZhu)
const means = new Set(meansZhe)

/** 著 back to 着 by word: sites turn 着 into 著, and the general tables do not turn it back. */
export function findZhe(text: string, about: About): readonly Change[] {
  const changes: Change[] = []
  for (let at = text.indexOf('著'); at >= 0; at = text.indexOf('著', at + 1)) {
    const before = text.slice(at - 1, at + 1)
    const longer = text.slice(Math.max(0, at - 2), at + 1)
    const after = text.slice(at, at + 2)
    if (kept.has(before) || kept.has(after)) continue
    if (!about.traditional && !means.has(before) && !means.has(after) && !means.has(longer)) continue
    const word = means.has(after) || !/[\u4e00-\u9fff]/.test(text.charAt(at - 1)) ? after : before
    changes.push({
      start: at,
      end: at + 1,
      text: '着',
      note: {
        derivation: `站点简繁表把“着”转成“著”，通用简繁表不回转，按词“${word}”还原为“${word.replace('著', '着')}”。`,
        certainty: 'high',
      },
    })
  }
  return changes
}
