import { call, type DocumentDetail, routes, type Send, urlOf } from '@gangmu/contract'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { meKey } from '../api/query-client.js'
import { withMoved } from '../document/moved.js'
import { keptOn } from './kept.js'
import { createOutbox, type Outbox, type OutboxState } from './outbox.js'
import type { Outcome, Pending } from './pending.js'

/** Milliseconds after which a call that brought nothing back counts as lost. */
const PATIENCE = 15_000

const OutboxContext = createContext<Outbox | null>(null)

/** Sends what a person decided, on whatever page they are, and warns before a page is closed over it. */
export function OutboxProvider(props: { readonly person: string; readonly children: ReactNode }): ReactNode {
  const { person } = props
  const client = useQueryClient()
  const [outbox, setOutbox] = useState<Outbox | null>(null)
  useEffect(() => {
    const made = openOutbox(client, person)
    setOutbox(made)
    const wake = (): void => made.wake()
    const warn = (event: BeforeUnloadEvent): void => {
      if (made.state().all.some((it) => it.refused === null)) event.preventDefault()
    }
    const seen = (): void => {
      if (document.visibilityState === 'visible') made.wake()
    }
    window.addEventListener('online', wake)
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', seen)
      made.stop()
    }
  }, [client, person])
  return <OutboxContext value={outbox}>{props.children}</OutboxContext>
}

const nothing: OutboxState = {
  all: [],
  answered: [],
  phase: 'idle',
  unkept: new Set(),
  overtaken: new Set(),
}
const never = (): (() => void) => () => undefined

/** Null for the moment before it is opened. */
export function useOutbox(): Outbox | null {
  return useContext(OutboxContext)
}

export function useOutboxState(): OutboxState {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox?.subscribe ?? never, outbox?.state ?? (() => nothing))
}

interface OfDocument {
  readonly pending: readonly Pending[]
  /** With those that were just answered, in the order they were made. */
  readonly made: readonly Pending[]
}

/** The decisions on one document, the same lists while they are the same. */
export function usePending(document: string): OfDocument {
  const { all, answered } = useOutboxState()
  return useMemo(() => {
    const pending = all.filter((it) => it.document === document)
    return { pending, made: [...answered.filter((it) => it.document === document), ...pending] }
  }, [all, answered, document])
}

function openOutbox(client: QueryClient, person: string): Outbox {
  const keyOf = (document: string) => [urlOf(routes.document.get, { params: { id: document } })]
  return createOutbox({
    kept: keptOn(localStorage, person),
    now: Date.now,
    send: async (it) => {
      const { document, finding, quote: _, moves: __, at: ___, tried: ____, refused: _____, ...given } = it
      const answer = await call(sendInTime, routes.document.decide, {
        params: { id: finding },
        body: { ...given, person },
      })
      // A network's own sign-in page may answer in the server's place.
      const came = answer.ok ? (answer.value as Partial<typeof answer.value> | null) : null
      if (answer.ok && typeof came?.finding?.id === 'string') {
        // The document was read anew: the reply is about the same sentence under another id.
        if (came.finding.id !== finding) void client.invalidateQueries({ queryKey: keyOf(document) })
        client.setQueryData<DocumentDetail>(
          keyOf(document),
          (before) =>
            before &&
            withMoved(before, { ...answer.value, findings: [answer.value.finding, ...answer.value.beside] }),
        )
        return { status: 200, refusals: [], answered: true } satisfies Outcome
      }
      return {
        status: answer.ok ? 0 : answer.status,
        refusals: answer.ok ? [] : answer.refusals,
        answered: false,
      }
    },
    refused: (it) => void client.invalidateQueries({ queryKey: keyOf(it.document) }),
    // A decision shows in lists and counts as well; the documents themselves were kept up already.
    drained: () =>
      void client.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          key !== meKey[0] && key !== '/api/place' && !/^\/api\/documents\/[^/?]+$/.test(String(key)),
      }),
    lostSession: () => void client.invalidateQueries({ queryKey: meKey }),
  })
}

// With `keepalive` a page that is being closed still sends it.
const sendInTime: Send = (url, init) =>
  fetch(url, { ...init, keepalive: true, signal: AbortSignal.timeout(PATIENCE) } as RequestInit)
