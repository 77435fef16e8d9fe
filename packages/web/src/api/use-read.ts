import { type CallOf, type Route, urlOf } from '@gangmu/contract'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from './ask.js'

export type Read<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'isFetching' | 'refetch'>

interface Options {
  readonly enabled?: boolean
  /** Shows the last reply while a new filter loads. */
  readonly keep?: boolean
  /** Milliseconds for which a reply counts as fresh. */
  readonly fresh?: number
  /** Milliseconds after which to ask again; false for never. */
  readonly again?: number | false
}

/** Reads a route; the address of the call is its key. */
export function useRead<R extends Route>(
  route: R,
  given: Pick<CallOf<R>, 'params' | 'query'> = {},
  options: Options = {},
): Read<z.output<R['reply']>> {
  return useQuery<z.output<R['reply']>>({
    queryKey: [urlOf(route, given)],
    queryFn: () => ask(route, given),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.keep === true ? { placeholderData: keepPreviousData as never } : {}),
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
    ...(options.again === undefined ? {} : { refetchInterval: options.again }),
  })
}
