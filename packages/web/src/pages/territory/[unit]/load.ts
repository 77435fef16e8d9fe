import { routes } from '@gangmu/contract'
import { useRead } from '../../../api/use-read.js'

/** What a unit and those it answers for owe, the soonest due first. */
export function useOwed(unit: string) {
  return useRead(routes.commitment.list, { query: { unit, limit: 12, sort: 'light' } })
}
