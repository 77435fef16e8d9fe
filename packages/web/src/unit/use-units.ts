import { type LinkRow, routes, type UnitRow } from '@gangmu/contract'
import { useMemo } from 'react'
import { type Read, useRead } from '../api/use-read.js'

export interface Register {
  readonly units: readonly UnitRow[]
  readonly links: readonly LinkRow[]
  readonly byId: ReadonlyMap<string, UnitRow>
  /** The name of a unit, or its id where the register does not know it. */
  readonly nameOf: (unit: string) => string
}

/** Units and links on a day (today when absent), ready to look up. */
export function useUnits(asOf?: string): {
  readonly read: Read<unknown>
  readonly register: Register | null
} {
  const read = useRead(routes.unit.list, { query: { asOf } }, { fresh: 300_000, keep: true })
  const register = useMemo<Register | null>(() => {
    if (read.data === undefined) return null
    const byId = new Map(read.data.units.map((it) => [it.id, it]))
    return {
      units: read.data.units,
      links: read.data.links,
      byId,
      nameOf: (unit) => byId.get(unit)?.name ?? unit,
    }
  }, [read.data])
  return { read, register }
}
