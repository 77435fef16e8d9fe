// “甲是乙的核心区”“甲作为乙的承载地”“…一期”“甲突破乙、丙现有行政区划”: what belongs to what, what covers what.
import { listed } from '../listed.js'
import { relation } from '../relation.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const PART = pattern(
  /^(?:区内的)?(?<part>[^，。；]{2,30}?)(?:是|作为)(?<whole>[^，。；]{2,40}?)的?(?:核心区|先导区|引领区|中心城区|主阵地|重要组成部分|组成部分|重要载体|核心承载区|承载地|重要板块|起步区|启动区|主战场)/u,
)
const CORE = pattern(/(?:核心区|先导区|片区)$/u)
const COVERS = pattern(
  /(?<zone>[^，。；]{3,30}?)(?:突破|打破|跨越|覆盖|涵盖)(?<places>[^，。；]{2,60}?)(?:现有|原有)?(?:行政区划|行政边界|行政界限)/u,
)

export const relationPart: Rule = {
  name: 'relation-part',
  find: (source) => [...said(source), ...phases(source)],
}

function said({ frames }: Source): Draft[] {
  return frames.flatMap(({ words, clause: { start, end } }) => {
    const part = PART.exec(words)?.groups
    const covers = COVERS.exec(words)?.groups
    const found: Draft[] = []
    if (part?.['part'] !== undefined && part['whole'] !== undefined)
      found.push(relation('part-of', part['part'], part['whole'].replace(CORE, ''), start, end))
    if (covers?.['zone'] !== undefined)
      found.push(
        ...listed(covers['places'] ?? '').map((place) =>
          relation('covers', covers['zone'] ?? '', place, start, end),
        ),
      )
    return found
  })
}

/** The first phase of a park is part of it. */
function phases({ entities }: Source): Draft[] {
  return entities.flatMap(({ name, mentions }) => {
    const first = mentions[0]
    const whole = name.replace(/[一二三四]期$/u, '')
    return first && whole !== name && entities.some((it) => it.name === whole)
      ? [relation('part-of', name, whole, first.start, first.end)]
      : []
  })
}
