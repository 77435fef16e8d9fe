import type { DocumentDetail } from '@gangmu/contract'
import { type RefObject, useCallback, useRef } from 'react'
import { offsetIn, type Side } from './offsets.js'

interface Together {
  readonly received: RefObject<HTMLDivElement | null>
  readonly restored: RefObject<HTMLDivElement | null>
  readonly onScroll: (side: Side) => void
  /** Brings an offset of the restored text into sight on both sides. */
  readonly show: (offset: number, side?: Side) => void
}

/** Two panes that show the same place: the text at the top of one is looked up in the other. */
export function useScrollTogether(edits: DocumentDetail['edits'], together: boolean): Together {
  const received = useRef<HTMLDivElement | null>(null)
  const restored = useRef<HTMLDivElement | null>(null)
  // The pane that is being moved by us, whose scroll event must not move the first one back.
  const moved = useRef<Side | null>(null)

  const onScroll = useCallback(
    (side: Side) => {
      if (moved.current === side) {
        moved.current = null
        return
      }
      if (!together) return
      const other: Side = side === 'received' ? 'restored' : 'received'
      const panes = { received: received.current, restored: restored.current }
      const from = panes[side]
      const to = panes[other]
      if (from === null || to === null) return
      const top = offsetIn(edits, side, offsetAt(from))
      const wanted = positionOf(to, top)
      if (wanted !== null && Math.abs(to.scrollTop - wanted) > 2) {
        moved.current = other
        to.scrollTop = wanted
      }
    },
    [edits, together],
  )
  const show = useCallback(
    (offset: number, side: Side = 'restored') => {
      const other: Side = side === 'received' ? 'restored' : 'received'
      const panes = { received: received.current, restored: restored.current }
      bring(panes[side], offset)
      bring(panes[other], offsetIn(edits, side, offset))
      moved.current = null
    },
    [edits],
  )
  return { received, restored, onScroll, show }
}

function paragraphs(pane: HTMLElement): readonly HTMLElement[] {
  return [...pane.children].filter((it): it is HTMLElement => it instanceof HTMLElement)
}

const numberOf = (it: HTMLElement, key: 'start' | 'end'): number => Number(it.dataset[key] ?? 0)

/** The offset of the text at the top of a pane. */
function offsetAt(pane: HTMLElement): number {
  const top = pane.scrollTop
  const first = paragraphs(pane).find((it) => it.offsetTop + it.offsetHeight > top)
  if (first === undefined) return 0
  const part = Math.max(0, Math.min(1, (top - first.offsetTop) / Math.max(1, first.offsetHeight)))
  return Math.round(numberOf(first, 'start') + part * (numberOf(first, 'end') - numberOf(first, 'start')))
}

/** The scroll position at which an offset stands at the top. */
function positionOf(pane: HTMLElement, offset: number): number | null {
  const it = paragraphs(pane).find((one) => numberOf(one, 'end') >= offset)
  if (it === undefined) return null
  const length = Math.max(1, numberOf(it, 'end') - numberOf(it, 'start'))
  const part = Math.max(0, Math.min(1, (offset - numberOf(it, 'start')) / length))
  return it.offsetTop + part * it.offsetHeight
}

function bring(pane: HTMLElement | null, offset: number): void {
  if (pane === null) return
  const at = positionOf(pane, offset)
  if (at !== null && (at < pane.scrollTop + 40 || at > pane.scrollTop + pane.clientHeight - 80)) {
    pane.scrollTo({ top: Math.max(0, at - pane.clientHeight / 3) })
  }
}
