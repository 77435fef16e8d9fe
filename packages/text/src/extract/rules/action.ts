// “加快推进…建设，优化…环境；各板块要…”: what is asked of or promised by somebody, a clause each.
import { slogan } from '../../words/slogans.js'
import type { Frame } from '../ground.js'
import type { Draft, Rule, Source } from '../rule.js'
import { opensWithVerb, phrasesOf, predicateOf, verbFollows } from '../verb-phrase.js'
import { pattern } from '../../pattern/pattern.js'

/** Clauses that only set the scene for the next: 围绕…, 根据…, 在…上, 针对…. */
const SETTING = pattern(
  /^(?:(?:根据|按照|依照|遵照|随着|面对|鉴于|为了|当前|目前|近年来|今年以来|作为|对于|关于|其中|针对|站在|本着|立于)[^，]*|从[^，]*(?:看|来看|出发|考量|着眼)|在[^，]{1,24}(?:上|中|下|方面|领域|之际|期间)|对(?![照标接])(?![^，]*(?:进行|实行|挂牌|约谈|纳入|给予|予以|加强|开展|实施|加以|再|采取))[^，]*(?:的|企业|项目|团队|单位|个人|人才|机构|平台)[^，]*|围绕[^，]{1,10}|聚焦[^，]{1,5}|(?:\d{1,2}[.．、])?依托(?![^，]*(?:打造|建设|建立|构建|开展|推进|推动|发展|组建|培育|举办|设立|引进))[^，]{2,24}|[^，]{2,24}(?:建成|投产|通车|开通|启用|投用|竣工|达产|运营)后|(?:要)?(?:立足|瞄准|放眼|着眼)[^，]{1,5}|(?:要)?坚持[^，]{1,5}导向)$/u,
)
const NOTHING = pattern(
  /^现(?:就|提出|制定|印发)[^，]*(?:如下|以下)[^，]*$|^为(?:了)?(?:抢抓|贯彻|深入|进一步|推动|加快|促进|规范|加强|全面|切实|充分|提升|有效|扎实)[^，]*$|^现将[^，]*(?:如下|报告|汇报|通报|公布|印发)|(?:说|表示|指出|强调|介绍|认为|(?:参加|出席|陪同|主持)[^，]{0,12}|发言|汇报)$|(?:会|会议|仪式|活动)(?:在[^，]{2,16})?(?:召开|举行)$|^[市区县省]领导|^(?:会上|会议|会前|会后|据悉|期间|一方面|另一方面|同时|此外|下一步|其次|首先|为此|因此|这|那|如何|怎么|什么)|^为[^，]{2,}(?:贡献|支撑|保障|基础|动力|力量|助推)$|几个方面$|以下几点$|施行$|^由[^，]{2,24}牵头$|^让[^，\d]{0,10}(?:群众|百姓|市民|居民|人才|毕业生|老人|孩子|干部|游客|年轻人|人)[^，]*$|有效期|负责解释|^(?:预计|预期|计划(?!(?:实施|新增|安排|完成|开展|建设|新建|改造|招引|引进|组织))|有望|拟于|项目|该|其|进而|从而|以此|让我们)|努力奋斗$|催人奋进$|而不懈/u,
)
const ASKED = pattern(
  /^[^，]{2,20}(?:部门|板块|区|县|市|局|委|办|园区|功能区|街道|镇|同志|单位|企业|国企|集团|负责人)(?<![主重需只必])要(?!求|素)/u,
)
/** A clause that says what something is or has. */
const BEING = pattern(
  /^[^，“]{0,18}?(?:(?<![还就都要若凡])是(?!否)|有着|具有|属于|位于|拥有|(?<=^[^，]{2,8})有(?=\d))/u,
)
/** What a project is, whoever tells it: size, sum, phases, term. */
const DESCRIBES = pattern(
  /^(?:该|此)?(?:项目|工程|基地)?(?:(?:计划|预计|协议)?总投资(?![^，]*的)|[一二三首]期(?:投资|规模)|(?:规划)?用地(?=[约面\d])|占地|总?建筑面积|(?:建设|总|投资)?规模|(?:建设)?(?:周期|工期)|全长|总长|分[两三四\d]+期|设计(?:时速|产能|年产)|购置设备|租赁厂房|注册资本|其中[^，]{2,14}出资)|^将?于(?:20|今|明|\d|年|[上下]半)|^[^，的]{4,30}(?:基地|项目|工程|产业园)(?:计划)?总投资[^，的]*$|^为加快|^总规模/u,
)
/** 死亡人数逐年下降, “三公”经费只减不增: a course that a measure is to take. */
const COURSE = pattern(/(?:下降|双下降|双降|减少|只减不增|只增不减|稳步提升|持续改善|稳步提高)”?$/u)
/** 新院区年底前启用, 产业园上半年开园: a dated event of somebody's plan. */
const DATED_EVENT = pattern(
  /^[^，]{3,40}(?:年内|年底前?|[上下]半年|[一二三四]季度|\d月(?:底|份)?前?)[^，]{0,6}(?:开工|竣工|投产|投用|达产|满产|启用|开园|开馆|开诊|通车|建成|交付|投运|[封结]顶|挂牌|揭牌|上线|开通|获批|创成|投入(?:试)?(?:运行|使用|运营)|试运行|试生产|运营|具备[^，]{2,8}条件)[^，]{0,8}$/u,
)
/** 上半年，产业园二期主体封顶: the same with its date a clause before. */
const EVENT = pattern(
  /^[^，]{4,40}(?:开工|竣工|投产|投用|达产|启用|开园|通车|建成|交付|[封结]顶|挂牌|揭牌|投入(?:试)?(?:运行|使用|运营)|试运行|试生产)[^，]{0,4}$/u,
)

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
  // 其中股权投资占比超过30%: a part of a target is one.
  const part = frame.bound && /^其中[^，]*\d/u.test(words) && frame.mode === 'commitment'
  const predicate = predicateOf(words)
  if (part) return !DESCRIBES.test(words)
  if (
    words.length < 4 ||
    NOTHING.test(words) ||
    isSetting(frame) ||
    DESCRIBES.test(words) ||
    DESCRIBES.test(predicate)
  )
    return false
  if (frame.bound && frame.mode === 'commitment' && (COURSE.test(words) || DATED_EVENT.test(words)))
    return true
  const dated = frame.carried !== null && frame.carried.start >= frame.sentence.start
  if (frame.bound && frame.mode === 'commitment' && dated && EVENT.test(words)) return true
  // 各板块要在3月20日前报送…: who is told to do something is asked, whatever the verb.
  if (ASKED.test(words) && predicate.length >= 4 && !BEING.test(predicate)) return true
  if (opensWithVerb(predicate)) return true
  if (BEING.test(predicate)) return false
  return verbFollows(predicate) || /\d/u.test(words)
}

function plain(words: string): string {
  return predicateOf(words).replace(/^(?:要|将|并|特别要|还要|尤其是)/u, '') || words
}
