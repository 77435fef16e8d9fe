import type {
  ActionBody,
  Allocation,
  CommitmentKind,
  Light,
  LightReason,
  Possibility,
  State,
  Target,
  UnitKind,
  Verb,
} from '@gangmu/core'

export interface CommitmentRow {
  id: string
  kind: CommitmentKind
  title: string
  theme: string | null
  state: State
  issuer: string
  issuerName: string
  owner: string
  ownerName: string
  charge: string | null
  due: string | null
  target: Target | null
  latest: number | null
  light: Light
  lightReason: LightReason
  lightDays: number | null
  acceptedByLoad: boolean
  parent: string | null
  children: number
  seq: number
}

export interface LightCounts {
  green: number
  yellow: number
  red: number
  grey: number
}

export interface CommitmentQuery {
  readonly unit?: string | undefined
  readonly place?: string | undefined
  readonly theme?: string | undefined
  readonly kind?: CommitmentKind | undefined
  readonly light?: Light | undefined
  readonly state?: State | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly document?: string | undefined
  readonly q?: string | undefined
  readonly sort?: 'due' | 'light' | 'title' | 'owner' | 'newest' | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

export interface CommitmentList {
  total: number
  lights: LightCounts
  commitments: CommitmentRow[]
}

export interface Sentence {
  document: string
  documentTitle: string
  finding: string
  start: number
  end: number
  quote: string
  paragraph: string
  offset: number
}

export interface HistoryLine {
  seq: number
  at: string
  on: string
  by: string
  byName: string
  behalf: string
  behalfName: string
  verb: Verb
  body: Record<string, unknown>
  entry: number
}

export interface CommitmentDetail {
  commitment: CommitmentRow
  sentence: Sentence | null
  above: CommitmentRow[]
  below: CommitmentRow[]
  allocation: Allocation | null
  history: HistoryLine[]
  next: Possibility[]
  assignable: { unit: string; name: string; kind: UnitKind }[]
}

export interface ChildRequest {
  readonly owner: string
  readonly title: string
  readonly due: string | null
  readonly value: number | null
}

type Plain = Exclude<Verb, 'create' | 'cascade'>

/** A verb with its body. A cascade names the children without ids. */
export type ActRequest = {
  readonly request: string
  /** The `seq` the person saw. */
  readonly seen: number
} & (
  | { [V in Plain]: { readonly verb: V; readonly body: ActionBody<V> } }[Plain]
  | { readonly verb: 'cascade'; readonly body: { readonly children: readonly ChildRequest[] } }
)

export interface DispatchRequest {
  readonly request: string
  readonly assignments: readonly {
    readonly commitment: string
    readonly seen: number
    readonly body: ActionBody<'assign'>
  }[]
}

export interface ThemeCounts {
  themes: { id: string; parent: string | null; name: string; total: number; red: number; yellow: number }[]
  without: number
}
