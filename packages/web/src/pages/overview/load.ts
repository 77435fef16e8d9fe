import { routes } from '@gangmu/contract'
import { useRead } from '../../api/use-read.js'

/**
 * What needs me, and the map, for the chosen unit (all I may see when none is chosen). The page brings the answers
 * with it when it is opened (packages/server/src/http/answers.ts asks the same).
 */
export function useOverview(unit: string | undefined) {
  return {
    overview: useRead(routes.overview.overview, { query: { unit } }, { keep: true }),
    tiles: useRead(routes.unit.tiles, { query: { unit } }, { keep: true }),
  }
}
