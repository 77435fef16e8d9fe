import { pattern } from '../pattern/pattern.js'

/** How the name of a body that can be asked to act ends. */
export const bodyEnd = pattern(
  /(?:区|市|县|镇|街道|乡|村|社区|省|局|委|办|厅|部|院|校|会|组|部门|单位|板块|园区|地区|园|城|湾|港|谷|公司|集团|企业|国企|平台|同志|干部|党员|党组织|各级|各地|政府|法院|检察院|学校|医院|银行|机构|中心|指挥部|专班|上下|我们|层面|分局|支队|大队|总队|协会|商会|工会|联合会|基金|负责人|书记|区长|市长|县长|镇长|主任|局长)$/u,
)
/** Subjects that name a class of bodies. */
export const classBody = pattern(/^(?:各|全|有关|相关|所有|其他|广大|市级|区级|县级|主要负责|属地|我)/u)
