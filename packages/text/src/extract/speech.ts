import { pledging, requiring } from '../words/speech.js'
import { pattern } from '../pattern/pattern.js'

const REQUIRING = pattern(
  new RegExp(
    `(?:${requiring.join('|')})(?:说|道|，|：|$)|(?:${requiring.join('|')})(?=要|各|全|[^了过着的]{0,12}要)`,
    'u',
  ),
)
const WHOLE_REQUIRING = pattern(
  new RegExp(`(?:${requiring.join('|')})(?:说|道)?$|提出(?:了)?[^，]{0,8}要求$`, 'u'),
)
const URGING = pattern(/(?:希望|勉励|叮嘱|鼓励|嘱咐)[^，。]{2,}/u)
const PLEDGING = pattern(new RegExp(`^(?:[^，]{0,30})(?:${pledging.join('|')})$`, 'u'))
const QUOTES = pattern(/[“”‘’]/gu)
const DEMANDED = pattern(/^(?:他|她)?要求[^，。的]{6,}/u)
const CHAIR = pattern(/会议|书记|市长|区长|县长|省长|主任|主席|常委会|强调|指出/u)

export interface HandedOver {
  readonly mode: 'instruction' | 'commitment'
  /** The clause does nothing but hand over: 会议强调. */
  readonly whole: boolean
}

/** What a clause that introduces speech makes of what follows it, or null. */
export function handsOver(words: string): HandedOver | null {
  const inner = words.replace(QUOTES, '')
  if (inner.startsWith('要') && !inner.startsWith('要求')) return null
  // 据…负责人介绍，: told, not pledged.
  if (inner.startsWith('据')) return null
  if (WHOLE_REQUIRING.test(inner) && inner.length <= 40) {
    const pledge = /(?:提出|指出)$/u.test(inner) && !CHAIR.test(inner)
    return { mode: pledge ? 'commitment' : 'instruction', whole: true }
  }
  if (PLEDGING.test(inner) && inner.length >= 3) return { mode: 'commitment', whole: true }
  if (URGING.test(inner) && !inner.startsWith('鼓励')) return { mode: 'instruction', whole: false }
  if (DEMANDED.test(inner)) return { mode: 'instruction', whole: false }
  if (REQUIRING.test(inner) && CHAIR.test(inner)) return { mode: 'instruction', whole: false }
  return null
}
