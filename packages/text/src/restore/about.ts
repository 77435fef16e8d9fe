import { insertedReading, reads } from './readings.js'
import { isTraditional } from './script.js'

/** What the steps need to know of the text as a whole. */
export interface About {
  readonly traditional: boolean
  /** Readings were inserted after characters; one or two glosses are an author's. */
  readonly annotated: boolean
  /** A site set a space at every border between Chinese characters and figures, letters or quotes. */
  readonly spaced: boolean
}

export function about(text: string): About {
  return { traditional: isTraditional(text), annotated: isAnnotated(text), spaced: isSpaced(text) }
}

const FEW = 3
const gloss = new RegExp(`(?<=[\\u3400-\\u9fff])${insertedReading}`, 'g')

function isAnnotated(text: string): boolean {
  let verified = 0
  for (const hit of text.matchAll(gloss))
    if (reads(text.charAt(hit.index - 1), hit[1] ?? '') && ++verified >= FEW) return true
  return false
}

const wideBorder = /[\u4e00-\u9fff，。、；：！？] [\dA-Za-z"+]|[\dA-Za-z"%+] [\u4e00-\u9fff]/g
const tightBorder = /[\u4e00-\u9fff][\dA-Za-z"]|[\dA-Za-z"%][\u4e00-\u9fff]/g

/** By lines that hold a clause; the spaces of a table part its columns. */
function isSpaced(text: string): boolean {
  const sample = text.length > 200_000 ? text.slice(0, 200_000) : text
  let wide = 0
  let tight = 0
  for (const line of sample.split('\n')) {
    if (!/[，。,]/.test(line)) continue
    wide += line.match(wideBorder)?.length ?? 0
    tight += line.match(tightBorder)?.length ?? 0
  }
  return wide >= 4 && wide > tight
}
