import { type DocumentRow, routes } from '@gangmu/contract'
import { useState } from 'react'
import { type Read, useRead } from '../../api/use-read.js'

type Reply = { readonly documents: readonly DocumentRow[] }

/** Documents, asked for again while one of them is being read. */
export function useDocuments(q: string | undefined): Read<Reply> {
  const [busy, setBusy] = useState(false)
  const read = useRead(routes.document.list, { query: { q } }, { keep: true, again: busy ? 2_000 : false })
  const reading = (read.data?.documents ?? []).some((it) => it.state === 'received' || it.state === 'reading')
  if (reading !== busy) setBusy(reading)
  return read
}
