import { type Counterpart, type DocumentRow, type DriftReply, routes } from '@gangmu/contract'
import { type Read, useRead } from '../../../../api/use-read.js'

interface Reply {
  readonly document: DocumentRow
  readonly counterparts: readonly Counterpart[]
  readonly total: number
}

export function useCounterparts(id: string, q: string | undefined, enabled: boolean): Read<Reply> {
  return useRead(routes.document.counterparts, { params: { id }, query: { q } }, { keep: true, enabled })
}

/** Working it out takes a while for long documents, so a comparison stays fresh longer than a list. */
export function useDrift(id: string, against: string | undefined): Read<DriftReply> {
  return useRead(
    routes.document.drift,
    { params: { id }, query: { against: against ?? '' } },
    { enabled: against !== undefined, fresh: 120_000 },
  )
}
