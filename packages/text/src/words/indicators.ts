/** How the name of a measured rate or level ends; only these can rise or fall without a figure. */
export const measuredEnd =
  /(?:率|能耗|浓度|强度|排放量|排放总量|占比|比重|比例|水耗|物耗|成本率|覆盖面|满意度)$/u
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
/** Verbs after which a counted object is the aim, not the setting. */
export const creating =
  /建成|建设|新建|搭建|打造|布局|新增|净增|增加|引进|引育|招引|新招|落地|落户|推进|实施|开工|竣工|投产|投用|培育|培养|认定|创建|争创|完成|实现|达到|签约|引入|招聘|举办|开展|创成|设立|建立|组建|改造|整治|盘活|腾出|处置|淘汰|关停|供应|提供|交付|推动|形成|突破|新招引|发放|开通|新开|入库|升级|开发|设置|建好|建强|选派|选树|评选|组织|制定|修订|出台|解决|排查|拓展|招收|新登记|获批|获评|申报|申请|授权|发布|转化|实现|储备|推出|消除|消化|化解|资助|支持|打响|完善/u
/** Sizes that describe a thing rather than promise it. */
export const describing =
  /总投资|计划投资|投资额|投资约|占地|建筑面积|注册资本|规划面积|用地面积|总面积|全长|总长|协议投资|总规模/u
