import type { CallOf, Route } from '@gangmu/contract'
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from './ask.js'

/** Writes to a route. Everything read so far is then asked for again: a duty shows in many places. */
export function useWrite<R extends Route>(
  route: R,
): UseMutationResult<z.output<R['reply']>, unknown, CallOf<R>> {
  const client = useQueryClient()
  return useMutation<z.output<R['reply']>, unknown, CallOf<R>>({
    mutationFn: (given) => ask(route, given),
    // Also after a refusal: it may mean that what is shown is no longer so.
    onSettled: () => client.invalidateQueries({ predicate: (it) => it.queryKey[0] !== '/api/place' }),
  })
}
