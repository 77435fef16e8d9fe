import type { Action, CommitmentKind, Target } from './action.js'

export const states = [
  'draft',
  'assigned',
  'returned',
  'accepted',
  'reported',
  'checked',
  'closed',
  'suspended',
  'withdrawn',
] as const
export type State = (typeof states)[number]

export interface Commitment {
  readonly state: State
  /** Where a suspended one goes on. */
  readonly resumesAs: State | null
  readonly kind: CommitmentKind
  readonly title: string
  readonly theme: string | null
  readonly issuer: string
  /** Never null: the issuer holds what is not assigned, or was returned. */
  readonly owner: string
  readonly charge: string | null
  readonly due: string | null
  readonly target: Target | null
  readonly finding: string | null
  readonly parent: string | null
  readonly acceptedByLoad: boolean
  readonly assignedOn: string | null
  readonly lastReport: { readonly on: string; readonly by: string; readonly value: number | null } | null
  readonly closedOn: string | null
  readonly escalations: number
  readonly seq: number
}

/** The state a history adds up to. Throws on a history that does not begin with `create`: that is a bug. */
export function fold(history: readonly Action[]): Commitment {
  const [first, ...rest] = history
  if (first?.verb !== 'create') throw new Error('a history begins with create')
  const { body } = first
  const begun: Commitment = {
    state: 'draft',
    resumesAs: null,
    kind: body.kind,
    title: body.title,
    theme: body.theme,
    issuer: body.issuer,
    owner: body.issuer,
    charge: null,
    due: body.due,
    target: body.target,
    finding: body.finding,
    parent: body.parent,
    acceptedByLoad: body.acceptedByLoad,
    assignedOn: null,
    lastReport: null,
    closedOn: null,
    escalations: 0,
    seq: first.seq,
  }
  return rest.reduce((it, action) => ({ ...it, ...change(it, action), seq: action.seq }), begun)
}

function change(it: Commitment, action: Action): Partial<Commitment> {
  switch (action.verb) {
    case 'create':
      throw new Error('create stands only at the beginning of a history')
    case 'assign':
      return {
        state: 'assigned',
        owner: action.body.owner,
        charge: action.body.charge,
        due: action.body.due ?? it.due,
        assignedOn: action.on,
      }
    case 'accept':
      return { state: 'accepted', charge: action.body.charge ?? it.charge }
    case 'return':
      return { state: 'returned', owner: it.issuer, charge: null }
    case 'report':
      return {
        state: action.body.done ? 'reported' : it.state,
        lastReport: { on: action.on, by: action.by, value: action.body.value },
      }
    case 'check':
      return { state: action.body.pass ? 'checked' : 'accepted' }
    case 'close':
      return { state: 'closed', closedOn: action.on }
    case 'adjust':
      return adjusted(it, action.body)
    case 'transfer':
      if (action.body.heirs !== undefined)
        return { owner: action.body.owner, issuer: action.body.heirs.issuer }
      // The new owner has accepted nothing and named nobody yet.
      return { state: 'assigned', owner: action.body.owner, charge: null, assignedOn: action.on }
    case 'suspend':
      return { state: 'suspended', resumesAs: it.state }
    case 'resume':
      return { state: it.resumesAs ?? 'accepted', resumesAs: null }
    case 'withdraw':
      return { state: 'withdrawn' }
    case 'escalate':
      return { escalations: it.escalations + 1 }
    case 'cascade':
    case 'object':
      return {}
  }
}

function adjusted(it: Commitment, body: Extract<Action, { verb: 'adjust' }>['body']): Partial<Commitment> {
  return {
    title: body.title ?? it.title,
    theme: body.theme === undefined ? it.theme : body.theme,
    due: body.due === undefined ? it.due : body.due,
    target: body.target === undefined ? it.target : body.target,
  }
}
