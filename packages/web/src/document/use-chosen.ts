import type { DocumentDetail, FindingRow } from '@gangmu/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryState } from '../ui/use-query-state.js'
import { type FindingGroup, findingGroups, groupOf, listed, speakerOf } from './finding-groups.js'

/** Milliseconds for which one stays at a finding before the address names it. */
const SETTLED = 300

interface Chosen {
  readonly query: Readonly<Record<string, string>>
  readonly setQuery: (change: Readonly<Record<string, string | undefined>>) => void
  readonly group: FindingGroup
  readonly tab: 'findings' | 'repairs'
  readonly picked: string | null
  readonly repair: string | null
  readonly goTo: (finding: FindingRow | null | undefined) => void
  readonly pickFinding: (id: string) => void
  readonly pickRepair: (key: string) => void
}

/** What is chosen on the page of a document. The address follows: at once for what is listed, a little later for a step. */
export function useChosen(
  detail: DocumentDetail,
  findings: readonly FindingRow[],
  show: (offset: number) => void,
): Chosen {
  const [query, setQuery] = useQueryState()
  const group = findingGroups.find((it) => it === query['kind']) ?? 'duty'
  const tab = query['tab'] === 'repairs' ? 'repairs' : 'findings'
  // Fixed from the start: what another decides must not put something else under one's hand.
  const [picked, setPicked] = useState(
    () => query['finding'] ?? listed(findings, group)[0]?.finding.id ?? findings[0]?.id ?? null,
  )
  const [repair, setRepair] = useState<string | null>(null)
  const named = useRef(picked)
  // Browsers forbid an address that changes with every key.
  useEffect(() => {
    if (picked === named.current) return
    const timer = setTimeout(() => {
      named.current = picked
      setQuery({ finding: picked ?? undefined })
    }, SETTLED)
    return () => clearTimeout(timer)
  }, [picked, setQuery])

  const goTo = useCallback(
    (finding: FindingRow | null | undefined) => {
      if (finding === undefined || finding === null) return
      setPicked(finding.id)
      const its = groupOf(finding)
      if (its !== group || tab !== 'findings') {
        setQuery({ tab: undefined, kind: its === 'duty' ? undefined : its })
      }
      show(finding.anchor.start)
    },
    [group, setQuery, show, tab],
  )
  const latest = useRef(findings)
  useEffect(() => {
    latest.current = findings
  })
  const pickFinding = useCallback((id: string) => goTo(speakerOf(latest.current, id)), [goTo])
  const pickRepair = useCallback(
    (key: string) => {
      const it = detail.repairs.find((one) => one.key === key)
      if (it === undefined) return
      setRepair(key)
      setQuery({ tab: 'repairs' })
      show(it.restored[0])
    },
    [detail.repairs, setQuery, show],
  )
  return { query, setQuery, group, tab, picked, repair, goTo, pickFinding, pickRepair }
}
