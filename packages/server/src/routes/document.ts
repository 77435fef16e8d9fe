import {
  beAt,
  changesOf,
  decideFinding,
  driftOf,
  getDocument,
  listCounterparts,
  listDocuments,
  receiveDocument,
  refuseRepair,
  watchDocument,
} from '@gangmu/app'
import type { documentRoutes } from '@gangmu/contract'
import type { HandlersOf } from '../route.js'

export const documentHandlers: HandlersOf<typeof documentRoutes> = {
  list: ({ app, subject, query }) => listDocuments(app, subject, query),
  receive: async ({ app, subject, query, file, received }) => {
    const result = await receiveDocument(app, subject, { ...query, ...file })
    if (result.ok && !result.value.known) received()
    return result
  },
  get: ({ app, subject, params }) => getDocument(app, subject, params),
  counterparts: ({ app, subject, params, query }) => listCounterparts(app, subject, { ...params, ...query }),
  drift: ({ app, subject, params, query }) => driftOf(app, subject, { ...params, ...query }),
  refuseRepair: ({ app, subject, params, body }) => refuseRepair(app, subject, { ...params, ...body }),
  decide: ({ app, subject, params, body }) => decideFinding(app, subject, { ...params, ...body }),
  changes: ({ app, subject, params, query }) => changesOf(app, subject, { ...params, ...query }),
  watch: ({ app, subject, params, query }) => watchDocument(app, subject, { ...params, ...query }),
  beAt: ({ app, subject, params, body }) => beAt(app, subject, { ...params, ...body }),
}
