import { refusal } from '@gangmu/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../http/reply.js'
import { giveCookies } from './cookies.js'
import type { Sessions } from './sessions.js'

/** The library's routes that are reachable; everything else it offers stays shut. Guarded: passwords are guessed here. */
const open = [
  { path: '/api/auth/sign-in/username', guarded: true },
  { path: '/api/auth/sign-out', guarded: false },
  { path: '/api/auth/change-password', guarded: true },
  { path: '/api/auth/revoke-other-sessions', guarded: false },
] as const

export function signInRoutes(host: FastifyInstance, sessions: Sessions, perMinute: number): void {
  for (const { path, guarded } of open) {
    host.route({
      method: 'POST',
      url: path,
      config: guarded
        ? { rateLimit: { max: perMinute, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: triedBy } }
        : {},
      handler: (request, reply) => handOver(request, reply, sessions),
    })
  }
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
