import { type Route, routes } from '@gangmu/contract'
import type { Bound, Handler } from '../route.js'
import { commitmentHandlers } from './commitment.js'
import { documentHandlers } from './document.js'
import { overviewHandlers } from './overview.js'
import { reorganisationHandlers } from './reorganisation.js'
import { sessionHandlers } from './session.js'
import { unitHandlers } from './unit.js'

type Nouns = keyof typeof routes
type Table = { readonly [N in Nouns]: Readonly<Record<keyof (typeof routes)[N], unknown>> }

const handlers: Table = {
  session: sessionHandlers,
  unit: unitHandlers,
  reorganisation: reorganisationHandlers,
  document: documentHandlers,
  commitment: commitmentHandlers,
  overview: overviewHandlers,
}

/** Every route of the contract with what answers it. */
export const bound: readonly Bound[] = Object.entries(routes).flatMap(([noun, ofNoun]) =>
  Object.entries(ofNoun as Readonly<Record<string, Route>>).map(([name, route]) => ({
    route,
    // Each handler was checked against its own route where it is written; here they are a list.
    handler: (handlers[noun as Nouns] as Readonly<Record<string, Handler>>)[name] as Handler,
    noun: name === 'evidence' ? 'evidence' : noun,
  })),
)
