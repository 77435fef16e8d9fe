import { hexPairs } from '../../gbk/gbk.js'
import { bestReading } from '../run/best-reading.js'
import { insertedReading } from '../readings.js'
import { swallowedDigit } from '../run/swallowed.js'
import { simplified } from '../script.js'
import { openAfter } from '../run/marks.js'
import { type PairSet, pairSetOf } from '../pair-set.js'
import { parseRuns, type Run, SWALLOWED } from '../run/parse-run.js'
import type { About } from '../about.js'
import type { Change } from '../trace.js'

/** Places to look for a gap, in one document: a text with more is not damaged in the way meant here. */
const BUDGET = 160

const DEAR = 4
/** What tells a swallowed digit stands close behind it. */
const AHEAD = 8

const marker = /[?？]/g

/**
 * Stretches that were decoded one byte off, because a reading or a full-width mark was matched across a character
 * boundary in the GBK bytes. They begin at a `?`, the trace of a lead byte that lost its trail.
 */
export function findShiftedRuns(text: string, about: About): readonly Change[] {
  if (!about.traditional && !about.annotated) return []
  const changes: Change[] = []
  let budget = BUDGET
  let left = 0
  let firstLeft = 0
  let pairs: PairSet | undefined
  const seen = (): PairSet => (pairs ??= neighboursOf(text))
  let from = 0
  // Whether a quote is open at `told`.
  let open: boolean | null = false
  let told = 0
  for (;;) {
    marker.lastIndex = from
    const hit = marker.exec(text)
    if (!hit) break
    from = hit.index + 1
    const runs = parseRuns(text, hit.index)
    if (runs.length === 0) continue
    if (budget <= 0) {
      if (left++ === 0) firstLeft = hit.index
      from = Math.max(from, runs[0]?.end ?? from)
      continue
    }
    budget -= runs.reduce((sum, run) => sum + costOf(run), 0)
    open = openAfter(text.slice(told, hit.index), open)
    told = hit.index
    const best = bestReading(text, runs, seen(), open)
    if (best === null) continue
    const bytes = hexPairs(best.bytes)
    const gap = best.gaps.length > 0 ? `其中无定义的双字节${best.gaps.join('、')}已丢失，按词补回；` : ''
    const digit = best.text.endsWith(SWALLOWED)
      ? swallowedDigit(text.slice(best.end, best.end + AHEAD))
      : null
    const mended = digit === null ? best.text : best.text.slice(0, -SWALLOWED.length) + digit
    const swallowed = !best.text.endsWith(SWALLOWED)
      ? ''
      : digit === null
        ? `其后一个半角字符已被吞去，无从恢复，以${SWALLOWED}代之；`
        : `其后一个半角字符已被吞去，依后文只能是${digit}；`
    const lost = best.lost ? `，“?”即首字节${best.lost}` : ''
    changes.push({
      start: best.start,
      end: best.end,
      text: mended,
      note: {
        derivation: `此段按GBK错开一个字节解码${lost}；半角标点还原全角后重新编码、补回首字节，得${bytes}；${gap}${swallowed}按GBK解码为“${mended}”。`,
        certainty: best.certainty,
        ...(best.plausible ? {} : { proposal: true }),
      },
    })
    from = best.end
    if (best.plausible) {
      open = openAfter(best.text, open)
      told = best.end
    }
  }
  if (left > 0)
    changes.push({
      start: firstLeft,
      end: firstLeft + 1,
      text: text.charAt(firstLeft),
      note: {
        derivation: `全文错位段过多，自此起尚有${left}处未作还原，保留原样。`,
        certainty: 'low',
        proposal: true,
      },
    })
  return changes
}

/** What a run costs to solve, in places to look for a gap; two unknown bytes are tried together. */
function costOf(run: Run): number {
  const unknown = run.bytes.filter((byte) => byte === null).length
  return run.gaps.length + 1 + (unknown > 1 ? DEAR : 0)
}

const LONGEST = 100_000

const everyReading = new RegExp(insertedReading, 'g')

/** Neighbouring characters of the document, without the inserted readings. */
function neighboursOf(text: string): PairSet {
  return pairSetOf(simplified(text.slice(0, LONGEST).replace(everyReading, '')), isHan)
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}
