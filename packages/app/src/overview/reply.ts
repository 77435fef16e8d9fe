import type { CommitmentRow, LightCounts } from '../commitment/reply.js'
import type { DocumentRow } from '../document/reply.js'

export interface Overview {
  lights: LightCounts
  toAccept: CommitmentRow[]
  toReport: CommitmentRow[]
  toCheck: CommitmentRow[]
  toClose: CommitmentRow[]
  toDispatch: CommitmentRow[]
  red: CommitmentRow[]
  documents: DocumentRow[]
  counts: {
    toAccept: number
    toReport: number
    toCheck: number
    toClose: number
    toDispatch: number
    toReview: number
  }
}

export interface EntryPage {
  entries: {
    id: number
    at: string
    kind: string
    subject: string
    actor: string
    actorName: string | null
    content: string
    withheld: boolean
    commit: string
  }[]
  total: number
}
