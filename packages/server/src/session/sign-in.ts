import { type App, useSetup } from '@gangmu/app'
import { refusal } from '@gangmu/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refuse } from '../http/reply.js'
import { invalid } from '../http/validate.js'
import { giveCookies } from './cookies.js'
import { hashPassword } from './password.js'
import type { Sessions } from './sessions.js'

/** The library's routes that are reachable; everything else it offers stays shut. Guarded: passwords are guessed here. */
const open = [
  { path: '/api/auth/sign-in/username', guarded: true },
  { path: '/api/auth/sign-out', guarded: false },
  { path: '/api/auth/change-password', guarded: true },
  { path: '/api/auth/revoke-other-sessions', guarded: false },
] as const

const setup = z.strictObject({
  token: z.string().min(1).max(100),
  username: z.string().min(2).max(100),
  password: z.string().min(8).max(128),
})

export function signInRoutes(host: FastifyInstance, app: App, sessions: Sessions, perMinute: number): void {
  const guessing = {
    rateLimit: {
      max: perMinute,
      timeWindow: '1 minute',
      hook: 'preHandler' as const,
      keyGenerator: triedBy,
    },
  }
  for (const { path, guarded } of open) {
    host.route({
      method: 'POST',
      url: path,
      config: guarded ? guessing : {},
      handler: (request, reply) => handOver(request, reply, sessions),
    })
  }
  /** The first account of an installation without a demo, for the token its start printed. */
  host.post('/api/auth/setup', { config: guessing }, async (request, reply) => {
    const given = setup.safeParse(request.body ?? {})
    if (!given.success) return refuse(reply, invalid('body', given.error))
    const password = await hashPassword(given.data.password)
    const done = await useSetup(app, { ...given.data, password })
    return done.ok ? reply.send({ ok: true }) : refuse(reply, done.refusals)
  })
}

/** Guesses are counted by address and name: nobody locks out a colleague, and nobody guesses on. */
function triedBy(request: FastifyRequest): string {
  const body = request.body as { username?: unknown } | null | undefined
  return `${request.ip} ${String(body?.username ?? '').toLowerCase()}`
}

async function handOver(
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
): Promise<FastifyReply> {
  const response = await sessions.handle(webRequest(request))
  giveCookies(request, reply, response.headers)
  // The library answers with the session's token; only the cookie, which no script can read, shall hold it.
  if (response.ok) return reply.send({ ok: true })
  if (response.status >= 500) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
  const code = response.status === 401 ? 'session.wrong-password' : 'request.invalid'
  return refuse(reply, [refusal(code, '/', {})])
}

/** The same request as the library wants it. The address is ours to say, whatever the request brought. */
function webRequest(request: FastifyRequest): Request {
  const headers = new Headers({ 'x-gangmu-address': request.ip, 'content-type': 'application/json' })
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  return new Request(`http://gangmu.invalid${request.url}`, {
    method: request.method,
    headers,
    body: JSON.stringify(request.body ?? {}),
  })
}
