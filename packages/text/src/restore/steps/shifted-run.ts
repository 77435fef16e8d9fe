import { hexPairs } from '../../gbk/gbk.js'
import { bestReading } from '../run/best-reading.js'
import { parseRuns } from '../run/parse-run.js'
import type { Change } from '../trace.js'

/** A document with more runs than this is not damaged in the way meant here; the rest is listed, unsolved. */
const SEARCHES = 60

const marker = /[?？]/g

/**
 * Stretches that were decoded one byte off, because a reading or a full-width mark was matched across a character
 * boundary in the GBK bytes. They begin at a `?`, the trace of a lead byte that lost its trail.
 */
export function findShiftedRuns(text: string): readonly Change[] {
  const changes: Change[] = []
  let searches = 0
  let from = 0
  for (;;) {
    marker.lastIndex = from
    const hit = marker.exec(text)
    if (!hit) return changes
    from = hit.index + 1
    const runs = parseRuns(text, hit.index)
    if (runs.length === 0) continue
    const best = searches++ < SEARCHES ? bestReading(text, runs) : null
    if (best === null) continue
    const bytes = hexPairs(best.bytes)
    const gap = best.gap ? `其中无定义的双字节${best.gap}已丢失，按词补回；` : ''
    const lost = best.lost ? `，“?”即首字节${best.lost}` : ''
    changes.push({
      start: best.start,
      end: best.end,
      text: best.text,
      note: {
        derivation: `此段按GBK错开一个字节解码${lost}；半角标点还原全角后重新编码、补回首字节，得${bytes}；${gap}按GBK解码为“${best.text}”。`,
        certainty: best.certainty,
        ...(best.certainty === 'low' ? { proposal: true } : {}),
      },
    })
    from = best.end
  }
}
