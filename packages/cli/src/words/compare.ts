import type { BodyOf, Certainty, DriftFact, DriftKind } from '@gangmu/core'
import type { CallWords } from '../read/parse-call.js'
import type { Language } from './language.js'

type Comparator = BodyOf<'quantity'>['comparator']
type Beside = Extract<DriftFact, { of: 'absent' }>['beside']
type Named = 'value' | 'comparator' | 'threshold' | 'hedge' | 'due' | 'reported' | 'operational' | 'rival'

/** Every sentence of `gangmu compare`. */
export interface CompareWords extends CallWords {
  readonly summary: string
  readonly options: Readonly<Record<'older' | 'newer' | 'json' | 'pack' | 'help', string>>
  readonly older: string
  readonly newer: string
  readonly kinds: Readonly<Record<DriftKind, string>>
  readonly none: string
  readonly facts: Readonly<Record<Named, string>>
  readonly comparators: Readonly<Record<Comparator, string>>
  readonly unstated: string
  readonly also: string
  readonly absent: Readonly<Record<Beside, string>>
  readonly stated: (words: string) => string
  readonly lapsed: (due: string) => string
  readonly certainty: Readonly<Record<Certainty, string>>
}

const zh: CompareWords = {
  summary: '对照新旧两份文件：旧文件的承诺，在新文件中保持、消失、减弱、推迟还是提高。不需要数据库。',
  options: {
    older: '旧文件',
    newer: '新文件',
    json: '每行一条变化，JSON 格式',
    pack: '研读时采用哪个地方包的名称：packs/ 中的名字，或文件夹',
    help: '显示此说明',
  },
  headings: { usage: '用法：', arguments: '参数：', options: '选项：' },
  noFiles: '请给出两个文件：先旧后新。gangmu compare --help 查看详细说明。',
  unknownOption: (option) => `没有 ${option} 这个选项。gangmu compare --help 列出全部选项。`,
  noArgument: (option) => `${option} 之后须给出值。gangmu compare --help 查看详细说明。`,
  older: '旧',
  newer: '新',
  kinds: {
    dropped: '消失',
    weakened: '减弱',
    postponed: '推迟',
    raised: '提高',
    kept: '保持',
    new: '新增',
  },
  none: '两份文件没有可对照的承诺。',
  facts: {
    value: '数值',
    comparator: '幅度',
    threshold: '门槛',
    hedge: '措辞',
    due: '期限',
    reported: '新文件报告进展',
    operational: '不再是具体任务',
    rival: '另有相近的一条',
  },
  comparators: { '=': '达到', '>': '超过', '>=': '不低于', '<': '低于', '<=': '不超过', '~': '左右' },
  unstated: '未写明',
  also: '；',
  absent: {
    series: '同一系列的新文件未提',
    theme: '新文件谈同一主题而未提',
    actor: '新文件谈同一主体而未提',
  },
  stated: (words) => `新文件写明“${words}”`,
  lapsed: (due) => `期限 ${due} 已过`,
  certainty: { high: '', medium: '较有把握', low: '存疑，请核对' },
}

const en: CompareWords = {
  summary: 'What became of the pledges of an older document in a newer one. Needs no database.',
  options: {
    older: 'the older document',
    newer: 'the newer document',
    json: 'one change a line, as JSON',
    pack: 'a pack whose names the reader shall know: a name in packs/ or a folder',
    help: 'this help',
  },
  headings: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:' },
  noFiles: 'Name two files, the older first. gangmu compare --help says more.',
  unknownOption: (option) => `There is no option ${option}. gangmu compare --help lists them.`,
  noArgument: (option) => `${option} wants a value. gangmu compare --help says more.`,
  older: 'older',
  newer: 'newer',
  kinds: {
    dropped: 'Dropped',
    weakened: 'Weakened',
    postponed: 'Postponed',
    raised: 'Raised',
    kept: 'Kept',
    new: 'New',
  },
  none: 'The two documents have no pledges to compare.',
  facts: {
    value: 'value',
    comparator: 'reach',
    threshold: 'threshold',
    hedge: 'wording',
    due: 'due',
    reported: 'the newer document reports on it',
    operational: 'no longer a concrete task',
    rival: 'another one is as close',
  },
  comparators: {
    '=': 'exactly',
    '>': 'above',
    '>=': 'at least',
    '<': 'below',
    '<=': 'at most',
    '~': 'about',
  },
  unstated: 'not stated',
  also: '; ',
  absent: {
    series: 'not in the newer document of the same series',
    theme: 'the newer document speaks of its theme, not of it',
    actor: 'the newer document speaks of its owner, not of it',
  },
  stated: (words) => `the newer document says “${words}”`,
  lapsed: (due) => `due ${due}, which had passed`,
  certainty: { high: '', medium: 'fairly sure', low: 'uncertain, please check' },
}

export const compareWords: Readonly<Record<Language, CompareWords>> = { zh, en }
