// “加快推进…建设，优化…环境；各板块要…”: what is asked of or promised by somebody, a clause each.
import { actionVerbs, manner } from '../../words/action-verbs.js'
import { slogan } from '../../words/slogans.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule, Source } from '../rule.js'

const VERBS = new Set(actionVerbs)
/** Clauses that set the scene for the next: 围绕…, 根据…, 在…上, 针对…. */
const SETTING =
  /^(?:根据|按照|依照|遵照|随着|面对|鉴于|为了|当前|目前|近年来|今年以来|作为|对于|关于|通过|经过|其中|从[^，]*(?:看|来看|出发|考量|着眼)|针对[^，]*|站在[^，]*|在[^，]{1,24}(?:上|中|下|方面|过程中|领域|基础上|之际|期间)|围绕[^，]{1,10}|聚焦[^，]{1,5}|立足[^，]{1,5}|瞄准[^，]{1,4}|放眼[^，]{1,5}|(?:要)?坚持[^，]{1,4}导向)$/u
const NOTHING =
  /(?:说|表示|指出|强调|介绍|认为)$|^(?:是|有|会上|会议|会前|会后|据悉|期间|一方面|另一方面|同时|此外|下一步|其次|首先|为此|因此|这|那)$|^(?:为|让|使)[^，]{2,}(?:贡献|支撑|保障|基础|动力|力量|助推)$|^(?:进而|从而|以此)/u

export const action: Rule = {
  name: 'action',
  find: (source) => source.frames.flatMap((frame, at) => inClause(source, frame, source.frames[at - 1])),
}

function inClause({ text }: Source, frame: Frame, before: Frame | undefined): Draft[] {
  if (frame.mode === 'narrative' || frame.silent || !isAction(frame)) return []
  const opens =
    before &&
    before.sentence === frame.sentence &&
    !before.silent &&
    before.mode === frame.mode &&
    isSetting(before)
      ? before
      : null
  const start = opens ? opens.clause.start : frame.clause.start
  const words = text.slice(frame.clause.start, frame.clause.end)
  return [
    {
      start,
      end: frame.clause.end,
      body: {
        kind: 'action',
        actor: frame.actor,
        theme: frame.theme,
        text: plain(words),
        modality: frame.mode === 'instruction' ? 'instruction' : 'commitment',
        operational: !slogan.test(words) || /\d/u.test(words),
      },
    },
  ]
}

function isSetting(frame: Frame): boolean {
  const last = frame.dates.at(-1)
  return (
    SETTING.test(frame.words) ||
    (last !== undefined && last.end === frame.clause.end && frame.words.length - last.raw.length <= 3)
  )
}

function isAction(frame: Frame): boolean {
  const { words } = frame
  if (words.length < 4 || SETTING.test(words) || NOTHING.test(words) || isSetting(frame)) return false
  const core = afterSubject(words)
  const stripped = core.replace(manner, '')
  return startsWithVerb(stripped) || startsWithVerb(core) || hasVerbSoon(core) || /\d/u.test(words)
}

/** The clause without what hands it over and without its subject before 要 or 将. */
function afterSubject(words: string): string {
  return words
    .replace(/^[^，]{0,30}?(?:说|强调|指出|要求|希望|勉励[^，]{0,4}|表示)(?=[^，]{4})/u, '')
    .replace(/^[^，要将]{2,24}?(?:要(?!求|素)|将|应|须)/u, '')
    .replace(/^[“”]/u, '')
}

function startsWithVerb(words: string): boolean {
  for (let size = 4; size >= 1; size -= 1) if (VERBS.has(words.slice(0, size))) return true
  return false
}

/** A manner phrase, a topic or a preposition before the verb: 专班化推动…, 与高校加强…, 对布局进行…. */
function hasVerbSoon(words: string): boolean {
  for (let at = 1; at <= Math.min(words.length - 2, 26); at += 1)
    if (VERBS.has(words.slice(at, at + 2))) return true
  return /把|对[^，]+(?:进行|加以|再)/u.test(words)
}

function plain(words: string): string {
  return afterSubject(words).replace(/^(?:要|将|并|特别要|还要|尤其是)/u, '') || words
}
