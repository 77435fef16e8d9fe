import { type DocumentDetail, type FindingRow, routes, urlOf } from '@gangmu/contract'
import type { FindingBody } from '@gangmu/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ask } from '../../../api/ask.js'
import { type Read, useRead } from '../../../api/use-read.js'
import type { Deed } from '../../../document/finding-item.js'
import { requestId } from '../../../ui/request-id.js'

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

interface Decide {
  readonly busy: ReadonlySet<string>
  readonly error: unknown
  readonly decide: (
    finding: FindingRow,
    deed: Deed,
    more?: { body?: FindingBody; theme?: string | null },
  ) => Promise<boolean>
}

/** Decides findings one by one; the answer replaces what it moved in place, so that a long document is not fetched anew. */
export function useDecide(document: string): Decide {
  const client = useQueryClient()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<unknown>(null)
  const running = useRef(new Set<string>())
  const decide = useCallback<Decide['decide']>(
    async (finding, deed, more) => {
      if (running.current.has(finding.id)) return false
      running.current.add(finding.id)
      setBusy(new Set(running.current))
      setError(null)
      const key = urlOf(routes.document.get, { params: { id: document } })
      const body = {
        decision: deed,
        request: requestId(),
        ...(more?.body === undefined ? {} : { body: more.body }),
        ...(more?.theme === undefined ? {} : { theme: more.theme }),
      }
      try {
        const reply = await againIfLost(() =>
          ask(routes.document.decide, { params: { id: finding.id }, body }),
        )
        client.setQueryData<DocumentDetail>([key], (before) => before && withDecided(before, reply))
        void client.invalidateQueries({ predicate: (it) => it.queryKey[0] !== key, refetchType: 'active' })
        return true
      } catch (refused) {
        setError(refused)
        void client.invalidateQueries({ queryKey: [key] })
        return false
      } finally {
        running.current.delete(finding.id)
        setBusy(new Set(running.current))
      }
    },
    [client, document],
  )
  return { busy, error, decide }
}

/** Sends once more where nothing came back; the request id keeps it from being done twice. */
async function againIfLost<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 0)) throw error
    await new Promise((resolve) => setTimeout(resolve, 700))
    return send()
  }
}

interface Decided {
  readonly finding: FindingRow
  readonly beside: readonly FindingRow[]
  readonly open: number
}

/** A decision moves the finding and those about the same words. */
function withDecided(detail: DocumentDetail, { finding, beside, open }: Decided): DocumentDetail {
  const moved = new Map([finding, ...beside].map((it) => [it.id, it]))
  const findings = detail.findings.map((it) => moved.get(it.id) ?? it)
  return { ...detail, findings, document: { ...detail.document, open } }
}
