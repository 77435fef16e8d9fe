/** Units of measure as they are written, with the base unit of a finding. Longer forms win over shorter ones. */
export interface Unit {
  readonly unit: string
  readonly factor: number
  readonly kind: 'money' | 'measure' | 'ratio' | 'time' | 'count'
}

const table: Record<string, Unit> = {}
const put = (kind: Unit['kind'], unit: string, factor: number, ...forms: string[]): void => {
  for (const form of forms) table[form] = { unit, factor, kind }
}

put('money', 'CNY', 1, '元', '元人民币', '人民币')
put('money', 'USD', 1, '美元', '美金')
put('money', 'EUR', 1, '欧元')
put('money', 'HKD', 1, '港元', '港币')
put('money', 'JPY', 1, '日元')
put('measure', 'm2', 1, '平方米', '平米', '㎡', 'm²')
put('measure', 'm2', 1e6, '平方公里', '平方千米')
put('measure', 'ha', 1, '公顷')
put('measure', '亩', 1, '亩', '亩次')
put('measure', 'km', 1, '公里', '千米')
put('measure', 'm', 1, '米', '延米')
put('measure', 'm3', 1, '立方米', '立方')
put('measure', 't', 1, '吨', '吨标准煤', '吨标煤')
put('measure', 'kg', 1, '公斤', '千克')
put('measure', 'kWh', 1, '千瓦时', '度电')
put('measure', 'MWh', 1, '兆瓦时')
put('measure', 'GWh', 1, '吉瓦时')
put('measure', 'kW', 1, '千瓦')
put('measure', 'MW', 1, '兆瓦')
put('measure', 'GW', 1, '吉瓦')
put('measure', 'µg/m³', 1, '微克/立方米', '微克每立方米', 'μg/m³', 'µg/m³', 'ug/m3')
put('measure', 'km/h', 1, '公里/小时', '公里每小时')
put('ratio', '%', 1, '%', '％', '百分之')
put('ratio', '百分点', 1, '个百分点', '百分点')
put('ratio', '%', 10, '成')
put('ratio', '倍', 1, '倍')
put('time', '月', 1, '个月')
put('time', '天', 1, '天', '个日历天')
put('time', '工作日', 1, '个工作日', '工作日')
put('time', '小时', 1, '小时', '个小时')
put('time', '分钟', 1, '分钟')
for (const form of (
  '家 个 项 户 名 人 人次 户次 车次 班次 场次 批次 辆次 架次 座 条 台 套 台套 件 件套 处 所 辆 艘 架 场 次 支 部 篇 只 ' +
  '株 棵 张 间 栋 幢 位 列 班 趟 对 款 份 例 枚 块 片 宗 笔 单 起 层 道 门 本 册 首 集 头 羽 尾 颗 标箱 标准箱 岁 ' +
  '大 段 村 户人 张床位 平方 人年 公里/百平方公里 盏 根 口 幅 面 眼 孔 P'
).split(' '))
  put('count', form, 1, form)
table['平方'] = { unit: 'm2', factor: 1, kind: 'measure' }

export const units: Readonly<Record<string, Unit>> = table

/** Classifiers that a figure in Chinese numerals may carry; with others it is mostly a set phrase (一次, 三次产业). */
export const spokenUnits: ReadonlySet<string> = new Set(
  (
    '项 大 个 家 条 座 所 处 户 名 人 件 支 台 套 个月 年内 年时间 倍 成 元 美元 亩 公里 公顷 平方公里 平方米 吨 米 场 ' +
    '个百分点 人次 辆 艘 架 天 小时 分钟 部'
  ).split(' '),
)
