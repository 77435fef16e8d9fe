import type { LineageRow } from '@gangmu/contract'
import type { StepInput } from '@gangmu/core'
import { terms } from './zh-cn-terms.js'

type Name = (unit: string) => string
const into = (it: string | { readonly name: string }, nameOf: Name): string =>
  typeof it === 'string' ? nameOf(it) : `“${it.name}”`

/** What the screens of reorganisations say. */
export const zhCnReorganisationWords = {
  title: '区划调整',
  help: '草案先看后果，再发布；生效日期之前可以撤回。',
  empty: '还没有区划调整。',
  columns: { title: '名称', state: '状态', on: '生效日期', by: '经办' },
  states: { draft: '草案', published: '已发布', undone: '已撤回' },
  effect: (on: string): string => `自 ${on} 起生效`,
  drafted: (by: string, at: string): string => `${by} ${at} 起草`,
  published: (by: string, at: string): string => `${by} ${at} 发布`,
  effected: (at: string): string => `${at} 已移交事项、岗位和文件`,
  undone: (by: string, at: string): string => `${by} ${at} 撤回`,
  steps: '步骤',
  step: (it: StepInput, nameOf: Name): string => {
    switch (it.kind) {
      case 'found':
        return `设立“${it.unit.name}”，隶属${nameOf(it.partOf)}${it.covers.length === 0 ? '' : `，覆盖${it.covers.map(nameOf).join('、')}`}`
      case 'merge':
        return `合并${it.units.map(nameOf).join('、')}为${into(it.into, nameOf)}`
      case 'split':
        return `分设${nameOf(it.unit)}：${it.parts.map((part) => `${into(part.into, nameOf)} ${part.weight.part}/${part.weight.whole}（${part.lower.map(nameOf).join('、')}）`).join('；')}`
      case 'transfer':
        return `${nameOf(it.unit)}由${nameOf(it.from)}划归${nameOf(it.to)}`
      case 'rename':
        return `${nameOf(it.unit)}更名为“${it.name}”`
      case 'retype':
        return `${nameOf(it.unit)}改为${terms.unitKinds[it.to]}`
      case 'abolish':
        return `撤销${nameOf(it.unit)}，由${nameOf(it.successor)}承接`
    }
  },
  lineage: '沿革',
  origin: (it: LineageRow): string =>
    `${it.fromName} → ${it.toName}${it.share.whole === 1 ? '' : `（${it.share.part}/${it.share.whole}）`}`,
  consequences: '后果',
  unitsEnd: '结束的主体',
  unitsBegin: '新设或变更的主体',
  linksEnd: '结束的关系',
  linksBegin: '新的关系',
  commitments: '移交的事项',
  posts: '转任的岗位',
  documents: '移交的文件',
  publish: '发布',
  undo: '撤回',
  notYours: '由全市的经办人发布和撤回。',
  notYet: '请先解决上面列出的问题。',
  inEffect: '已经生效，不能撤回。',
}
