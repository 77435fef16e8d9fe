import type { RefObject } from 'react'
import { useKeys } from '../ui/use-keys.js'

/**
 * j and k move the focus from row to row of the table in a box, onto the last link of a row that says where to go, so
 * that Enter follows it; `others` are keys that follow another link of that row, by its name (`data-place`).
 */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  others: Readonly<Record<string, string>> = {},
): void {
  const rows = (): readonly Element[] => [...(box.current?.querySelectorAll('tbody tr') ?? [])]
  const inFocus = (): number => rows().findIndex((it) => it.contains(document.activeElement))
  const step = (by: number): void => {
    const next = rows()[Math.max(0, inFocus() + by)]
    const links = next?.querySelectorAll<HTMLElement>('a[data-place]')
    links?.item(links.length - 1).focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
  }
  const follow = (place: string): void =>
    rows()[inFocus()]?.querySelector<HTMLElement>(`a[data-place=${place}]`)?.click()
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ...Object.fromEntries(Object.entries(others).map(([key, place]) => [key, () => follow(place)])),
  })
}
