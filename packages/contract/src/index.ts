import { commitmentRoutes } from './commitment.js'
import { documentRoutes } from './document.js'
import { overviewRoutes } from './overview.js'
import { reorganisationRoutes } from './reorganisation.js'
import { sessionRoutes } from './session.js'
import { unitRoutes } from './unit.js'

export * from './route.js'
export * from './client.js'
export * from './session.js'
export * from './unit.js'
export * from './document-row.js'
export * from './document.js'
export * from './drift.js'
export * from './commitment.js'
export * from './reorganisation.js'
export * from './overview.js'

/** Every route of the interface, by noun. */
export const routes = {
  session: sessionRoutes,
  unit: unitRoutes,
  reorganisation: reorganisationRoutes,
  document: documentRoutes,
  commitment: commitmentRoutes,
  overview: overviewRoutes,
} as const
