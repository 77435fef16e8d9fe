import type {
  Anchor,
  Certainty,
  DriftFact,
  DriftKind,
  Edit,
  FindingBody,
  FindingSource,
  Measure,
  ModelNote,
  Refusal,
} from '@gangmu/core'

export type DocumentState = 'received' | 'reading' | 'read' | 'refused'
export type Decision = 'confirm' | 'edit' | 'reject'

export interface DocumentRow {
  id: string
  name: string
  title: string
  date: string | null
  publisher: string | null
  state: DocumentState
  receivedBy: string
  receivedByName: string
  receivedAt: string
  receivedByPerson: string
  bytes: number
  sha256: string
  findings: number
  open: number
  commitments: number
  refusal: Refusal | null
}

export interface RepairRow {
  key: string
  kind: string
  damaged: string
  mended: string
  derivation: string
  certainty: Certainty
  occurrences: number
  applied: boolean
  refused: boolean
  received: [number, number]
  restored: [number, number]
}

export interface EditRow {
  kind: Edit['kind']
  received: [number, number]
  restored: [number, number]
}

export interface FindingRow {
  id: string
  ordinal: number
  rule: string
  source: FindingSource
  proposal: FindingBody | null
  anchor: Anchor
  body: FindingBody
  edited: boolean
  speaker: string | null
  duty: boolean
  measurability: Record<Measure, boolean> | null
  seq: number
  decision: {
    decision: Decision
    by: string
    at: string
    byLoad: boolean
    commitment: string | null
  } | null
}

export interface DecideReply {
  finding: FindingRow
  beside: FindingRow[]
  open: number
}

export interface ChangesReply {
  reading: string | null
  position: number
  findings: FindingRow[]
  open: number
}

export interface Present {
  name: string
  finding: string | null
}

export type WatchEvent = { kind: 'changed' } | { kind: 'present'; people: Present[] }

export interface DocumentDetail {
  document: DocumentRow
  received: string
  restored: string
  edits: EditRow[]
  repairs: RepairRow[]
  reading: { id: string; rules: string; at: string; model: ModelNote | null } | null
  findings: FindingRow[]
  position: number
  mayReview: boolean
}

export interface Counterpart {
  id: string
  name: string
  title: string
  date: string | null
  publisher: string | null
  receivedByName: string
  order: 'earlier' | 'later' | null
  samePublisher: boolean
  shared: number
  names: string[]
}

export interface Counterparts {
  document: DocumentRow
  counterparts: Counterpart[]
  total: number
}

export interface DriftSideRow {
  finding: string | null
  anchor: Anchor
  changed: [number, number][]
  confirmed: boolean
  commitment: string | null
}

export interface DriftRow {
  kind: DriftKind
  subject: string
  actor: string
  certainty: Certainty
  why: DriftFact[]
  older: DriftSideRow | null
  newer: DriftSideRow | null
}

export interface DriftReply {
  older: DocumentRow
  newer: DocumentRow
  drifts: DriftRow[]
}
