import type { BodyOf } from '@gangmu/core'

type Comparator = BodyOf<'quantity'>['comparator']

/** Words right before a figure, longest first, and what they make of it. */
export const before: readonly (readonly [words: string, comparator: Comparator])[] = [
  ['不低于', '>='],
  ['不少于', '>='],
  ['不小于', '>='],
  ['至少', '>='],
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
