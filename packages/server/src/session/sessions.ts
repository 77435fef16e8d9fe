import { type App, type Opened, sessionHolds, signingSecret, subjectOf, today } from '@gangmu/app'
import type { Subject } from '@gangmu/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Auth, createAuth } from './auth.js'
import { giveCookies } from './cookies.js'

/** Who is signed in, and the way in and out. */
export interface Sessions {
  /** Null where nobody is; the reply is given the cookies that keep the session. */
  readonly subject: (request: FastifyRequest, reply: FastifyReply) => Promise<Subject | null>
  /** Hands a request to the sign-in library. */
  readonly handle: (request: Request) => Promise<Response>
  /** Loads the library: worth doing when the server has begun to listen. */
  readonly warm: () => Promise<void>
}

const COOKIE = 'gangmu.session_token='

/** Whether a request brings a session at all; whether it holds is another question. */
export const mayBeSignedIn = ({ headers }: FastifyRequest): boolean =>
  headers.cookie?.includes(COOKIE) === true

/** Sessions of people, by the sign-in library; it is loaded at the first request that brings a session. */
export function createSessions(app: App, pool: Opened['pool']): Sessions {
  let made: Promise<Auth> | null = null
  const auth = () => (made ??= signingSecret(app).then((secret) => createAuth(pool, secret)))
  return {
    handle: async (request) => (await auth()).handler(request),
    warm: async () => void (await (await auth()).$context),
    subject: async (request, reply) => {
      if (!mayBeSignedIn(request)) return null
      const { api } = await auth()
      const { headers, response: found } = await api.getSession({
        headers: new Headers({ cookie: request.headers.cookie ?? '' }),
        returnHeaders: true,
      })
      giveCookies(request, reply, headers)
      if (found === null || !(await sessionHolds(app, found.session.token))) return null
      return subjectOf(app, found.user.id, today(app))
    },
  }
}
