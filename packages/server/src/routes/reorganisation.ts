import {
  changeReorganisation,
  draftReorganisation,
  getReorganisation,
  listReorganisations,
  previewReorganisation,
  publishReorganisation,
  undoReorganisation,
} from '@gangmu/app'
import type { reorganisationRoutes } from '@gangmu/contract'
import type { HandlersOf } from '../route.js'

export const reorganisationHandlers: HandlersOf<typeof reorganisationRoutes> = {
  list: ({ app, subject }) => listReorganisations(app, subject),
  draft: ({ app, subject, body }) => draftReorganisation(app, subject, body),
  get: ({ app, subject, params }) => getReorganisation(app, subject, params),
  change: ({ app, subject, params, body }) => changeReorganisation(app, subject, { ...params, ...body }),
  preview: ({ app, subject, params }) => previewReorganisation(app, subject, params),
  publish: ({ app, subject, params, body }) => publishReorganisation(app, subject, { ...params, ...body }),
  undo: ({ app, subject, params, body }) => undoReorganisation(app, subject, { ...params, ...body }),
}
