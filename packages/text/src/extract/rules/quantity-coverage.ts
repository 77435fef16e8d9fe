// “实现…对…的全覆盖”“村级站点全覆盖”: everything covered is a hundred per cent.
import { hedgeOf, periodFor, roleOf } from '../quantity.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const WHOLE = pattern(
  /^(?:[^，]*?(?:实现|做到|推动|推进|基本))?(?<what>[^，]{2,40}?)(?:的)?全覆盖(?:布局)?$/u,
)

export const quantityCoverage: Rule = {
  name: 'quantity-coverage',
  find: (source) => source.frames.flatMap(inClause),
}

function inClause(frame: Frame): Draft[] {
  const what = WHOLE.exec(frame.words)?.groups?.['what']
  if (what === undefined || frame.block.kind === 'lead') return []
  return [
    {
      start: frame.clause.start,
      end: frame.clause.end,
      body: {
        kind: 'quantity',
        role: roleOf(frame, frame.words, false),
        actor: frame.actor,
        indicator: `${what}覆盖率`,
        value: 100,
        raw: '全覆盖',
        unit: '%',
        comparator: '=',
        period: periodFor(frame, frame.clause.end),
        hedge: hedgeOf(frame.words, ''),
        form: 'derived',
        threshold: null,
      },
    },
  ]
}
