import type { RepairKind } from '@gangmu/core'
import type { About } from './about.js'
import { findChrome } from './steps/chrome.js'
import { findEntities } from './steps/entities.js'
import { findForms } from './steps/forms.js'
import { findLineEnds } from './steps/line-ends.js'
import { findBlankLines, findWrappedLines } from './steps/lines.js'
import { findPinyin } from './steps/pinyin.js'
import { findPromo } from './steps/promo.js'
import { findQuotes } from './steps/quotes.js'
import { findScript } from './steps/script.js'
import { findShiftedRuns } from './steps/shifted-run.js'
import { findSpacing } from './steps/spacing.js'
import { findWidth } from './steps/width.js'
import { findZhe } from './steps/zhe.js'
import type { Change } from './trace.js'

/** One small pure step: what it would change in a text. The chain composes them. */
export interface Step {
  readonly kind: RepairKind
  /** What its mechanical conversions are called in the summary. */
  readonly summary: string
  readonly find: (text: string, about: About) => readonly Change[]
}

/** In order; the reverse of how pages come to be damaged. */
export const chain: readonly Step[] = [
  { kind: 'line-break', summary: '换行符统一为LF', find: findLineEnds },
  { kind: 'shifted-run', summary: '错位段', find: findShiftedRuns },
  { kind: 'entity', summary: 'HTML实体还原为字符', find: findEntities },
  { kind: 'pinyin', summary: '删去站点在汉字后插入的拼音，逐处核对确为该字读音', find: findPinyin },
  { kind: 'variant', summary: '全角数字、字母和部首形码还原为通用字形', find: findForms },
  { kind: 'line-break', summary: '按固定宽度折断的行接回成段', find: findWrappedLines },
  { kind: 'script', summary: '机转繁体逐字转回简体', find: findScript },
  { kind: 'variant', summary: '著还原为着', find: findZhe },
  { kind: 'promo', summary: '推广词', find: findPromo },
  { kind: 'quotes', summary: '直引号逐段按开、闭交替配对', find: findQuotes },
  { kind: 'punctuation', summary: '中文语境中的半角标点还原为全角', find: findWidth },
  { kind: 'spacing', summary: '去掉排版和站点自动加入的空格', find: findSpacing },
  { kind: 'line-break', summary: '删去空行，一段一行', find: findBlankLines },
  { kind: 'removed', summary: '页面部件', find: findChrome },
]
