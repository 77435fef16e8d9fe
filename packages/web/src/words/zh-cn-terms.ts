import type { State, Verb } from '@gangmu/core'
import type { terms as english } from './en-terms.js'

export const n = (value: unknown): string => String(value ?? '—')

export const size = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} 字节`
    : bytes < 1048576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`

// Made when first needed: a formatter costs the first screen more than all the words do.
let digits: Intl.NumberFormat | null = null
const units: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  HKD: '港元',
  km: '公里',
  m: '米',
  m2: '平方米',
  km2: '平方公里',
  t: '吨',
  GW: '吉瓦',
  MW: '兆瓦',
  kW: '千瓦',
}

export const unitName = (unit: string): string => units[unit] ?? unit

/** A value in its unit, by 万 and 亿 as documents write it: 2,200亿元, 4.6万亩, 6.5%. */
export const amount = (value: number, unit: string): string => {
  const size = Math.abs(value)
  const [divisor, word] = size >= 1e8 ? [1e8, '亿'] : size >= 1e4 ? [1e4, '万'] : [1, '']
  digits ??= new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 8 })
  return `${digits.format(value / divisor)}${word}${unitName(unit)}`
}

export const verbs: Readonly<Record<Verb, string>> = {
  create: '立项',
  assign: '交办',
  accept: '签收',
  return: '退回',
  report: '反馈',
  check: '复核',
  close: '办结',
  adjust: '调整',
  cascade: '分解',
  transfer: '移交',
  suspend: '暂停',
  resume: '恢复',
  withdraw: '撤销',
  escalate: '催办',
  object: '提出异议',
}

export const commitmentStates: Readonly<Record<State, string>> = {
  draft: '待交办',
  assigned: '待签收',
  returned: '已退回',
  accepted: '办理中',
  reported: '待复核',
  checked: '待办结',
  closed: '已办结',
  suspended: '已暂停',
  withdrawn: '已撤销',
}

export const sides: Readonly<Record<'issuer' | 'owner', string>> = { issuer: '交办方', owner: '承办方' }

/** The words of the domain. */
export const terms: typeof english = {
  roles: { office: '经办', auditor: '审计', administrator: '管理员' },
  unitKinds: {
    province: '省',
    city: '市',
    district: '板块',
    town: '镇（街道）',
    village: '村',
    zone: '功能区',
    park: '园区',
    department: '部门',
    soe: '国有企业',
    enterprise: '企业',
    institute: '院所',
    community: '社区',
  },
  linkKinds: {
    'part-of': '隶属',
    covers: '覆盖',
    member: '成员',
    'located-in': '位于',
    leads: '牵头',
    funds: '出资',
    develops: '开发',
    operates: '运营',
    'party-to': '签约',
  },
  certainties: { high: '确定', medium: '较可能', low: '存疑' },
  legs: { zone: '功能区', town: '镇（街道）', soe: '国有企业' },
  lights: { green: '绿', yellow: '黄', red: '红', grey: '灰' },
  lightWord: '亮灯',
  lightReasons: {
    closed: () => '已办结',
    withdrawn: () => '已撤销',
    suspended: () => '已暂停',
    undispatched: () => '尚未交办',
    overdue: (days) => `逾期 ${n(days)} 天`,
    'not-accepted': (days) => `交办 ${n(days)} 天未签收`,
    'due-soon': (days) => (days === 0 ? '今天到期' : `${n(days)} 天后到期`),
    stale: (days) => `${n(days)} 天没有反馈`,
    'no-date': () => '没有期限',
    'on-course': () => '按序推进',
  },
  commitmentStates,
  commitmentKinds: { target: '指标', milestone: '节点', action: '举措' },
  verbs,
  sides,
  comparators: { '=': '', '>': '超过 ', '>=': '不低于 ', '<': '低于 ', '<=': '不超过 ', '~': '约 ' },
  documentStates: { received: '已收到', reading: '研读中', read: '已研读', refused: '未能读取' },
  findingKinds: {
    entity: '名称',
    quantity: '数量',
    milestone: '节点',
    project: '项目',
    agreement: '协议',
    action: '举措',
    relation: '关系',
  },
  findingLetters: {
    entity: '名',
    quantity: '数',
    milestone: '节',
    project: '项',
    agreement: '协',
    action: '举',
    relation: '关',
  },
  entityTypes: {
    division: '行政区划',
    organization: '机构',
    zone: '功能区',
    park: '园区',
    soe: '国有企业',
    enterprise: '企业',
    institute: '院所',
    university: '高校',
    carrier: '载体',
    project: '项目',
    programme: '计划',
    policy: '政策',
    mechanism: '机制',
    agreement: '协议',
    person: '人物',
  },
  findingFields: {
    type: '类型',
    name: '名称',
    aka: '别称',
    canonical: '全称',
    within: '所在',
    unit: '单位',
    role: '性质',
    actor: '责任主体',
    indicator: '指标',
    value: '数值',
    raw: '原文写法',
    comparator: '比较',
    period: '期间',
    periodStart: '期间起',
    periodEnd: '期间止',
    hedge: '措辞',
    form: '形式',
    threshold: '条件',
    subject: '对象',
    event: '事件',
    due: '期限',
    dueText: '期限原文',
    status: '状态',
    investmentCny: '投资额（元）',
    location: '地点',
    parties: '参与方',
    theme: '主题',
    text: '内容',
    modality: '语气',
    operational: '可操作',
    from: '自',
    to: '至',
  },
  quantityRoles: { target: '目标', fact: '实绩', estimate: '估计' },
  quantityForms: {
    numeric: '数值',
    directional: '升降',
    rank: '位次',
    'rank-qualitative': '位次（定性）',
    ordinal: '序数',
    'order-of-magnitude': '量级',
    derived: '推得',
  },
  modalities: { instruction: '要求', commitment: '承诺' },
  milestoneStatuses: { planned: '计划', done: '已完成' },
  measures: { deliverable: '成果', target: '目标', date: '期限', owner: '责任主体' },
  decisions: { confirm: '确认', edit: '修改', reject: '不采用', reopen: '重新审阅' },
  decided: { confirm: '已确认', edit: '已修改，待确认', reject: '不采用' },
  repairKinds: {
    charset: '字符编码',
    entity: '网页转义',
    pinyin: '夹入拼音',
    'shifted-run': '错位乱码',
    script: '繁转简',
    variant: '异体字',
    promo: '推广词替换',
    punctuation: '标点全半角',
    quotes: '引号',
    spacing: '空格',
    'line-break': '断行',
    moved: '移动',
    removed: '删去',
  },
}
