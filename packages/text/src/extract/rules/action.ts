// “加快推进…建设，优化…环境；各板块要…”: what is asked of or promised by somebody, a clause each.
import { slogan } from '../../words/slogans.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule, Source } from '../rule.js'
import { opensWithVerb, phrasesOf, predicateOf, verbFollows } from '../verb-phrase.js'

/** Clauses that only set the scene for the next: 围绕…, 根据…, 在…上, 针对…. */
const SETTING =
  /^(?:(?:根据|按照|依照|遵照|随着|面对|鉴于|为了|当前|目前|近年来|今年以来|作为|对于|关于|其中|针对|站在|本着|立于)[^，]*|从[^，]*(?:看|来看|出发|考量|着眼)|在[^，]{1,24}(?:上|中|下|方面|领域|之际|期间)|对(?![^，]*(?:进行|给予|予以|加强|开展|实施|加以|再|采取))[^，]*(?:的|企业|项目|团队|单位|个人|人才|机构|平台)[^，]*|围绕[^，]{1,10}|聚焦[^，]{1,5}|(?:要)?(?:立足|瞄准|放眼|着眼)[^，]{1,5}|(?:要)?坚持[^，]{1,5}导向)$/u
const NOTHING =
  /(?:说|表示|指出|强调|介绍|认为|(?:参加|出席|陪同|主持)[^，]{0,12}|发言|汇报)$|^[市区县省]领导|^(?:会上|会议|会前|会后|据悉|期间|一方面|另一方面|同时|此外|下一步|其次|首先|为此|因此|这|那|如何|怎么|什么)|^为[^，]{2,}(?:贡献|支撑|保障|基础|动力|力量|助推)$|几个方面$|以下几点$|施行$|^由[^，]{2,24}牵头$|^让[^，]{0,10}(?:群众|百姓|市民|居民|人才|毕业生|老人|孩子|干部|游客|年轻人|人)[^，]*$|有效期|负责解释|^(?:预计|预期|计划|有望|拟于|项目|该|其|进而|从而|以此|让我们)|努力奋斗$|催人奋进$|而不懈/u
const ASKED =
  /^[^，]{2,20}(?:部门|板块|区|县|市|局|委|办|园区|功能区|街道|镇|同志|单位|企业|国企|集团|负责人)(?<![主重需只必])要(?!求|素)/u
/** A clause that says what something is or has. */
const BEING = /^[^，“]{0,18}?(?:(?<![还就都要若凡])是(?!否)|有着|具有|属于|位于|拥有)/u

export const action: Rule = {
  name: 'action',
  find: (source) => source.frames.flatMap((frame, at) => inClause(source, frame, source.frames[at - 1])),
}

function inClause({ text }: Source, frame: Frame, before: Frame | undefined): Draft[] {
  if (frame.mode === 'narrative' || frame.silent || frame.outcome || !isAction(frame)) return []
  const opens =
    before && before.sentence === frame.sentence && !before.silent && isSetting(before) ? before : null
  return phrasesOf(frame.words).map(([from, to], index) => {
    const start = frame.clause.start + from
    const end = frame.clause.start + to
    const words = text.slice(start, end)
    return {
      start: opens && index === 0 ? opens.clause.start : start,
      end,
      body: {
        kind: 'action',
        actor: frame.actor,
        theme: frame.theme,
        text: plain(words),
        modality: frame.mode === 'instruction' ? 'instruction' : 'commitment',
        operational: !slogan.test(words) || /\d/u.test(words),
      },
    }
  })
}

function isSetting({ words, dates, clause }: Frame): boolean {
  const last = dates.at(-1)
  return (
    SETTING.test(words) ||
    (last !== undefined && last.end === clause.end && words.length - last.raw.length <= 3)
  )
}

function isAction(frame: Frame): boolean {
  const { words } = frame
  if (words.length < 4 || NOTHING.test(words) || isSetting(frame)) return false
  const predicate = predicateOf(words)
  // 各板块要在3月20日前报送…: who is told to do something is asked, whatever the verb.
  if (ASKED.test(words) && predicate.length >= 4 && !BEING.test(predicate)) return true
  if (opensWithVerb(predicate)) return true
  if (BEING.test(predicate)) return false
  return verbFollows(predicate) || /\d/u.test(words)
}

function plain(words: string): string {
  return predicateOf(words).replace(/^(?:要|将|并|特别要|还要|尤其是)/u, '') || words
}
