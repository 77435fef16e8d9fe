import {
  act,
  dispatch,
  evidenceFile,
  getCommitment,
  keepEvidence,
  listCommitments,
  listThemes,
} from '@gangmu/app'
import type { commitmentRoutes } from '@gangmu/contract'
import type { HandlersOf } from '../route.js'

export const commitmentHandlers: HandlersOf<typeof commitmentRoutes> = {
  list: ({ app, subject, query }) => listCommitments(app, subject, query),
  get: ({ app, subject, params }) => getCommitment(app, subject, params),
  act: ({ app, subject, params, body }) => act(app, subject, { ...params, action: body }),
  dispatch: ({ app, subject, body }) => dispatch(app, subject, body),
  evidence: ({ app, subject, file }) => keepEvidence(app, subject, file),
  evidenceFile: ({ app, subject, params }) => evidenceFile(app, subject, params),
  themes: ({ app, subject, query }) => listThemes(app, subject, query),
}
