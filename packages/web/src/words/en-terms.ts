import type { State, Verb } from '@gangmu/core'

export const n = (value: unknown): string => String(value ?? '—')
export const count = (many: number, one: string, more = `${one}s`): string =>
  `${many} ${many === 1 ? one : more}`
export const size = (bytes: number): string =>
  bytes < 1024
    ? count(bytes, 'byte')
    : bytes < 1048576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`

export const verbs: Record<Verb, string> = {
  create: 'Create',
  assign: 'Assign',
  accept: 'Accept',
  return: 'Return',
  report: 'Report',
  check: 'Check',
  close: 'Close',
  adjust: 'Adjust',
  cascade: 'Cascade',
  transfer: 'Transfer',
  suspend: 'Suspend',
  resume: 'Resume',
  withdraw: 'Withdraw',
  escalate: 'Urge',
  object: 'Object',
}
export const commitmentStates: Record<State, string> = {
  draft: 'to assign',
  assigned: 'to accept',
  returned: 'returned',
  accepted: 'under way',
  reported: 'to check',
  checked: 'to close',
  closed: 'closed',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
}
export const sides: Record<'issuer' | 'owner', string> = { issuer: 'issuing unit', owner: 'owning unit' }
