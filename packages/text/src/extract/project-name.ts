// What a project is called: where its name begins and ends in the words around it.
import { building, builtWork, namedWorks, partWorks, projectClasses, projectEnds } from '../words/projects.js'
import { pattern, removing } from '../pattern/pattern.js'

const ENDS = projectEnds.toSorted((a, b) => b.length - a.length).join('|')
/** A phase or a part in brackets belongs to the name: …基地（二期）. */
export const NAME_END = pattern(new RegExp(`(?:${ENDS}|${partWorks})(?:（[^（）]{1,8}）)?$`, 'u'))
const PART_END = pattern(new RegExp(`(?:${partWorks})$`, 'u'))
/** 4条生产线, 两座泵站. */
const COUNTED = pattern(
  /^(?:约|近|超|共)?(?:\d[\d.]*[万千百]?(?:余|多)?(?:条|个|座|栋|套|处|台|家|所|项|幢|亩|批|公里|平方)|[一两二三四五六七八九十]{1,3}(?:条|座|个|栋|所|项|处|家))/u,
)
/** 共建年产40吉瓦时…基地: the output stands before the name, or inside it. */
const OUTPUT = pattern(
  /年产[约超]?[\d.]+(?:万|亿|千|百)?(?:吉瓦时|兆瓦时|吉瓦|兆瓦|千瓦|GWh|GW|MW|吨|台套|台|辆|套|片|件|只|支|颗|架|艘|部|枚|块|立方米|平方米|米)(?:的)?/u,
)
const VERB_FIRST = pattern(
  new RegExp(
    `^(?:(?:全力|重点|加快|扎实|统筹|持续|大力|强力|其中|和|与|以及)*(?:${building}))+(?=.{3})`,
    'u',
  ),
)

const TRIMMED = removing(
  /^(?:.*?)?(?:位于|坐落于|坐落在)[^，的]{2,20}的/u,
  /^.*的(?=[^的“”]{4,}$)/u,
  OUTPUT,
  /^\d{1,2}[.．、]/u,
  /^[\p{Script=Han}]{2,14}(?:开发区|高新区|经开区|[区镇县市]|街道)的(?=.{4})/u,
  /(?:主体结构|主体工程|主厂房|厂房|首栋楼)$/u,
  VERB_FIRST,
  /^(?:由|以|的|还有|有(?![机色轨线研])|在建|总投资|其中|包括|特别是|我市|我区|全市|全区|当前|目前|\d{1,2}月\d{1,2}日|、|和(?![平谐睦美顺])|与|及)+/u,
  /等(?:一批)?[^等]{0,10}$/u,
  /(?<=项目|工程|基地|园|中心|总部)由.*$/u,
  /(?:的)?(?:建设|规划|进度|进程|实施|工作|前期研究|前期|研究|之一|征收|征迁|招标|选址|竣工验收|验收|施工)+$/u,
)

/** The words of a name without what introduces it or is said of it. */
export function trimmed(words: string): string {
  return TRIMMED(words).trim()
}

/** Whether words name one construction or investment, and no class or count of them. */
export function isProper(name: string): boolean {
  if (name.endsWith('工程') && !builtWork.test(name)) return false
  if (PART_END.test(name) && (!namedWorks.test(name) || name.includes('建设'))) return false
  if (COUNTED.test(name) || /\p{Script=Han}到\p{Script=Han}/u.test(name)) return false
  if (
    /宣布|要求|表示|介绍|强调|将(?![军乐])|双方|共建|正在|创建|创成|完成|获批|申报|列入|纳入|第[一二三四五六七八九十\d]+批|是(?!否)|^(?:拟|计划|现场)|设在|仪式/u.test(
      name,
    )
  )
    return false
  if (/最大|单体|首个|第一个|亿元/u.test(name)) return false
  if (/^“[^”]+”项目$/u.test(name)) return false
  if (name.startsWith('“') && !/(?:项目|基地|园|中心)$/u.test(name)) return false
  return (
    name.length >= 3 &&
    name.length <= 40 &&
    !projectClasses.test(name.replace(/^[\p{Script=Han}]{2,3}[区市县省]/u, '')) &&
    !/[，。；了把被]|一批|若干|各类|多个|^[的是在]|产业链|要素$|要素保障|力度|争创|加快|推进|推动|标志|支持|确保|强化|\d+个/u.test(
      name,
    )
  )
}
