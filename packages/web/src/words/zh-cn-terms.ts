import type { State, Verb } from '@gangmu/core'

export const n = (value: unknown): string => String(value ?? '—')

export const size = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} 字节`
    : bytes < 1048576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`

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
