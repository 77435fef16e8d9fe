import { coverageOf, listUnits, tiles } from '@gangmu/app'
import type { unitRoutes } from '@gangmu/contract'
import type { HandlersOf } from '../route.js'

export const unitHandlers: HandlersOf<typeof unitRoutes> = {
  list: ({ app, subject, query }) => listUnits(app, subject, query),
  coverage: ({ app, subject, query }) => coverageOf(app, subject, query),
  tiles: ({ app, subject, query }) => tiles(app, subject, query),
}
