import { type DocumentDetail, routes } from '@gangmu/contract'
import { useState } from 'react'
import { type Read, useRead } from '../../../api/use-read.js'

/** One document, asked for again while it is being read. */
export function useDocument(id: string): Read<DocumentDetail> {
  const [busy, setBusy] = useState(false)
  const read = useRead(
    routes.document.get,
    { params: { id } },
    { again: busy ? 1_500 : false, fresh: 30_000 },
  )
  const state = read.data?.document.state
  const reading = state === 'received' || state === 'reading'
  if (reading !== busy) setBusy(reading)
  return read
}
