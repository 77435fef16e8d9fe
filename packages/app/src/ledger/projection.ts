import { type Commitment, fold } from '@gangmu/core'
import { type StoredCommitment, allActions, allCommitments, entriesOfKind, everything } from '@gangmu/store'
import type { Base } from '../app.js'
import { actionsOf } from './actions-of.js'
import { canonical } from './entry.js'

/** A row that is not what the ledger adds up to. */
export interface ProjectionDefect {
  readonly table: 'commitment_action' | 'commitment'
  /** Id of the commitment, with the number of the action. */
  readonly row: string
}

/**
 * Replays the entries of the ledger and compares them with the tables that screens read: the actions with the
 * entries, and the commitments with what their actions add up to. Empty where all is as it was written.
 */
export async function projectionDefects(base: Pick<Base, 'store'>): Promise<readonly ProjectionDefect[]> {
  return base.store.read(everything, async (db) => {
    const written = actionsOf(await entriesOfKind(db, 'commitment.'))
    const stored = await allActions(db)
    const actions = differences(
      written.map((it) => [`${it.commitment}/${it.action.seq}`, canonical(it)]),
      stored.map((it) => [`${it.commitment}/${it.action.seq}`, canonical(it)]),
    )
    const histories = new Map<string, (typeof written)[number]['action'][]>()
    for (const it of written) {
      const history = histories.get(it.commitment)
      if (history) history.push(it.action)
      else histories.set(it.commitment, [it.action])
    }
    const commitments = differences(
      [...histories].map(([id, history]) => [id, canonical(fold(history))]),
      (await allCommitments(db)).map((it) => [it.id, canonical(stateOf(it))]),
    )
    return [
      ...actions.map((row) => ({ table: 'commitment_action' as const, row })),
      ...commitments.map((row) => ({ table: 'commitment' as const, row })),
    ]
  })
}

/** Names that stand on one side only, or with another text. */
function differences(
  one: readonly (readonly [name: string, text: string])[],
  other: readonly (readonly [name: string, text: string])[],
): readonly string[] {
  const left = new Map(one)
  const right = new Map(other)
  return [...new Set([...left.keys(), ...right.keys()])].filter((it) => left.get(it) !== right.get(it))
}

/** What a history adds up to, without what only the row knows. */
function stateOf(row: StoredCommitment): Commitment {
  const { id: _id, document: _document, createdAt: _createdAt, children: _children, ...state } = row
  return state
}
