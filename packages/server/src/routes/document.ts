import { decideFinding, getDocument, listDocuments, receiveDocument, refuseRepair } from '@gangmu/app'
import type { documentRoutes } from '@gangmu/contract'
import type { HandlersOf } from '../route.js'

export const documentHandlers: HandlersOf<typeof documentRoutes> = {
  list: ({ app, subject, query }) => listDocuments(app, subject, query),
  receive: ({ app, subject, query, file }) => receiveDocument(app, subject, { ...query, ...file }),
  get: ({ app, subject, params }) => getDocument(app, subject, params),
  refuseRepair: ({ app, subject, params, body }) => refuseRepair(app, subject, { ...params, ...body }),
  decide: ({ app, subject, params, body }) => decideFinding(app, subject, { ...params, ...body }),
}
