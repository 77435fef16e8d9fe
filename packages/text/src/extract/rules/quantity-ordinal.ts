// “成为全市第5个千亿级产业集群”: the fifth of a kind says that there are five.
import { figureAt } from '../number.js'
import { hedgeOf, periodFor, roleOf } from '../quantity.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const NTH = pattern(/第(?=[\d二三四五六七八九十])/gu)

export const quantityOrdinal: Rule = {
  name: 'quantity-ordinal',
  find: (source) => source.frames.flatMap(inClause),
}

function inClause(frame: Frame): Draft[] {
  const found: Draft[] = []
  for (const match of frame.words.matchAll(NTH)) {
    const figure = figureAt(frame.words, match.index + 1)
    const unit = figure ? frame.words.charAt(figure.end) : ''
    const noun = figure ? (/^[^，、]{2,20}/u.exec(frame.words.slice(figure.end + 1))?.[0] ?? '') : ''
    if (!figure || !/[个家座]/u.test(unit) || noun === '' || /月|年|五年|百年/u.test(noun.slice(0, 2)))
      continue
    const lead = frame.words.slice(0, match.index)
    if (frame.mode === 'narrative' && !/成为|建成|打造|是|为|作为/u.test(lead)) continue
    const period = periodFor(frame, frame.clause.start + match.index)
    found.push({
      start: frame.clause.start,
      end: frame.clause.end,
      body: {
        kind: 'quantity',
        role: roleOf(frame, lead, false),
        actor: frame.actor,
        indicator: `${noun}数`,
        value: figure.value,
        raw: frame.words.slice(match.index, figure.end + 1),
        unit,
        comparator: '=',
        period: period && { start: null, end: period.end },
        hedge: hedgeOf(lead, ''),
        form: 'ordinal',
        threshold: null,
      },
    })
  }
  return found
}
