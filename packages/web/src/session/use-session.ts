import { type Me, type Place, routes } from '@gangmu/contract'
import type { Subject } from '@gangmu/core'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { ask, Refused } from '../api/ask.js'
import { meKey } from '../api/query-client.js'
import { type Read, useRead } from '../api/use-read.js'

export function usePlace(): Read<Place> {
  return useRead(routes.session.place, {}, { fresh: Number.POSITIVE_INFINITY })
}

/** Who is signed in; null for nobody. */
export function useMeOrNobody(): Read<Me | null> {
  return useQuery<Me | null>({
    queryKey: meKey,
    queryFn: async () => {
      try {
        return await ask(routes.session.me)
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return null
        throw error
      }
    },
    staleTime: 60_000,
  })
}

export interface Session {
  readonly me: Me
  readonly place: Place
  readonly subject: Subject
}
export const SessionContext = createContext<Session | null>(null)

/** The session of a page inside the layout. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('a page stands inside the layout')
  return session
}

/** The same subject the server asks `core/access` about. */
export function subjectOf(me: Me): Subject {
  return {
    person: me.person,
    name: me.name,
    posts: me.posts.map((it) => ({ unit: it.unit, role: it.role, scope: new Set(it.scope) })),
  }
}
