import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refused } from './ask.js'

export const meKey = ['/api/me'] as const

// A lost session shows itself on any call; asking again who I am leads the layout to the sign-in page.
function onError(error: unknown): void {
  if (error instanceof Refused && error.status === 401) queryClient.setQueryData(meKey, null)
}

/** Only what did not reach the server, or broke there, is tried again; a refusal stays a refusal. */
function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof Refused && (error.status === 0 || error.status >= 502)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 15_000, refetchOnWindowFocus: true },
    // Writes carry a request id, so trying again does not do them twice.
    mutations: {
      retry: worthRetrying,
      retryDelay: (failures) => 500 * (failures + 1),
      networkMode: 'always',
    },
  },
})
