import type { Refusal, Role, State, StepInput, UnitKind, LinkKind } from '@gangmu/core'

export interface DraftRequest {
  readonly request: string
  readonly title: string
  readonly reason: string
  /** The day it takes effect. */
  readonly on: string
  readonly steps: readonly StepInput[]
}

export interface ReorganisationRow {
  id: string
  title: string
  reason: string
  on: string
  state: 'draft' | 'published' | 'undone'
  seq: number
  createdBy: string
  createdAt: string
  publishedBy: string | null
  publishedAt: string | null
  effectedAt: string | null
  undoneBy: string | null
  undoneAt: string | null
}

export interface ShareRow {
  part: number
  whole: number
}

export interface LineageRow {
  from: string
  fromName: string
  to: string
  toName: string
  share: ShareRow
}

export interface ReorganisationDetail {
  reorganisation: ReorganisationRow
  steps: StepInput[]
  /** Of a published one. */
  lineage: LineageRow[]
}

export interface UnitLine {
  unit: string
  kind: UnitKind
  name: string
}

export interface LinkLine {
  kind: LinkKind
  from: string
  fromName: string
  to: string
  toName: string
  share: ShareRow
}

export interface MovedCommitment {
  id: string
  title: string
  state: State
  owner: string
  ownerName: string
  newOwner: string
  newOwnerName: string
  issuer: string
  issuerName: string
  newIssuer: string
  newIssuerName: string
}

export interface MovedPost {
  person: string
  name: string
  role: Role
  unit: string
  unitName: string
  heir: string
  heirName: string
}

export interface Consequences {
  /** What the map becomes, as one word: a publication names the one it was shown. Null where nothing can be done. */
  digest: string | null
  /** Why it may not be published as it is. */
  refusals: Refusal[]
  units: { ends: UnitLine[]; begins: UnitLine[] }
  links: { ends: LinkLine[]; begins: LinkLine[] }
  lineage: LineageRow[]
  commitments: MovedCommitment[]
  posts: MovedPost[]
  documents: { unit: string; unitName: string; heir: string; heirName: string; count: number }[]
}
