import type { Language } from './language.js'

interface Counts {
  readonly done: number
  readonly all: number
  readonly refused: number
}

/** Every sentence of reading a folder into another. */
export interface BatchWords {
  /** `perSecond` and `left` (`m:ss`) are null until something was read. */
  readonly progress: (counts: Counts, perSecond: string | null, left: string | null) => string
  /** After the first Ctrl-C, with the number of files that are being read. */
  readonly stopping: string
  readonly stopped: (counts: Counts) => string
  readonly rows: Readonly<
    Record<'files' | 'read' | 'kept' | 'duplicate' | 'refused' | 'sameText' | 'repairs', string>
  >
  readonly refused: (count: number) => string
  readonly leftOver: (count: number) => string
  readonly more: (count: number) => string
  readonly manifest: (path: string) => string
}

const zh: BatchWords = {
  progress: ({ done, all, refused }, perSecond, left) =>
    [
      `研读 ${done}/${all}`,
      perSecond === null ? '' : `每秒 ${perSecond} 份`,
      refused === 0 ? '' : `未读 ${refused}`,
      left === null ? '' : `约剩 ${left}`,
    ]
      .filter((it) => it !== '')
      .join(' · '),
  stopping: '正在停止：等待读完手头的文件。再按一次 Ctrl-C 立即停止。',
  stopped: ({ done, all }) =>
    `已停止：${all} 份文件完成 ${done} 份，均已完整写入。重新运行同一命令即可接着研读。`,
  rows: {
    files: '文件',
    read: '本次研读',
    kept: '先前已读',
    duplicate: '内容重复',
    refused: '未能读取',
    sameText: '文字相同',
    repairs: '修复',
  },
  refused: (count) => `${count} 份文件未能读取：`,
  leftOver: (count) =>
    `${count} 个旧结果不再对应任何已读文件（文件已删除、改名、重复或未能读取），予以保留：`,
  more: (count) => `……另有 ${count} 个`,
  manifest: (path) => `清单：${path}`,
}

const en: BatchWords = {
  progress: ({ done, all, refused }, perSecond, left) =>
    [
      `Read ${done}/${all}`,
      perSecond === null ? '' : `${perSecond}/s`,
      refused === 0 ? '' : `${refused} refused`,
      left === null ? '' : `${left} left`,
    ]
      .filter((it) => it !== '')
      .join(' · '),
  stopping: 'Stopping once the files being read are done. Press Ctrl-C again to drop them.',
  stopped: ({ done, all }) =>
    `Stopped: ${done} of ${all} files are done, each written whole. The same call goes on from here.`,
  rows: {
    files: 'files',
    read: 'read now',
    kept: 'read before',
    duplicate: 'same bytes as another',
    refused: 'refused',
    sameText: 'same text as another',
    repairs: 'repairs',
  },
  refused: (count) => (count === 1 ? '1 file was refused:' : `${count} files were refused:`),
  leftOver: (count) =>
    count === 1
      ? '1 earlier result belongs to no file that was read (deleted, renamed, a duplicate or refused by now); it was left where it is:'
      : `${count} earlier results belong to no file that was read (deleted, renamed, a duplicate or refused by now); they were left where they are:`,
  more: (count) => `… and ${count} more`,
  manifest: (path) => `Manifest: ${path}`,
}

export const batchWords: Readonly<Record<Language, BatchWords>> = { zh, en }
