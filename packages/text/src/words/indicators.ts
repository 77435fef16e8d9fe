import { pattern } from '../pattern/pattern.js'

/** How the name of a measured rate or level ends; only these can rise or fall without a figure. */
export const measuredEnd = pattern(
  /(?:率|能耗|浓度|强度|排放量|排放总量|占比|比重|比例|水耗|物耗|成本率|覆盖面|满意度|死亡人数|事故起数)$/u,
)
export const rising = ['提升', '提高', '上升', '增长', '增加', '扩大']
export const falling = [
  '下降',
  '降低',
  '减少',
  '双降',
  '双减',
  '双控双减',
  '双控双降',
  '压降',
  '下调',
  '回落',
]
/** Verbs that take what is counted as given: 深化9家院校合作 promises no ninth school. */
export const setting = pattern(/^(?:深化|落实|围绕|聚焦|依托|发展壮大|用好|发挥|针对|对标|紧扣|贯彻|统筹)/u)
/** Sizes that describe a thing rather than promise it. */
export const describing = pattern(
  /(?:总投资|(?<!年度|当年|今年|本年)计划投资|投资额|投资约|[一二三首]期投资|首期规模|占地(?!区)|^用地|建年产|周期|工期|出资比例(?:为)?|建筑面积|注册资本|规划面积|用地面积|总面积|全长|总长|协议投资)[^，、的]{0,5}$/u,
)
