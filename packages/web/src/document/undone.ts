import type { FindingRow } from '@gangmu/contract'
import type { FindingBody } from '@gangmu/core'
import type { New } from '../outbox/outbox.js'
import { conflictsIn, type Pending } from '../outbox/pending.js'
import type { Deed } from './foreseen.js'

export interface Wish {
  readonly finding: FindingRow
  readonly deed: Deed
  readonly body?: FindingBody | undefined
  readonly theme?: string | null | undefined
}

/** One thing a person did, however many findings it decided: what `u` takes back. */
export interface Done {
  readonly finding: string
  readonly pending: readonly New[]
  /** How each stood before, in the same order. */
  readonly before: readonly FindingRow[]
}

/** What takes a thing back that was sent already. */
export interface Undoing {
  /** Requests that were refused, with what they hold back: they go, as nothing of them stands. */
  readonly discard: readonly string[]
  /** The inverse of what stands as it was left, the last first. */
  readonly wishes: readonly Wish[]
}

/** The findings as they are foreseen, what is pending, and the name of the person. */
export interface Standing {
  readonly findings: readonly FindingRow[]
  readonly pending: readonly Pending[]
  /** Requests that another came before with just the same. */
  readonly overtaken: ReadonlySet<string>
  readonly by: string
}

/** How to take `done` back without touching what another decided since, or instead. */
export function undoing(
  { pending: made, before }: Done,
  { findings, pending, overtaken, by }: Standing,
): Undoing {
  const requests = new Set(made.map((it) => it.request))
  const refused = pending.filter((it) => it.refused !== null && requests.has(it.request))
  const documents = new Set(refused.map((it) => it.document))
  const conflicts = [...documents].flatMap((it) => conflictsIn(pending, it))
  const heads = conflicts.filter((it) => requests.has(it.head.request))
  const discard = new Set([...refused.map((it) => it.request), ...heads.flatMap((it) => it.requests)])
  const rows = new Map(findings.map((it) => [it.id, it]))
  /** Whether its finding stands as the last of these decisions about it left it. */
  const stands = (finding: string): boolean => {
    const index = made.findLastIndex((it) => it.finding === finding)
    const [row, last, was] = [rows.get(finding), made[index], before[index]]
    if (row === undefined || last === undefined || was === undefined) return false
    if (discard.has(last.request) || overtaken.has(last.request) || row.seq !== was.seq + 1) return false
    if (last.decision === 'reopen') return row.decision === null
    return row.decision?.decision === last.decision && row.decision.by === by
  }
  const wishes = made.flatMap((it, index): readonly Wish[] => {
    const was = before[index]
    return was !== undefined && stands(it.finding) ? [{ finding: was, ...inverseOf(it, was) }] : []
  })
  return { discard: [...discard], wishes: wishes.toReversed() }
}

/** What undoes a decision, given how its finding stood before. */
function inverseOf(made: New, before: FindingRow): Pick<Wish, 'deed' | 'body'> {
  switch (made.decision) {
    case 'confirm':
    case 'reject':
      return { deed: 'reopen' }
    case 'edit':
      return { deed: 'edit', body: before.body }
    case 'reopen':
      return { deed: before.decision?.decision === 'reject' ? 'reject' : 'confirm' }
  }
}
