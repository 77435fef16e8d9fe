import { indicatorOf } from './indicator.js'
import type { Frame } from './ground.js'
import type { Draft, Source } from './rule.js'

/** Farther back than this a construction is another story. */
const REACH = 400

/**
 * An event without a subject of its own (…，2027年投产) happens to what was named last before it: a construction, or
 * the subject of another event of the paragraph; else to the actor.
 */
export function resumed(
  found: readonly {
    readonly draft: Draft
    readonly frame: Frame
    /** The clauses before it in its sentence. */
    readonly earlier: readonly Frame[]
  }[],
  { entities, text }: Source,
): Draft[] {
  const works = entities
    .filter((it) => it.type === 'project' || it.type === 'park')
    .flatMap(({ name, mentions }) => mentions.map(({ start }) => ({ name, start })))
    .toSorted((a, b) => a.start - b.start)
  let latest = ''
  let latestAt = -1
  let project = ''
  let block: Frame['block'] | null = null
  let next = 0
  let work: (typeof works)[number] | null = null
  return found.map(({ draft, frame, earlier }) => {
    const own = frame.block
    if (own !== block) latest = ''
    block = own
    if (draft.body.kind !== 'milestone') return draft
    for (let it = works[next]; it && it.start < draft.end; it = works[next]) {
      work = it
      next += 1
    }
    const { subject, actor, event } = draft.body
    const named = subject !== '' && !/^(?:(?:该|此|本)?项目|基地|园区|工程)?(?:全部|主体)?$/u.test(subject)
    const thing = !/签|召开|举办|举行/u.test(event)
    if (named && thing) {
      latest = subject
      latestAt = draft.start
    }
    if (named && /项目|基地|园|工程|中心|[一二三]期/u.test(subject)) project = subject
    const near = work !== null && draft.start - work.start < REACH ? work : null
    const before =
      near !== null && (latest === '' || near.start > latestAt + latest.length) ? near.name : latest
    const counted =
      subject === '' && Math.max(latestAt, near?.start ?? -1) < frame.sentence.start
        ? countedBefore(text, earlier)
        : null
    const said = named
      ? subject
      : subject === ''
        ? counted || before || project || actor
        : project || near?.name || subject
    return { ...draft, body: { ...draft.body, subject: said } }
  })
}

/** 改造老旧小区12个，年底前竣工: what the sentence itself counts, before what another one named. */
function countedBefore(text: string, earlier: readonly Frame[]): string | null {
  const frame = earlier.findLast((it) => it.amounts.some(({ unit }) => unit.kind === 'count'))
  const amount = frame?.amounts.find(({ unit }) => unit.kind === 'count')
  return frame && amount ? indicatorOf(text, frame, amount, frame.clause.start) : null
}
