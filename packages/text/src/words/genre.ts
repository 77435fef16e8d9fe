import { pattern } from '../pattern/pattern.js'

/** Bodies that govern, and the work they speak of. A page without both is not of the genre. */
export const governing = pattern(
  /市委|区委|县委|省委|市政府|区政府|县政府|省政府|人民政府|党工委|管委会|常委会|书记|市长|区长|县长|省长|开发区|高新区|功能区|街道|全市|全区|全县|我市|我区|我县|全省|板块|园区|新区|发展改革委|发改委|国资委|工信局|镇|各地区|各部门/gu,
)
export const working = pattern(
  /高质量发展|推进|推动|建设|项目|产业|招商|投资|开工|竣工|签约|落户|实施|加快|深化|落实|规划|改革|创新|治理|民生|营商环境|转型|安全生产|防汛|隐患|排查|整治|检查|强调|指出|要求|确保|抓好|抓实|责任|防范|应急|保障|统筹|严格|督查|调研|提升|强化|优化|完善|健全|服务|工程|集群|企业|增长|目标|部署/gu,
)
/** The words of work that companies and schools seldom use of themselves. */
export const steering = pattern(
  /高质量发展|推进|推动|招商|开工|竣工|签约|落户|加快|深化|落实|改革|治理|民生|营商环境|转型|安全生产|防汛|隐患|排查|整治|强调|指出|确保|抓好|抓实|防范|应急|统筹|督查|调研|强化|优化|完善|集群|部署|投资|投产|重点|目标|亿元/gu,
)
