import { z } from 'zod'
import { commitmentRow } from './commitment.js'
import { documentRow } from './document-row.js'
import { nothing, route } from './route.js'

export const overviewRoutes = {
  overview: route({
    method: 'GET',
    path: '/api/overview',
    summary: 'What needs me: duties, checks, dispatch, documents',
    authz: 'signed-in',
    params: nothing,
    query: z.strictObject({ unit: z.string().optional() }),
    body: nothing,
    reply: z.strictObject({
      lights: z.strictObject({ green: z.int(), yellow: z.int(), red: z.int(), grey: z.int() }),
      /** Assigned to me and not yet accepted. */
      toAccept: z.array(commitmentRow),
      /** Mine, accepted, soonest due first. */
      toReport: z.array(commitmentRow),
      /** Reported to me. */
      toCheck: z.array(commitmentRow),
      /** Passed and waiting to be closed by me. */
      toClose: z.array(commitmentRow),
      /** Held by me without an owner below, or returned to me. */
      toDispatch: z.array(commitmentRow),
      red: z.array(commitmentRow),
      documents: z.array(documentRow),
      counts: z.strictObject({
        toAccept: z.int(),
        toReport: z.int(),
        toCheck: z.int(),
        toClose: z.int(),
        toDispatch: z.int(),
        toReview: z.int(),
      }),
    }),
    refusals: ['unit.unknown'],
  }),
  entries: route({
    method: 'GET',
    path: '/api/entries',
    summary: 'The ledger, newest first',
    authz: 'entries',
    params: nothing,
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    body: nothing,
    reply: z.strictObject({
      entries: z.array(
        z.strictObject({
          id: z.int(),
          at: z.string(),
          kind: z.string(),
          subject: z.string(),
          actor: z.string(),
          /** The name the entry carries; null where it carries none. */
          actorName: z.string().nullable(),
          content: z.string(),
          /** The content is not for this reader, and empty: administrators see no duty. */
          withheld: z.boolean(),
          commit: z.string(),
        }),
      ),
      total: z.int(),
    }),
    refusals: [],
  }),
  people: route({
    method: 'GET',
    path: '/api/people',
    summary: 'Accounts and their posts',
    authz: 'administrator',
    params: nothing,
    query: nothing,
    body: nothing,
    reply: z.strictObject({
      people: z.array(
        z.strictObject({
          id: z.string(),
          username: z.string(),
          name: z.string(),
          disabled: z.boolean(),
          posts: z.array(
            z.strictObject({
              unit: z.string(),
              unitName: z.string(),
              role: z.string(),
              from: z.string().nullable(),
              until: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
    refusals: [],
  }),
}
