import type { DriftRow } from '@gangmu/contract'
import { type DriftKind, driftKinds } from '@gangmu/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'
import { KindMark } from './kind-mark.js'

interface Props {
  readonly drifts: readonly DriftRow[]
  readonly chosen: DriftKind | null
  readonly choose: (kind: DriftKind | null) => void
}

/** How many of each kind there are; each is a filter. */
export function KindCounts({ drifts, chosen, choose }: Props): ReactNode {
  const words = useWords()
  const counts = new Map<DriftKind, number>()
  for (const { kind } of drifts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return (
    <div className="drift-counts no-print" role="group" aria-label={words.drift.filter}>
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {words.app.all} <b>{drifts.length}</b>
      </button>
      {driftKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={chosen === kind}
          disabled={!counts.has(kind)}
          onClick={() => choose(chosen === kind ? null : kind)}
        >
          <KindMark kind={kind} /> <b>{counts.get(kind) ?? 0}</b>
        </button>
      ))}
    </div>
  )
}
