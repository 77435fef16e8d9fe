import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'
import { useKeys } from '../ui/use-keys.js'

type Box = RefObject<HTMLElement | null>

/** The row last in focus at a place of this visit's history, so that whoever comes back goes on from it. */
const lastRows = new Map<string, number>()

/**
 * j and k move the focus from row to row of the table in a box, onto the last link of a row that says where to go, so
 * that Enter follows it; `others` are keys that follow another link of that row, by its name (`data-place`).
 */
export function useRowKeys(box: Box, others: Readonly<Record<string, string>> = {}): void {
  const { key } = useLocation()
  useEffect(() => {
    const table = box.current
    const left = lastRows.get(key)
    if (left !== undefined) enter(rowsOf(box)[left])
    const note = (): void => void lastRows.set(key, inFocus(box))
    table?.addEventListener('focusin', note)
    return () => table?.removeEventListener('focusin', note)
  }, [box, key])
  const step = (by: number): void => enter(rowsOf(box)[Math.max(0, inFocus(box) + by)])
  const follow = (place: string): void =>
    rowsOf(box)[inFocus(box)]?.querySelector<HTMLElement>(`a[data-place=${place}]`)?.click()
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ...Object.fromEntries(Object.entries(others).map(([name, place]) => [name, () => follow(place)])),
  })
}

function rowsOf(box: Box): readonly Element[] {
  return [...(box.current?.querySelectorAll('tbody tr') ?? [])]
}

function inFocus(box: Box): number {
  return rowsOf(box).findIndex((it) => it.contains(document.activeElement))
}

function enter(row: Element | undefined): void {
  const links = row?.querySelectorAll<HTMLElement>('a[data-place]')
  links?.item(links.length - 1).focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}
