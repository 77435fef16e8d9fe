import { type CommitmentQuery, commitmentQuery, routes } from '@gangmu/contract'
import { useMemo } from 'react'
import { useRead } from '../../api/use-read.js'
import { useQueryState } from '../../ui/use-query-state.js'

export const PAGE_SIZE = 100

/** The filters of the address; what does not belong there is left out rather than refused. */
export function useFilters(): readonly [
  CommitmentQuery,
  (change: Readonly<Record<string, string | undefined>>) => void,
] {
  const [values, change] = useQueryState()
  const filters = useMemo(() => {
    const shape = commitmentQuery.shape
    const known = Object.entries(values).filter(
      ([key, value]) => key in shape && shape[key as keyof typeof shape].safeParse(value).success,
    )
    return commitmentQuery.parse(Object.fromEntries(known))
  }, [values])
  return [filters, change]
}

export function useCommitments(filters: CommitmentQuery) {
  const query = { limit: PAGE_SIZE, ...filters }
  const list = useRead(routes.commitment.list, { query }, { keep: true })
  const themes = useRead(routes.commitment.themes, { query: { unit: filters.unit } }, { keep: true })
  return { list, themes }
}
