import type { FindingRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'
import { type FindingGroup, findingGroups, groupOf } from './finding-groups.js'
import { ProposedFilter } from './model-words.js'

interface Props {
  readonly findings: readonly FindingRow[]
  readonly group: FindingGroup
  readonly undecided: boolean
  /** How many stand on an uncertain repair, and whether only they are shown. */
  readonly doubtful: number
  readonly doubt: boolean
  readonly change: (change: Readonly<Record<string, string | undefined>>) => void
}

/** Duties, and what else was found, with how many there are of each; and whether to show only what waits. */
export function FindingFilters({ findings, group, undecided, doubtful, doubt, change }: Props): ReactNode {
  const words = useWords()
  const counts = new Map<FindingGroup, number>()
  for (const it of findings) {
    if (it.speaker === null) counts.set(groupOf(it), (counts.get(groupOf(it)) ?? 0) + 1)
  }
  return (
    <div className="finding-filters no-print" role="group" aria-label={words.document.kindFilter}>
      {findingGroups
        .filter((it) => it === 'duty' || counts.has(it))
        .map((it) => (
          <button
            key={it}
            type="button"
            className={`kind-badge ${it}`}
            aria-pressed={group === it}
            onClick={() => change({ kind: it === 'duty' ? undefined : it })}
          >
            {it === 'duty' || it === 'fact' ? words.document.groups[it] : words.findingKinds[it]}{' '}
            {counts.get(it) ?? 0}
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
      {doubtful > 0 && (
        <label>
          <input
            type="checkbox"
            checked={doubt}
            onChange={(event) => change({ doubt: event.target.checked ? '1' : undefined })}
          />{' '}
          {words.document.doubtfulOnly(doubtful)} <kbd aria-hidden="true">d</kbd>
        </label>
      )}
      <ProposedFilter findings={findings} />
    </div>
  )
}
