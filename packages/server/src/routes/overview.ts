import { listEntries, listPeople, overview } from '@gangmu/app'
import type { overviewRoutes } from '@gangmu/contract'
import type { HandlersOf } from '../route.js'

export const overviewHandlers: HandlersOf<typeof overviewRoutes> = {
  overview: ({ app, subject, query }) => overview(app, subject, query),
  entries: ({ app, subject, query }) => listEntries(app, subject, query),
  people: ({ app, subject }) => listPeople(app, subject, {}),
}
