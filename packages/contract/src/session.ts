import { roles } from '@gangmu/core'
import { z } from 'zod'
import { nothing, route } from './route.js'

export const me = z.strictObject({
  person: z.string(),
  name: z.string(),
  username: z.string(),
  /** Today in the region's time zone. */
  today: z.iso.date(),
  posts: z.array(
    z.strictObject({
      unit: z.string(),
      unitName: z.string(),
      role: z.enum(roles),
      scope: z.array(z.string()),
    }),
  ),
})
export type Me = z.infer<typeof me>

export const place = z.strictObject({
  pack: z.string(),
  version: z.string(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  /** True: every screen says 模拟. */
  simulated: z.boolean(),
  city: z.string(),
  limits: z.strictObject({ documentBytes: z.int() }),
  /** Present only where demo accounts were loaded. */
  demo: z
    .strictObject({
      password: z.string(),
      accounts: z.array(
        z.strictObject({ username: z.string(), name: z.string(), unitName: z.string(), role: z.enum(roles) }),
      ),
    })
    .nullable(),
})
export type Place = z.infer<typeof place>

export const sessionRoutes = {
  place: route({
    method: 'GET',
    path: '/api/place',
    summary: 'The place this installation serves',
    authz: 'anyone',
    params: nothing,
    query: nothing,
    body: nothing,
    reply: place,
    refusals: [],
  }),
  /** Sign-in and sign-out themselves are at /api/auth (better-auth, user name and password). */
  me: route({
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, with posts and their scopes',
    authz: 'signed-in',
    params: nothing,
    query: nothing,
    body: nothing,
    reply: me,
    refusals: [],
  }),
}
