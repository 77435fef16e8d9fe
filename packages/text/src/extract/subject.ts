import { manner } from '../words/action-verbs.js'
import { pattern, removing } from '../pattern/pattern.js'

const DATE_WORDS = pattern(
  /(?:预计|即可|即将|有望|要(?=$)|可(?=$)|能(?=$)|计划|拟|力争|确保|将|(?:于|在)(?=20|今|明|年|近|\d|[上下]半)|已经?|正式|顺利|近日|日前|今日|昨日)|(?:到|至|自)?(?:20\d{2}年|今年|明年|去年|前年|年内|近期|早日|\d{1,2}月|\d{1,2}日|年?底前?|上半年|下半年|[一二三四]季度)+(?:底|末|份|前)?/gu,
)

/** A、B相继投产, …项目提前2个月投产: how it came about, between the thing and the verb. */
const MANNER_BEHIND =
  /(?:相继|先后|陆续|接连|同步|双双|均|都|也|全部|如期|提前(?:[\d一二两三四五六半]{1,2}(?:个月|天|年))?|成功|已经|一次性|实现|完成(?=$)|(?:元旦|春节|五一|国庆|中秋)(?:节)?前(?:后)?)+$/u

/** 园区要抓紧专用线收尾: who is called on to do it, and the call. */
const CALL =
  /^(?:[^，]{0,24}?(?:要|须|必须|务必|应))?(?:抓紧|尽快|加紧|着力|抓好|盯紧|盯住|盯牢|紧盯)(?=[^，]{2,})|^[^，]{0,24}?(?:要|须|必须|务必|应)(?:加快|全力|确保|推动|推进|力争|力促)(?=[^，]{2,})/u

const BEFORE = removing(
  /^[^，]*?(?:位于|坐落于|坐落在)[^，的]{2,20}的/u,
  /^[^，]*宣布/u,
  CALL,
  DATE_WORDS,
  manner,
  /^[\p{Script=Han}]{2,6}[区市县镇局委](?:支持|推动|推进|加快|力促)(?=.{4})/u,
  /^(?:推动|推进|加快|支持|助力|力促|实现|由|随着|当前|目前|其中|以及|和|与|并|、)+/u,
  /(?<=项目|企业)(?:集中|现场|同步)$/u,
  MANNER_BEHIND,
  /(?:必须|务必|务求|应当|应该|须)$/u,
  /[的、\s]+$/u,
)

/** The noun before an event verb, without dates and manner: 园区预计明年1月部分竣工 → 园区. */
export function subjectBefore(lead: string): string {
  return BEFORE(lead).trim()
}

const AFTER = removing(
  /^(?:了|的|出|一批|并|到)+/u,
  /^(?:建设|运行|运营|使用|办学|办公)$/u,
  /前期(?:工作|研究)?$/u,
  /(?:等)?(?:市级|省级)?(?:文件|工作|任务)$/u,
)

/** The noun after an event verb, up to the end of its clause: 加快建成4个集聚区 → 4个集聚区. */
export function subjectAfter(tail: string): string {
  return AFTER(tail).trim()
}
