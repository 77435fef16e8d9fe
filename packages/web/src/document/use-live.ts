import { type DocumentDetail, type Present, routes, urlOf, type WatchEvent } from '@gangmu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ask, Refused } from '../api/ask.js'
import { meKey } from '../api/query-client.js'
import { requestId } from '../ui/request-id.js'
import { withMoved } from './moved.js'

/** Milliseconds until a stream that broke is opened again: from the first, doubled, to the last. */
const delays = { first: 500, last: 10_000 }
/** Milliseconds between two times of asking what changed, however much is said to. */
const PACE = 1_500
/** Milliseconds for which one stays at a finding before others are told. */
const SETTLED = 600

/** Keeps a document up with what others decide while the page can be seen; answers who else is there. */
export function useLive(detail: DocumentDetail, current: string | null): readonly Present[] {
  const client = useQueryClient()
  const { id } = detail.document
  const place = useMemo(() => requestId(), [])
  const [people, setPeople] = useState<readonly Present[]>([])
  useEffect(() => {
    const key = [urlOf(routes.document.get, { params: { id } })]
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let delay = delays.first
    let asking = false
    let again = false
    let pace: ReturnType<typeof setTimeout> | undefined
    let last = 0

    const catchUp = async (): Promise<void> => {
      again = asking
      if (asking) return
      const known = client.getQueryData<DocumentDetail>(key)
      if (known === undefined) return
      asking = true
      try {
        const changes = await ask(routes.document.changes, {
          params: { id },
          query: { after: known.position },
        })
        if (changes.reading !== (known.reading?.id ?? null)) await client.invalidateQueries({ queryKey: key })
        else client.setQueryData<DocumentDetail>(key, (before) => before && withMoved(before, changes))
      } catch (error) {
        if (error instanceof Refused && error.status === 401)
          void client.invalidateQueries({ queryKey: meKey })
      }
      asking = false
      if (again) await catchUp()
    }
    // One's own decisions are told as well: many in a row are asked about once.
    const soon = (): void => {
      pace ??= setTimeout(
        () => {
          pace = undefined
          last = performance.now()
          void catchUp()
        },
        Math.max(0, last + PACE - performance.now()),
      )
    }
    // Where no stream opens, asking at each try is how news still arrive.
    const later = (): void => {
      close()
      timer = setTimeout(() => {
        void catchUp()
        open()
      }, delay)
      delay = Math.min(delay * 2, delays.last)
    }
    const open = (): void => {
      close()
      source = new EventSource(urlOf(routes.document.watch, { params: { id }, query: { place } }))
      source.addEventListener('open', () => {
        delay = delays.first
        void catchUp()
      })
      source.addEventListener('message', ({ data }) => {
        const event = JSON.parse(String(data)) as WatchEvent
        if (event.kind === 'changed') soon()
        else setPeople(event.people)
      })
      source.addEventListener('error', later)
    }
    const close = (): void => {
      clearTimeout(timer)
      source?.close()
      source = null
    }
    // A browser holds six connections to a host: a page nobody sees leaves its own to others.
    const look = (): void => {
      if (document.visibilityState === 'visible') return open()
      close()
      setPeople([])
    }
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
      clearTimeout(pace)
      close()
    }
  }, [client, id, place])

  const told = useRef<string | null>(null)
  const company = people.length > 0
  useEffect(() => {
    if (!company) told.current = null
    if (!detail.mayReview || !company || told.current === current) return
    const timer = setTimeout(() => {
      told.current = current
      // Quiet where it fails: the next step says it again.
      void ask(routes.document.beAt, { params: { id }, body: { place, finding: current } }).catch(
        () => undefined,
      )
    }, SETTLED)
    return () => clearTimeout(timer)
  }, [company, current, detail.mayReview, id, place])
  return people
}
