import { routes } from '@gangmu/contract'
import { useMemo } from 'react'
import { useRead } from '../../api/use-read.js'
import { useQueryState } from '../../ui/use-query-state.js'
import { useUnits } from '../../unit/use-units.js'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day of the address, undefined for today; every page of the territory shares it. */
export function useAsOf(): readonly [string | undefined, (day: string) => void] {
  const [{ asOf }, change] = useQueryState()
  return useMemo(
    () => [asOf !== undefined && DAY.test(asOf) ? asOf : undefined, (day) => change({ asOf: day })],
    [asOf, change],
  )
}

export function useTerritory(asOf: string | undefined) {
  return {
    tiles: useRead(routes.unit.tiles, { query: { asOf } }, { keep: true }),
    ...useUnits(asOf),
  }
}
