// Where a verb of change is a noun, a name, a topic or a flow, and no event.
import { pattern } from '../pattern/pattern.js'

/** What makes of the verb a noun or a name: 开工仪式, 签约项目, 落地见效, 建成后, 启动区. */
export const NOT_AFTER = pattern(
  /^(?:仪式|暨|现场|比例|后|率|面积|资金|基金|见效|生根|时|以来|式|机制|条件|能力|难|过程|环境|成本|情况|水平|质效|效率|标准|投资|闭环|手续|额|价|容量|装机|规模|量(?=$|[占达为超居增突保])|数(?=$|[量为达超较占])|之[日前后]|日起|(?:动员|推进|誓师|观摩|总结|恳谈)[大]?会|只是|仅是|仅仅|才是|就是|不是|是(?!否)|不等于|并非|意味|环节|阶段|前(?!后)|周期|审批|时限|时间表|关(?![键于])|热潮|攻势|节奏|进度|速度|难题|为(?:契机|起点|标志|抓手|重点))/u,
)
/** 建成区, 启动区, 签约数, 开放型, 运营商: the verb is the first half of a noun. */
export const COMPOUND = pattern(
  /^(?:建成区|启动区(?!\p{Script=Han}{2,8}(?:迁建|扩建|改建|改造|建设))|签约[数率量]|开放型|运营[商方]|成立以来|启动会|通水平|通气候|完成(?:全年|年度|各项|既定|本年度)?(?:的)?(?:目标|任务|各项)|交付率|落地率|完成[率量]|发布会|签约会|组建方|成立大会|召开期间)/u,
)
/** 新开工项目35个、竣工28个: counted over a period, a quantity. */
export const COUNTED = pattern(
  /^[^，]{0,2}(?:开工|竣工|投产|达产|开业|投用)+[^，]{0,16}?(?:项目|企业|工程)?[^，]{0,6}\d+(?:个|家|项)/u,
)
export const NOT_BEFORE = pattern(
  /(?:从|即|见证|早|(?<![加尽])快|促|盼|未|没有|不|拟定|尚未|无法|对外|自主|多元|市场化|已有|扩大|深化|对|高水平|促进|加强|推动|年|日|月)$/u,
)

/** 轨道交通车轮: the verb is made of the ends of two nouns. 全年目标任务圆满完成: nothing in particular is finished. */
export function isInsideName(lead: string, first: string, tail: string): boolean {
  if (first === '通车') return lead.endsWith('交') || /^[轮辆位间]/u.test(tail)
  return first === '完成' && /(?:目标|任务|指标)(?:圆满|顺利|全面|如期)?$/u.test(lead)
}

/** 新开工项目, 已签约项目 name things; what stands in quotes is a name as well. */
export function isNominal(lead: string, tail: string): boolean {
  // 签约项目中, 14个开工项目计划总投资…
  if (/(?:^|\d个|对|全部|首批|其余|各)$/u.test(lead) && /^项目(?:(?!\d)[^，]|$)/u.test(tail)) return true
  if (/[新拟已未续在]$/u.test(lead) && /^(?:的)?[^，]{0,6}项目/u.test(tail)) return true
  return [
    ['“', '”'],
    ['‘', '’'],
  ].some(
    ([open = '', close = '']) => lead.lastIndexOf(open) > lead.lastIndexOf(close) && tail.includes(close),
  )
}

/**
 * 紧盯签约、注册、开工环节, 以集中开工为契机: steps and occasions, and no event of their own. 完成会议确定的目标: nothing in
 * particular.
 */
export function isAbstract(lead: string, tail: string): boolean {
  if (
    /以(?:此次|这次|本次)?[^，]*$/u.test(lead) &&
    /^[^，]{0,6}为(?:契机|起点|抓手|重点|标志|导向|目标)/u.test(tail)
  )
    return true
  if (/(?:各项|既定|预期|主要|年度|目标)(?:目标|任务|指标)/u.test(tail)) return true
  const steps =
    /(?:^|[、盯抓促从])$/u.test(lead) && /^、[\p{Script=Han}]{2,4}(?:、|等|环节|各|关键|全)/u.test(tail)
  return (
    steps ||
    (/、[\p{Script=Han}]{2}、$/u.test(lead) &&
      /^、?[\p{Script=Han}]{0,4}(?:环节|关键|关口|全过程|全周期|全流程)/u.test(tail))
  )
}
