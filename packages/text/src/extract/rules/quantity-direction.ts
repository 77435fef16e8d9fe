// “确保单位能耗持续下降”“浓度双降”“提升留存率”: a pledge that a measured rate will rise or fall, without a figure.
import { listed } from '../listed.js'
import { falling, measuredEnd, rising } from '../../words/indicators.js'
import type { Frame } from '../ground.js'
import { hedgeOf, periodFor } from '../quantity.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const MOVE = [...falling, ...rising].toSorted((a, b) => b.length - a.length).join('|')
const AFTER = pattern(
  new RegExp(`^(?<what>[^，]{2,24}?)(?<how>持续|继续|稳步|逐年|明显|不断|进一步)?(?<move>${MOVE})$`, 'u'),
)
const BEFORE = pattern(
  new RegExp(`^(?:持续|稳步|不断|进一步|大力|着力|有效|切实)*(?<move>${MOVE})(?<what>[^，]{2,24})$`, 'u'),
)
const FALLING = new Set<string>(falling)

export const quantityDirection: Rule = {
  name: 'quantity-direction',
  find: (source) => source.frames.flatMap((frame) => inClause(source, frame)),
}

function inClause({ year }: Source, frame: Frame): Draft[] {
  if (frame.mode === 'narrative' || frame.silent || frame.amounts.length > 0) return []
  const words = frame.words.replace(/^(?:确保|力争|推动|实现|促进|要)+/u, '')
  const match = AFTER.exec(words) ?? BEFORE.exec(words)
  const { what = '', how = '', move = '' } = match?.groups ?? {}
  const names = listed(what)
  const last = names.at(-1)
  if (match === null || last === undefined || !measuredEnd.test(last)) return []
  const end = measuredEnd.exec(last)?.[0] ?? ''
  return names
    .filter((name) => name.endsWith(end) || name.length <= 6)
    .map((name) => ({
      start: frame.clause.start,
      end: frame.clause.end,
      body: {
        kind: 'quantity' as const,
        role: 'target' as const,
        actor: frame.actor,
        indicator: name.endsWith(end) ? name : name + end,
        value: 0,
        raw: how + move,
        unit: end.endsWith('率') && !FALLING.has(move) ? '个百分点' : '%',
        comparator: FALLING.has(move) ? ('<' as const) : ('>' as const),
        // A yearly measured rate that is promised without a date is due at the end of the document's year.
        period:
          periodFor(frame, frame.clause.end) ??
          (year === null ? null : { start: `${year}-01-01`, end: `${year}-12-31` }),
        hedge: hedgeOf(frame.words, ''),
        form: 'directional' as const,
        threshold: null,
      },
    }))
}
