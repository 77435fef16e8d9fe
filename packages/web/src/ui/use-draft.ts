import { useCallback, useEffect, useState } from 'react'
import { useSession } from '../session/use-session.js'

interface Draft<T> {
  readonly draft: T
  readonly change: (change: Partial<T>) => void
  readonly discard: () => void
  /** True where something typed earlier was found again. */
  readonly found: boolean
}

const PREFIX = 'gangmu.draft.'

/** Where a person's draft is kept: nobody else who signs in on this machine finds it. */
export function draftKey(person: string, key: string): string {
  return `${PREFIX}${person}.${key}`
}

/** Takes every draft off this machine, of whomever; for signing out. */
export function forgetDrafts(kept: Storage = localStorage): void {
  const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
  for (const key of keys) if (key.startsWith(PREFIX)) kept.removeItem(key)
}

/** What is typed into a form, kept on this machine until it is sent or discarded, or the person signs out. */
export function useDraft<T extends object>(key: string, fresh: T): Draft<T> {
  const { me } = useSession()
  const at = draftKey(me.person, key)
  const [state, setState] = useState(() => {
    const kept = read<T>(at)
    return { draft: { ...fresh, ...kept }, found: kept !== null, touched: false }
  })
  useEffect(() => {
    if (state.touched) localStorage.setItem(at, JSON.stringify(state.draft))
  }, [at, state])
  const change = useCallback((change: Partial<T>) => {
    setState((before) => ({ ...before, touched: true, draft: { ...before.draft, ...change } }))
  }, [])
  const discard = useCallback(() => {
    localStorage.removeItem(at)
    setState({ draft: fresh, found: false, touched: false })
  }, [at, fresh])
  return { draft: state.draft, change, discard, found: state.found || state.touched }
}

function read<T>(at: string): Partial<T> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(at) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Partial<T>) : null
  } catch {
    return null
  }
}
