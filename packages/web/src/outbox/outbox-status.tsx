import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../words/use-words.js'
import { countsOf } from './pending.js'
import { useOutbox, useOutboxState } from './use-outbox.js'

/** How it stands with what was decided: sent, to be sent, or why not. `quiet` says only what needs attention. */
export function OutboxStatus({ quiet = false }: { readonly quiet?: boolean }): ReactNode {
  const words = useWords()
  const outbox = useOutbox()
  const { all, phase, unkept } = useOutboxState()
  const online = useOnline()
  const { waiting, refused } = countsOf(all)
  const stuck = waiting > 0 && phase === 'waiting'
  if (quiet && !stuck && refused === 0) return null
  return (
    <span className={`outbox-status ${stuck ? 'stuck' : waiting > 0 ? 'sending' : 'saved'}`}>
      {waiting > 0 ? (
        <span>{words.outbox.waiting(waiting)}</span>
      ) : (
        refused === 0 && (
          <span>
            <span aria-hidden="true">✓ </span>
            {words.outbox.saved}
          </span>
        )
      )}
      {stuck && (
        <>
          <span role="status">{online ? words.outbox.unreachable : words.outbox.offline}</span>
          {online && (
            <button type="button" className="link" onClick={() => outbox?.wake()}>
              {words.outbox.now}
            </button>
          )}
        </>
      )}
      {unkept.size > 0 && <span role="alert">{words.outbox.unkept}</span>}
      {refused > 0 && <span className="refused">{words.outbox.conflicts(refused)}</span>}
    </span>
  )
}

function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}
