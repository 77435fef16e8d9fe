import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'

type Say = (text: string) => void
const SayContext = createContext<Say>(() => undefined)

/** One line at the foot of the screen, read out to screen readers, gone after a while. */
export function SayProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<{ readonly text: string; readonly id: number } | null>(null)
  const say = useCallback<Say>((text) => {
    const id = performance.now()
    setSaid({ text, id })
    setTimeout(() => setSaid((it) => (it?.id === id ? null : it)), 6000)
  }, [])
  return (
    <SayContext value={say}>
      {children}
      <div className="said" role="status" aria-live="polite">
        {said !== null && <span key={said.id}>{said.text}</span>}
      </div>
    </SayContext>
  )
}

export function useSay(): Say {
  return useContext(SayContext)
}
