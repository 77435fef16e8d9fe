import type { BodyOf } from '@gangmu/core'
import { pattern } from '../pattern/pattern.js'

type Comparator = BodyOf<'quantity'>['comparator']

/** Words right before a figure, longest first, and what they make of it. */
export const before: readonly (readonly [words: string, comparator: Comparator])[] = [
  ['不低于', '>='],
  ['不少于', '>='],
  ['不小于', '>='],
  ['至少', '>='],
  ['迈上', '>='],
  ['跨上', '>='],
  ['站上', '>='],
  ['登上', '>='],
  ['最高', '<='],
  ['最多', '<='],
  ['至多', '<='],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不多于', '<='],
  ['控制在', '<='],
  ['超过', '>'],
  ['突破', '>'],
  ['跨越', '>'],
  ['高于', '>'],
  ['大于', '>'],
  ['多于', '>'],
  ['逾', '>'],
  ['超', '>'],
  ['过', '>'],
  ['不到', '<'],
  ['不足', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['小于', '<'],
  ['约为', '~'],
  ['大约', '~'],
  ['约', '~'],
  ['近', '~'],
  ['接近', '~'],
  ['将近', '~'],
  ['大致', '~'],
]

/** 约占全国的3%, 不足全市20%, 最高给予200万元: a comparator with its verb or its whole between it and the figure. */
export const apart: readonly (readonly [words: RegExp, comparator: Comparator])[] = [
  [/(?<![签节集预特契条合公誓违制])约(?:占|合|达|有)[^，、；\d]{0,8}$/u, '~'],
  [/(?<![最附邻靠临])近(?:全[国省市区县])$/u, '~'],
  [/(?:不足|不到)(?:全[国省市区县])(?:的)?$/u, '<'],
  [/(?:超过|超|逾)(?:全[国省市区县])(?:的)?$/u, '>'],
  [/最高(?:可|能)?(?:给予|奖励|补助|补贴|支持|奖补|资助|达|获)$/u, '<='],
]
/** Words that end like a comparator and are none: 签约7个, 最近3年, 通过12项. */
export const seeming = pattern(/(?:[签节集预特契条合公誓违制]约|[最附邻靠临]近|[经通越路度]过|先后迈上)$/u)

/** Words right after a figure and its unit. */
export const after: readonly (readonly [words: string, comparator: Comparator])[] = [
  ['（含）以上', '>='],
  ['及以上', '>='],
  ['以上', '>='],
  ['以内', '<='],
  ['之内', '<='],
  ['内', '<='],
  ['及以下', '<='],
  ['以下', '<='],
  ['左右', '~'],
  ['上下', '~'],
]

/** Words of intent that may stand anywhere before the figure in its clause. */
export const hedges = [
  '力争',
  '确保',
  '争取',
  '预计',
  '预期',
  '有望',
  '计划',
  '拟',
  '努力',
  '冲刺',
  '目标',
  '保持',
] as const
