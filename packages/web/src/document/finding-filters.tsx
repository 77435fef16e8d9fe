import type { FindingRow } from '@gangmu/contract'
import { type FindingKind, findingKinds } from '@gangmu/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'

interface Props {
  readonly findings: readonly FindingRow[]
  readonly kind: FindingKind | undefined
  readonly undecided: boolean
  readonly change: (change: Readonly<Record<string, string | undefined>>) => void
}

/** Kinds with how many there are of each, and whether to show only what waits. */
export function FindingFilters({ findings, kind, undecided, change }: Props): ReactNode {
  const words = useWords()
  const counts = new Map<FindingKind, number>()
  for (const it of findings) counts.set(it.body.kind, (counts.get(it.body.kind) ?? 0) + 1)
  return (
    <div className="finding-filters no-print" role="group" aria-label={words.document.kindFilter}>
      {findingKinds
        .filter((it) => counts.has(it))
        .map((it) => (
          <button
            key={it}
            type="button"
            className={`kind-badge ${it}`}
            aria-pressed={kind === it}
            onClick={() => change({ kind: kind === it ? undefined : it })}
          >
            {words.findingKinds[it]} {counts.get(it)}
          </button>
        ))}
      <label>
        <input
          type="checkbox"
          checked={undecided}
          onChange={(event) => change({ undecided: event.target.checked ? '1' : undefined })}
        />{' '}
        {words.document.undecidedOnly} <kbd aria-hidden="true">f</kbd>
      </label>
    </div>
  )
}
