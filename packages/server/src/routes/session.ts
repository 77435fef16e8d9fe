import { me, placeInfo } from '@gangmu/app'
import type { sessionRoutes } from '@gangmu/contract'
import { accepted } from '@gangmu/core'
import type { HandlersOf } from '../route.js'

export const sessionHandlers: HandlersOf<typeof sessionRoutes> = {
  place: async ({ app }) => accepted(await placeInfo(app)),
  me: ({ app, subject }) => me(app, subject, {}),
}
