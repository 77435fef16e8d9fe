import type {
  Anchor,
  Basis,
  Commitment,
  CommitmentKind,
  DocumentFacts,
  Edit,
  FindingBody,
  FindingKind,
  FindingSource,
  LinkKind,
  ModelNote,
  PackManifest,
  Proposal,
  Refusal,
  Repair,
  Role,
  State,
  StepInput,
  Target,
  UnitKind,
  Verb,
} from '@gangmu/core'
import type { ColumnType, Generated, JSONColumnType, RawBuilder } from 'kysely'

/** A column PostgreSQL holds as jsonb; written as JSON text. */
type Json<T> = ColumnType<T, string, string>
/** Ranges and search vectors are written by expressions and read by functions. */
type ByExpression = ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>

interface PlaceTable {
  only: Generated<boolean>
  pack: string
  version: string
  hash: string
  manifest: JSONColumnType<PackManifest>
  units_version: Generated<number>
  loaded_at: string
}

interface UnitTable {
  id: string
}

interface UnitStateTable {
  unit: string
  kind: UnitKind
  name: string
  aka: string[]
  code: string | null
  sort_key: string
  basis: Json<Basis>
  valid: ByExpression
  known: ByExpression
}

interface LinkTable {
  id: string
  kind: LinkKind
  from_unit: string
  to_unit: string
  share_part: Generated<number>
  share_whole: Generated<number>
  basis: Json<Basis>
  valid: ByExpression
  known: ByExpression
}

interface TileTable {
  unit: string
  col: number
  row_no: number
}

interface ThemeTable {
  id: string
  parent: string | null
  name: string
  words: string[]
  ordinal: number
}

interface PersonTable {
  id: string
  username: string
  name: string
  disabled: Generated<boolean>
}

interface PostTable {
  person: string
  unit: string
  role: Role
  valid: ByExpression
}

interface BlobTable {
  sha256: string
  bytes: Uint8Array
}

interface DocumentTable {
  id: string
  name: string
  sha256: string
  bytes: number
  media_type: string
  charset: string | null
  received_by: string
  received_by_person: string
  received_at: string
  received_on: string
  text: string
  state: 'received' | 'reading' | 'read' | 'refused'
  attempts: Generated<number>
  refusal: Json<Refusal> | null
  restoration: string | null
  reading: string | null
  title: string | null
  dated: string | null
  publisher: string | null
  duty_units: Generated<string[]>
  open: Generated<number>
}

interface RestorationTable {
  id: string
  document: string
  rules: string
  /** Repairs a person refused, as they last stood. */
  refused: Json<readonly Repair[]>
  text: string
  edits: Json<readonly Edit[]>
  repairs: Json<readonly Repair[]>
  at: string
}

interface ReadingTable {
  id: string
  document: string
  restoration: string
  rules: string
  facts: Json<DocumentFacts>
  model: Json<ModelNote> | null
  at: string
}

interface FindingTable {
  id: string
  document: string
  reading: string
  origin: string
  ordinal: number
  rule: string
  kind: FindingKind
  anchor: Json<Anchor>
  body: Json<FindingBody>
  source: Generated<FindingSource>
  proposal: Json<Proposal> | null
}

interface DecisionTable {
  finding_origin: string
  seq: number
  finding: string
  decision: 'confirm' | 'edit' | 'reject' | 'reopen'
  body: Json<FindingBody> | null
  theme: string | null
  commitment: string | null
  by_person: string
  by_name: string
  behalf: string
  at: string
  by_load: boolean
  request: string
  entry: number
}

interface RepairRefusalTable {
  document: string
  seq: number
  key: string
  refused: boolean
  by_person: string
  by_name: string
  at: string
  request: string
  entry: number
}

interface CommitmentTable {
  id: string
  kind: CommitmentKind
  title: string
  theme: string | null
  state: State
  resumes_as: State | null
  issuer: string
  owner: string
  charge: string | null
  due: string | null
  target: Json<Target> | null
  finding: string | null
  document: string | null
  parent: string | null
  accepted_by_load: boolean
  assigned_on: string | null
  last_report: Json<NonNullable<Commitment['lastReport']>> | null
  closed_on: string | null
  escalations: number
  seq: number
  created_at: string
  title_key: string
  search: ByExpression
}

interface CommitmentActionTable {
  commitment: string
  seq: number
  at: string
  on_day: string
  by_person: string
  by_name: string
  behalf: string
  verb: Verb
  body: Json<unknown>
  request: string
  entry: number
}

interface EvidenceTable {
  sha256: string
  person: string
  name: string
  at: string
}

interface RequestTable {
  id: string
  person: string
  digest: string
  at: string
}

interface ReorganisationTable {
  id: string
  title: string
  reason: string
  on_day: string
  steps: Json<readonly StepInput[]>
  state: 'draft' | 'published' | 'undone'
  seq: number
  author: string
  author_name: string
  created_at: string
  changed_at: string
  published_by: string | null
  published_by_name: string | null
  published_at: string | null
  effected_at: string | null
  undone_by: string | null
  undone_by_name: string | null
  undone_at: string | null
  touched: Generated<string[]>
}

interface LineageTable {
  reorganisation: string
  from_unit: string
  to_unit: string
  share_part: number
  share_whole: number
  on_day: string
}

interface EntryTable {
  id: Generated<number>
  at: string
  kind: string
  subject: string
  actor: string
  content: string | null
  nonce: Uint8Array | null
  commit: Uint8Array
}

interface EntryPendingTable {
  entry: number
}

/** The tables as the migrations make them; docs/tables says what a row means. */
export interface Tables {
  place: PlaceTable
  unit: UnitTable
  unit_state: UnitStateTable
  link: LinkTable
  tile: TileTable
  theme: ThemeTable
  person: PersonTable
  post: PostTable
  blob: BlobTable
  document: DocumentTable
  restoration: RestorationTable
  reading: ReadingTable
  finding: FindingTable
  decision: DecisionTable
  repair_refusal: RepairRefusalTable
  commitment: CommitmentTable
  commitment_action: CommitmentActionTable
  evidence: EvidenceTable
  request: RequestTable
  reorganisation: ReorganisationTable
  lineage: LineageTable
  entry: EntryTable
  entry_pending: EntryPendingTable
}
