import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

type Values = Readonly<Record<string, string>>

/** Filters live in the address: a view can be bookmarked and sent. An empty value leaves the address. */
export function useQueryState(): readonly [
  Values,
  (change: Readonly<Record<string, string | undefined>>) => void,
] {
  const [search, setSearch] = useSearchParams()
  const values = useMemo(() => Object.fromEntries(search.entries()), [search])
  const change = useCallback(
    (wanted: Readonly<Record<string, string | undefined>>) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [key, value] of Object.entries(wanted)) {
            if (value === undefined || value === '') next.delete(key)
            else next.set(key, value)
          }
          return next
        },
        { replace: true },
      )
    },
    [setSearch],
  )
  return [values, change]
}
