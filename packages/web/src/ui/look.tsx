import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

export const lookModes = ['auto', 'light', 'dark'] as const
export type LookMode = (typeof lookModes)[number]

interface Look {
  /** What `auto` comes to now. */
  readonly isDark: boolean
  readonly mode: LookMode
  readonly choose: (mode: LookMode) => void
}
const LookContext = createContext<Look>({ mode: 'auto', isDark: false, choose: () => undefined })

const KEPT = 'gangmu.look'
const darkSystem = matchMedia('(prefers-color-scheme: dark)')

/** Paper and ink, by day and by night; compact throughout. */
export function LookProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [mode, setMode] = useState<LookMode>(
    () => lookModes.find((it) => it === localStorage.getItem(KEPT)) ?? 'auto',
  )
  const [system, setSystem] = useState(darkSystem.matches)
  useEffect(() => {
    const listen = (event: MediaQueryListEvent): void => setSystem(event.matches)
    darkSystem.addEventListener('change', listen)
    return () => darkSystem.removeEventListener('change', listen)
  }, [])
  const isDark = mode === 'dark' || (mode === 'auto' && system)
  useEffect(() => {
    document.documentElement.dataset['look'] = isDark ? 'dark' : 'light'
  }, [isDark])
  const look = useMemo<Look>(
    () => ({
      mode,
      isDark,
      choose: (next) => {
        localStorage.setItem(KEPT, next)
        setMode(next)
      },
    }),
    [mode, isDark],
  )
  return <LookContext value={look}>{children}</LookContext>
}

export function useLook(): Look {
  return useContext(LookContext)
}
