import { type Route, routes, urlOf } from '@gangmu/contract'
import type { QueryClient } from '@tanstack/react-query'
import { ask } from '../../api/ask.js'
import { useRead } from '../../api/use-read.js'

/** What needs me, and the map, for the chosen unit (all I may see when none is chosen). */
export function useOverview(unit: string | undefined) {
  return {
    overview: useRead(routes.overview.overview, { query: { unit } }, { keep: true }),
    tiles: useRead(routes.unit.tiles, { query: { unit } }, { keep: true }),
  }
}

/** Asks for the first screen before it is drawn: the same calls the page makes, so that it finds them answered. */
export function askAhead(client: QueryClient, search: string): void {
  const unit = new URLSearchParams(search).get('unit') ?? undefined
  const ahead = (route: Route, query: object): void => {
    const given = { query }
    void client.prefetchQuery({ queryKey: [urlOf(route, given)], queryFn: () => ask(route, given) })
  }
  ahead(routes.overview.overview, { unit })
  ahead(routes.unit.tiles, { unit })
  ahead(routes.unit.list, {})
}
